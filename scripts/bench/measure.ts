/** How long a command takes, how much processor time, and how much memory its process needs at most. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * `cpu`: seconds of all its threads and of the processes that it starts, which a busy machine lengthens far less than
 * `seconds`. `peak` in MB. Both null if the system does not say (they are read from Linux's /proc).
 */
export type Measured = { seconds: number; cpu: number | null; peak: number | null }

const waitForKilled = new URL('wait-for-killed.js', import.meta.url).href

/** Runs `node ARGS` in a folder. Rejects, with what it printed, where it fails. */
export function measure(folder: string, args: readonly string[]): Promise<Measured> {
  return new Promise((done, failed) => {
    const started = performance.now()
    const before = childrenCpu()
    const child = spawn(process.execPath, ['--import', waitForKilled, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data))
    let peak: number | null = null
    const readPeak = () => {
      peak = peakOf(child.pid ?? 0) ?? peak
    }
    const timer = setInterval(readPeak, 50)
    child.on('exit', code => {
      clearInterval(timer)
      const [seconds, after] = [(performance.now() - started) / 1000, childrenCpu()]
      const cpu = before === null || after === null ? null : after - before
      if (code === 0) done({ seconds, cpu, peak })
      else failed(new Error(`node ${args.join(' ')} in ${folder} ended with ${code}:\n${output.slice(-3000)}`))
    })
  })
}

/** What the processes that this one started and that have ended took; proc(5) counts it in hundredths of a second. */
function childrenCpu(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return null
  }
}

function peakOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}

/** What it is compared by: the processor's time, where it is known. */
export const cost = ({ cpu, seconds }: Measured): number => cpu ?? seconds

/** The middle one. */
export function median<Value>(values: readonly Value[], by: (value: Value) => number): Value {
  const sorted = [...values].sort((a, b) => by(a) - by(b))
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('there is no median of nothing')
  return middle
}
