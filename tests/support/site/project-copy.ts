/** A copy of the project in a folder of its own, for tests that run its commands and change its content. */
import { type ExecFileException, execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'

const copied = [
  'content',
  'src',
  'templates',
  'scripts',
  '.eleventy.ts',
  'eleventy.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

const realUpdates = [389, 593, 654, 681]

export type Run = { status: number; output: string }

export type ProjectCopy = {
  top: string
  at: (...path: string[]) => string
  read: (path: string) => string
  /** Runs `npm run NAME` there, without npm. */
  run: (script: string, env?: Record<string, string>) => Promise<Run>
  /** Each file of a folder, and a hash of its bytes; empty if there is no such folder. */
  bytesOf: (folder: string) => Record<string, string>
  remove: () => void
}

/** `updates`: the numbers of those it is to have. What a test does not need only makes its builds slower. */
export function copyProject(updates: readonly number[] = realUpdates): ProjectCopy {
  const top = mkdtempSync(join(tmpdir(), 'friday-update-'))
  const at = (...path: string[]) => join(top, ...path)
  for (const name of copied) cpSync(name, at(name), { recursive: true })
  for (const number of realUpdates.filter(number => !updates.includes(number)))
    for (const file of [`raw/${number}.txt`, `updates/${number}.md`, `updates/.imported/${number}.lines`])
      rmSync(at('content', file))
  symlinkSync(resolve('node_modules'), at('node_modules'), 'junction')
  return {
    top,
    at,
    read: path => readFileSync(at(path), 'utf8'),
    run: (script, env = {}) =>
      new Promise(done => {
        const settings = { cwd: top, env: { ...process.env, NO_COLOR: '1', ...env } }
        const finished = (error: ExecFileException | null, out: string, err: string) =>
          done({ status: error === null ? 0 : Number(error.code), output: out + err })
        execFile(process.execPath, commandOf(script), settings, finished)
      }),
    bytesOf: folder => Object.fromEntries(filesOf(at(folder)).map(file => [file, hashOf(at(folder, file))])),
    remove: () => rmSync(top, { recursive: true, force: true }),
  }
}

const binaries: Record<string, string> = {
  eleventy: 'node_modules/@11ty/eleventy/cmd.cjs',
  tsx: 'node_modules/tsx/dist/cli.mjs',
}

/** What Node runs for a script of package.json. */
export function commandOf(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const [binary = '', ...args] = scripts[script].replaceAll('"', '').split(' ')
  return [binaries[binary] ?? binary, ...args]
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
