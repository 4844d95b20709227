import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** Starts the builder of the project at `root`, under the flags of V8 that `npm run build` has as well. */
export const forkBuilder = (root: string, pathPrefix: string): ChildProcess =>
  fork(join(root, 'scripts', 'run.js'), ['start/builder'], {
    cwd: root,
    execArgv: ['--max-semi-space-size=64'],
    env: { ...process.env, PATH_PREFIX: pathPrefix },
  })
