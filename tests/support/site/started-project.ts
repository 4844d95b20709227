/** `npm start` in a copy of the project. */
import { type ChildProcess, spawn } from 'node:child_process'
import { commandOf, type ProjectCopy } from './project-copy.ts'

export type StartedProject = {
  process: ChildProcess
  /** "http://localhost:9310/archive/", once it was printed. */
  address: () => string
  /** All that was printed. */
  output: () => string
  /** Does something and resolves once all of these words were printed since. */
  said: (words: string[], after: () => unknown) => Promise<void>
  /** Resolves once it holds. Rejects, with what was printed, when the process has ended, or after ten minutes. */
  until: (holds: () => boolean | Promise<boolean>) => Promise<void>
  /** As Ctrl-C. */
  stop: () => Promise<void>
}

export function startProject(copy: ProjectCopy, port: number, pathPrefix: string): StartedProject {
  let output = ''
  const child = spawn(process.execPath, [...commandOf('start'), '--port', String(port)], {
    cwd: copy.top,
    env: { ...process.env, NO_COLOR: '1', PATH_PREFIX: pathPrefix },
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data))

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 600_000
    while (!(await holds())) {
      if (Date.now() > end || child.exitCode !== null)
        throw new Error(`it did not come about; what was said:\n${output}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  return {
    process: child,
    output: () => output,
    address: () => /^the site is at (http:\S+)/mu.exec(output)?.[1] ?? '',
    async said(words, after) {
      const before = output.length
      after()
      await until(() => words.every(some => output.includes(some, before)))
    },
    until,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
    },
  }
}
