/** Errors of libraries, of the disk and of the program itself reach an editor with a place and what to do, and without a stack. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from 'lightningcss'
import { afterAll, expect, test } from 'vitest'
import { rawMemory } from '../../../src/import/raw/raw-memory.ts'
import { readRaw } from '../../../src/import/raw/read-raw.ts'
import { faultText } from '../../../src/site/faults.ts'
import { LockHeld } from '../../../src/site/lock.ts'
import { pageFault } from '../../../templates/page-fault.ts'

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
afterAll(() => rmSync(folder, { recursive: true }))

const caught = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
const hasStack = /^\s+at |node:internal|\n\s*at /mu

test('a mistake in a stylesheet has its file, line and column', () => {
  const filename = join(folder, 'site.css')
  writeFileSync(filename, 'a { color: red }\n} b { color: blue }\n')
  const text = faultText(
    caught(() => bundle({ filename })),
    folder,
  )
  expect(text).toMatch(/^site\.css:2:\d+: /u)
  expect(text).toContain('Correct the stylesheet there')
  expect(text).not.toMatch(hasStack)
})

test.each([
  ['ENOSPC', 'the disk is full', 'Make some room'],
  ['EROFS', 'the disk is read-only', 'Make it writable'],
  ['EMFILE', 'too many files', 'Close some programs'],
  ['EACCES', '_site/index.html may not be read or written', 'Close the programs'],
  ['EEXIST', '_site/index.html is in the way', 'Move it elsewhere'],
])('%s of the disk', (code, what, remedy) => {
  const error = Object.assign(new Error(`${code}: …`), { code, path: '/project/_site/index.html' })
  const text = faultText(error, '/project')
  expect(text).toContain(what)
  expect(text).toContain(remedy)
})

test('any other error says where in the program it was, and what to do', () => {
  const error = new Error('the search index could not be started: no binary')
  error.stack =
    'Error: x\n    at f (/project/node_modules/p/src/a.js:1:1)\n    at g (/project/src/search/index.ts:31:47)'
  const text = faultText(error, '/project')
  expect(text).toContain('no binary (src/search/index.ts:31:47)')
  expect(text).toContain('delete the folder .cache')
  expect(text).not.toMatch(hasStack)
  expect(faultText(new LockHeld('another build is running'), '/project')).toBe('another build is running')
})

test('a page that cannot be made is named, with the file it is made from', () => {
  const error = new TypeError('nothing is there')
  error.stack = 'TypeError: nothing is there\n    at Footer (C:\\project\\templates\\parts\\site-footer.tsx:12:5)'
  const { message, skipOriginalStack } = pageFault('/updates/654/', error)
  expect(message).toContain(
    'the page /updates/654/ cannot be made: nothing is there (templates/parts/site-footer.tsx:12:5)',
  )
  expect(message).toContain('content/updates/654.md')
  expect(skipOriginalStack).toBe(true)
})

test('a text on which the parser fails is named, and is no reason to stop', () => {
  const bytes = Buffer.from('Update no 681 10th October 2025\n')
  const { raw, diagnostics } = readRaw(
    { name: '681.txt', bytes, ingested: null },
    () => {
      throw new TypeError('nothing is there')
    },
    rawMemory(folder, '1'),
  )
  expect(raw).toBeNull()
  expect(diagnostics.map(({ code, severity, at }) => `${severity}[${code}] ${at.file}`)).toEqual([
    'error[program-fault] content/raw/681.txt',
  ])
  expect(diagnostics[0]?.message).toContain('nothing is there')
  expect(diagnostics[0]?.hint).toContain('report')
})
