/** What the disk refuses Eleventy is kept, for the build to say in words; anyone else still hears of it. */
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pageWrites } from '../../src/site/page-writes.ts'

const { writeFileSync: write, mkdirSync: make } = fs
const folder = mkdtempSync(join(tmpdir(), 'writes-'))
afterAll(() => {
  Object.assign(fs, { writeFileSync: write, mkdirSync: make })
  rmSync(folder, { recursive: true })
})

test('an error below the folder of the pages is kept until the next build', () => {
  const writes = pageWrites()
  writeFileSync(join(folder, 'file'), '')
  const inTheWay = join(folder, 'file', 'index.html')
  expect(() => fs.writeFileSync(inTheWay, 'a')).toThrow('ENOTDIR')

  writes.expectIn(folder)
  fs.mkdirSync(join(folder, 'file', 'deeper'), { recursive: true })
  fs.writeFileSync(inTheWay, 'a')
  expect(writes.fault()).toMatchObject({ code: 'ENOTDIR', syscall: 'mkdir' })
  fs.writeFileSync(join(folder, 'index.html'), 'a')
  expect(fs.readFileSync(join(folder, 'index.html'), 'utf8')).toBe('a')

  writes.expectIn(join(folder, 'other'))
  expect(writes.fault()).toBeNull()
  expect(() => fs.writeFileSync(inTheWay, 'a')).toThrow('ENOTDIR')
})
