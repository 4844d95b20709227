/** `npm start` with one update more: how long until its page is there, and until it can be found. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawText } from './made-up-updates.ts'

export type Editing = { visible: number; searchable: number }

/** In seconds, from the moment that the file is written. The site is up to date before. */
export async function measureEditing(folder: string, next: RawText): Promise<Editing> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--port', '9480'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let output = ''
  let hear = () => {}
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => {
      output += data
      hear()
    })
  /** Resolves once these words are printed after so many letters. */
  const said = (words: string, after: number) =>
    new Promise<void>((done, failed) => {
      hear = () => output.includes(words, after) && done()
      child.once('exit', () => failed(new Error(output.slice(-3000))))
      hear()
    })
  await said('searchable in', 0)
  const before = output.length
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  writeFileSync(join(folder, 'content', 'raw', next.name), next.text)
  await said('files written', before)
  const visible = seconds()
  await said('searchable in', before)
  const searchable = seconds()
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
  return { visible, searchable }
}
