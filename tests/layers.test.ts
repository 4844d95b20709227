/** Which folder may import which: docs/design.md says why. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** A room, and the rooms that its files may import; its own always. */
const mayImport: Record<string, string[]> = {
  'src/diagnostics': [],
  'src/files': [],
  'src/update': ['src/diagnostics'],
  'src/ingest': ['src/update', 'src/diagnostics'],
  'src/parse': ['src/update', 'src/diagnostics'],
  'src/import': ['src/files', 'src/ingest', 'src/parse', 'src/update', 'src/diagnostics'],
  'src/archive': ['src/update', 'src/diagnostics'],
  'src/publish': ['src/archive', 'src/update', 'src/diagnostics'],
  'src/search': ['src/archive', 'src/publish', 'src/update', 'src/diagnostics'],
  'src/site': [
    'src/files',
    'src/import',
    'src/parse',
    'src/archive',
    'src/publish',
    'src/search',
    'src/update',
    'src/diagnostics',
    'templates',
  ],
  templates: ['src/archive', 'src/publish', 'src/update'],
}
/** Single files that a room may not import although it may their folder: the disk, and the format of update files. */
const closed: Record<string, RegExp> = {
  templates: /^src\/(?:archive\/(?:content\/(?:read-|authorities|site|yaml)|build-)|update\/file\/)/u,
  'src/publish': /^src\/update\/file\//u,
  'src/search': /^src\/update\/file\//u,
}

const roomOf = (path: string) => Object.keys(mayImport).find(room => path.startsWith(`${room}/`))

const filesBelow = (...tops: string[]) =>
  tops.flatMap(top =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/u.test(name))
      .map(name => join(top, name)),
  )
const files = filesBelow('src', 'templates')

test('every file is in a room', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter(file => roomOf(file) === undefined)).toEqual([])
})

test('no file imports from a room that its own may not', () => {
  expect(files.flatMap(strayImports)).toEqual([])
})

test('docs/design.md has a row for every room', () => {
  const rows = readFileSync('docs/design.md', 'utf8').matchAll(/^\| (?<rooms>`(?:src|templates)[^|]*) \|/gmu)
  const named = Array.from(rows, ({ groups }) => groups?.rooms?.match(/(?<=`)[\w/]+(?=`)/gu) ?? []).flat()
  expect(named.sort()).toEqual(Object.keys(mayImport).sort())
})

test('no file imports itself, through others or types either', () => {
  expect(circleIn(filesBelow('src', 'templates', 'scripts', 'tests'))).toBeNull()
})

test.each([
  ['luxon', ['src/update/calendar-day.ts']],
  ['gray-matter', ['src/update/file/front-matter.ts']],
  ['js-yaml', []],
])('%s is used in one place at most', (name, places) => {
  const importing = new RegExp(`^import .* from '${name}'$`, 'mu')
  // The lower bound of the benchmark is a program of its own, which a script writes.
  const users = filesBelow('src', 'templates', 'scripts').filter(
    file => file !== 'scripts/bench/projects.ts' && importing.test(readFileSync(file, 'utf8')),
  )
  expect(users).toEqual(places)
})

test('no folder holds more than fifteen files side by side', () => {
  const inside = ['src', 'templates', 'scripts', 'tests', 'docs'].flatMap(top =>
    readdirSync(top, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => entry.parentPath),
  )
  const crowded = [...new Set(inside)].filter(folder => inside.filter(other => other === folder).length > 15)
  // Cases come from elsewhere, each as a text and what it says.
  expect(crowded.filter(folder => folder !== 'tests/cases')).toEqual([])
})

function strayImports(file: string): string[] {
  const room = roomOf(file) ?? ''
  return importsOf(file)
    .filter(path => {
      const target = roomOf(path)
      return target !== room && (!mayImport[room]?.includes(target ?? '') || closed[room]?.test(path))
    })
    .map(path => `${file} imports ${path}`)
}

/** Files of ours that a file imports, types as well. */
function importsOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*'(?<path>\.[^']+)'/gu)
  return Array.from(imports, ({ groups }) => join(dirname(file), groups?.path ?? ''))
}

/** The first way that leads back to where it began ("a.ts → b.ts → a.ts"); null: there is none. */
function circleIn(files: readonly string[]): string | null {
  const done = new Set<string>()
  const from = (file: string, way: readonly string[]): string | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].join(' → ')
    if (done.has(file) || !files.includes(file)) return null
    for (const next of importsOf(file)) {
      const circle = from(next, [...way, file])
      if (circle !== null) return circle
    }
    done.add(file)
    return null
  }
  return files.reduce<string | null>((found, file) => found ?? from(file, []), null)
}
