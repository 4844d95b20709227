/** Prints how many megabytes of `content/raw` the parser reads in a second, once it is warm. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const texts = readdirSync(join('content', 'raw'))
  .sort()
  .map(name => readFileSync(join('content', 'raw', name), 'utf8'))
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
for (const text of texts.slice(0, 100)) parseUpdate(text, 'warming up')
const started = performance.now()
for (const text of texts) parseUpdate(text, 'content/raw/made-up.txt')
console.log((bytes / 1e6 / ((performance.now() - started) / 1000)).toFixed(2))
