/** How long a command takes, and how much memory its process needs at most. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** `peak` in MB; null where the system does not tell (it is read from Linux's /proc). */
export type Measured = { seconds: number; peak: number | null }

/** Runs `node ARGS` in a folder. Rejects, with what it printed, where it fails. */
export function measure(folder: string, args: readonly string[]): Promise<Measured> {
  return new Promise((done, failed) => {
    const started = performance.now()
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data))
    let peak: number | null = null
    const look = () => {
      peak = peakOf(child.pid ?? 0) ?? peak
    }
    const timer = setInterval(look, 50)
    child.on('exit', code => {
      clearInterval(timer)
      if (code === 0) done({ seconds: (performance.now() - started) / 1000, peak })
      else failed(new Error(`node ${args.join(' ')} in ${folder} ended with ${code}:\n${output.slice(-3000)}`))
    })
  })
}

function peakOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}

/** The middle one by time. */
export function median(rounds: readonly Measured[]): Measured {
  const sorted = [...rounds].sort((a, b) => a.seconds - b.seconds)
  return sorted[Math.floor(sorted.length / 2)] as Measured
}
