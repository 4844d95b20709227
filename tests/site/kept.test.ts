/** What builds keep in `.cache` for one another. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keptIn } from '../../src/site/kept.ts'

const top = mkdtempSync(join(tmpdir(), 'friday-update-kept-'))
const folder = join(top, 'items')
afterAll(() => rmSync(top, { recursive: true, force: true }))

test('is there for another process, until it is not asked for', () => {
  keptIn(folder, '1').set('a', { said: 'once' })
  const other = keptIn(folder, '1')
  expect(other.get('a')).toEqual({ said: 'once' })
  other.forgetUnused()
  expect(keptIn(folder, '1').get('a')).toEqual({ said: 'once' })
  other.forgetUnused()
  expect(keptIn(folder, '1').get('a')).toBeUndefined()
})

test('may be deleted at any time', () => {
  const kept = keptIn(folder, '1')
  rmSync(folder, { recursive: true, force: true })
  kept.forgetUnused()
  expect(kept.get('a')).toBeUndefined()
  kept.set('a', 1)
  expect(kept.get('a')).toBe(1)
})

test('is as none where it is not as it was written', () => {
  const kept = keptIn(folder, '1')
  kept.set('a', { said: 'once' })
  const file = join(folder, readdirSync(folder).find(name => name.includes('-a')) ?? '')
  for (const text of ['', '{}', '{}\n{}', '\u0000', 'null\nnull']) {
    writeFileSync(file, text)
    expect(kept.get('a'), text).toBeUndefined()
  }
  kept.set('a', { said: 'once' })
  truncateSync(file, 40)
  expect(kept.get('a')).toBeUndefined()
})

test('what another process is writing stays; what a dead one has left goes', () => {
  const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
  const [theirs, left] = [process.ppid, dead].map(pid => join(folder, `1-b.json.${pid}.part`)) as [string, string]
  for (const part of [theirs, left]) writeFileSync(part, '{')
  keptIn(folder, '1').forgetUnused()
  expect([theirs, left].map(part => existsSync(part))).toEqual([true, false])
})
