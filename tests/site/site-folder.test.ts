/** How a finished site takes the old one's place, and what becomes of it where that is cut off. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveTo } from '../../src/files/whole-file.ts'
import {
  isMadeOf,
  openSite,
  type SiteFolder,
  settle,
  stage,
  stagedFiles,
  wholeSite,
} from '../../src/site/site-folder.ts'

let top: string
let folder: SiteFolder

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'friday-update-folder-'))
  folder = { site: join(top, '_site'), staged: join(top, '.cache', 'staged'), cache: join(top, '.cache') }
  build({ 'index.html': '1', 'index/a': '1', 'index/b': '1', 'updates/1/index.html': '1' })
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

/** A build of these files and keys; what has its key already is kept. */
function build(files: Record<string, string>) {
  const site = openSite(folder)
  for (const [file, key] of Object.entries(files))
    if (site.manifest.get(file) !== key) stage(folder, file, `${file} ${key}`)
  return settle(folder, change(Object.entries(files)), site)
}

const change = (next: [string, string][]) => ({ staged: stagedFiles(folder, ''), next: new Map(next) })

const shown = (file: string): string => readFileSync(join(folder.site, file), 'utf8')
const manifest = join('.cache', 'manifest.json')

test('what is new comes in, what has no source goes, with the folder that it leaves empty', () => {
  const next = { 'index.html': '1', 'index/b': '2', 'index/c': '2' }
  expect(build(next)).toMatchObject({ written: 2, removed: ['index/a', 'updates/1/index.html'] })
  expect(Object.keys(next).map(shown)).toEqual(['index.html 1', 'index/b 2', 'index/c 2'])
  expect(existsSync(join(folder.site, 'updates'))).toBe(false)
})

test('a file whose bytes are as they were is not written again, though it was made again', () => {
  const then = new Date('2020-01-01')
  utimesSync(join(folder.site, 'index.html'), then, then)
  rmSync(join(top, manifest))
  build({ 'index.html': '1' })
  expect(statSync(join(folder.site, 'index.html')).mtime).toEqual(then)
})

test('a build that is cut off while files are replaced is repaired by the next, whatever that builds', () => {
  const before = { 'index.html': '1', 'index/a': '1' }
  build(before)
  const site = openSite(folder)
  stage(folder, 'index/a', 'index/a 2')
  stage(folder, 'index.html', 'index.html 2')
  // As a machine that stops in the middle: one file comes in, the other one cannot.
  rmSync(join(folder.site, 'index'), { recursive: true })
  writeFileSync(join(folder.site, 'index'), 'in the way')
  expect(() => settle(folder, change(Object.keys(before).map(file => [file, '2'])), site)).toThrow()
  expect(shown('index.html')).toBe('index.html 2')
  rmSync(join(folder.site, 'index'))
  build(before)
  expect(Object.keys(before).map(shown)).toEqual(['index.html 1', 'index/a 1'])
})

test('a build that is cut off has brought in what is new, and taken away nothing that pages may still link to', () => {
  const site = openSite(folder)
  for (const file of ['a-page/index.html', 'index/a', 'z-page/index.html']) stage(folder, file, `${file} 2`)
  // The one file that is replaced cannot be.
  rmSync(join(folder.site, 'index', 'a'))
  mkdirSync(join(folder.site, 'index', 'a', 'in the way'), { recursive: true })
  const next = change(['a-page/index.html', 'index/a', 'z-page/index.html'].map(file => [file, '2']))
  expect(() => settle(folder, next, site)).toThrow()
  for (const file of ['a-page/index.html', 'z-page/index.html']) expect(shown(file)).toBe(`${file} 2`)
  for (const file of ['index.html', 'updates/1/index.html']) expect(shown(file)).toBe(`${file} 1`)
})

test('what a build leaves is what the next one finds', () => {
  const { site } = build({ 'index.html': '1', 'index/b': '2', 'index/c': '2' })
  expect(site).toEqual(openSite(folder))
})

describe('a site is made of the same as before', () => {
  const isUnchanged = () => isMadeOf(openSite(folder), 'content')
  beforeEach(() => {
    const site = openSite(folder)
    settle(folder, change([...site.manifest, [wholeSite, 'content']]), site)
  })

  test('where all its files are there, and of that alone', () => {
    expect(isUnchanged()).toBe(true)
    expect(isMadeOf(openSite(folder), 'other content')).toBe(false)
  })

  test('not where a file has gone', () => {
    rmSync(join(folder.site, 'index', 'a'))
    expect(isUnchanged()).toBe(false)
  })

  test('not where another file has come', () => {
    writeFileSync(join(folder.site, 'stray'), '')
    expect(isUnchanged()).toBe(false)
  })

  test('not while a later build comes in', () => {
    build({ 'index.html': '2' })
    expect(isUnchanged()).toBe(false)
  })

  test('not where the manifest has gone', () => {
    rmSync(join(top, manifest))
    expect(isUnchanged()).toBe(false)
  })
})

describe('a manifest that cannot be trusted is as none', () => {
  test.each([
    ['empty', ''],
    ['an empty object', '{}'],
    ['no JSON', '\u0000\u0001'],
    ['another hash', 'abc\n[["index.html","2"]]'],
  ])('%s', (_, text) => {
    writeFileSync(join(top, manifest), text)
    expect(openSite(folder).manifest.size).toBe(0)
    build({ 'index.html': '2' })
    expect(shown('index.html')).toBe('index.html 2')
  })

  test('cut off', () => {
    writeFileSync(join(top, manifest), readFileSync(join(top, manifest), 'utf8').slice(0, -3))
    expect(openSite(folder).manifest.size).toBe(0)
  })
})

describe('a file that another program holds open', () => {
  const held = (code: string, times: number) => {
    let left = times
    return () => {
      if (left-- > 0) throw Object.assign(new Error(code), { code })
    }
  }

  test.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again after %s', code => {
    expect(() => moveTo('a', 'b', held(code, 3))).not.toThrow()
  })

  test('is given up in the end, and what cannot be cured by waiting at once', () => {
    expect(() => moveTo('a', 'b', held('EPERM', 1000))).toThrow('EPERM')
    expect(() => moveTo('a', 'b', held('ENOENT', 1))).toThrow('ENOENT')
  })
})
