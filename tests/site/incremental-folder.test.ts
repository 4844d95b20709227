/** How staged files come into the site: one by one, or a folder at a time; and what a build does that finds one cut off. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSite, publishStaged, type SiteFolder, siteFolder } from '../../src/site/site-folder.ts'

let top: string
let folder: SiteFolder

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'friday-update-folder-'))
  folder = siteFolder(join(top, '_site'))
  publish({
    'index.html': '1',
    'index/a': '1',
    'index/b': '1',
    'updates/1/index.html': '1',
    'updates/1/index.json': '1',
  })
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

function stage(file: string, content: string): void {
  const path = join(folder.staged, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** A build of these files and keys; what has its key already is kept. */
function publish(files: Record<string, string>): string[] {
  const site = openSite(folder)
  for (const [file, key] of Object.entries(files)) if (site.manifest.get(file) !== key) stage(file, `${file} ${key}`)
  return publishStaged(folder, new Map(Object.entries(files)), site).removed
}

const shown = (file: string): string => readFileSync(join(folder.site, file), 'utf8')

test('a folder of which all is new replaces the old one; in another the files that are as they were stay', () => {
  const removed = publish({
    'index.html': '1',
    'index/b': '2',
    'index/c': '2',
    'updates/1/index.html': '2',
    'updates/1/index.json': '1',
  })
  expect(removed).toEqual(['index/a'])
  expect(existsSync(join(folder.site, 'index', 'a'))).toBe(false)
  expect(['index.html', 'index/b', 'index/c', 'updates/1/index.html', 'updates/1/index.json'].map(shown)).toEqual([
    'index.html 1',
    'index/b 2',
    'index/c 2',
    'updates/1/index.html 2',
    'updates/1/index.json 1',
  ])
})

test('a build that was cut off while a folder was replaced is completed by the next', () => {
  stage('index/a', 'index/a 2')
  // As the machine stopped: the plan is written, the old folder is out of the way, the new one is not in its place.
  const files = { 'index.html': '1', 'index/a': '2' }
  mkdirSync(join(folder.cache, 'replaced'))
  renameSync(join(folder.site, 'index'), join(folder.cache, 'replaced', '0'))
  writeFileSync(join(folder.cache, 'pending.json'), JSON.stringify(Object.entries(files)))
  expect([...openSite(folder).manifest]).toEqual(Object.entries(files))
  expect(shown('index/a')).toBe('index/a 2')
  expect(existsSync(join(folder.site, 'updates'))).toBe(false)
  expect(existsSync(join(folder.cache, 'replaced'))).toBe(false)
})
