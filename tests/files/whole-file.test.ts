/** Files that others may read at any moment. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearParts, writeWhole } from '../../src/files/whole-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a write that fails leaves nothing behind', () => {
  mkdirSync(join(folder, 'taken', 'by-a-folder'), { recursive: true })
  expect(() => writeWhole(join(folder, 'taken'), 'new')).toThrow()
  expect(readdirSync(folder)).toEqual(['taken'])
})

test('a file that may not be replaced stays as it is, alone', () => {
  const file = join(folder, 'a.md')
  writeFileSync(file, 'mine')
  expect(writeWhole(file, 'new', () => false)).toBe(false)
  expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([['a.md'], 'mine'])
})

test('what a killed process left behind goes; what a running one is writing stays', () => {
  // No process has this number: it is above the most that any system gives.
  for (const name of ['a.md.99999999.part', `b.md.${process.pid}.part`, 'c.md']) writeFileSync(join(folder, name), 'x')
  clearParts(folder)
  expect(readdirSync(folder).sort()).toEqual([`b.md.${process.pid}.part`, 'c.md'])
})
