/** What several threads read is what one would have read, file by file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readInThreads } from '../scripts/import/read-in-threads.ts'
import { type RawFile, readRaw } from '../scripts/import/read-raw.ts'
import { parseUpdate } from '../src/parse/parse-update.ts'

const folder = join(import.meta.dirname, '../content/raw')
const real = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))

/** So many raw texts: the real ones under numbers of their own, and some that cannot be read. */
const rawFiles = (count: number): RawFile[] =>
  Array.from({ length: count }, (_, at) => {
    const text = (real[at % real.length] ?? '').replace(/^(update no )\d+/imu, `$1${3000 + at}`)
    return { name: `${3000 + at}.txt`, bytes: Buffer.from(at % 17 === 0 ? 'nothing' : text) }
  })

test.each([0, 1, 110])('of %i files', async count => {
  const files = rawFiles(count)
  expect(await readInThreads(files)).toEqual(files.map(file => readRaw(file, parseUpdate)))
})
