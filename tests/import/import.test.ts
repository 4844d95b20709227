/** content/raw → content/updates on a disk, with a parser of three lines, so that it can change. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diagnose } from '../../src/diagnostics/diagnostic.ts'
import { type ImportJob, importAll } from '../../src/import/import-all.ts'
import type { Parse } from '../../src/import/raw/read-raw.ts'
import { readUpdateFile } from '../../src/update/file/update-file.ts'
import { literal } from '../../src/update/markdown.ts'
import { storySlug } from '../../src/update/story-id.ts'

/** "Update no 654 2025-03-21", then a story on each line: "Title: text". `read` is how this parser reads a title. */
const parser =
  (read: (title: string) => string = title => title): Parse =>
  (text, file) => {
    const [heading = '', ...lines] = text.trim().split('\n')
    const [, number, date] = /^Update no (\d+) (\S+)$/u.exec(heading) ?? []
    if (number === undefined || date === undefined) {
      const at = { file, line: 1, column: 1, length: heading.length, source: heading }
      return { update: null, diagnostics: [diagnose('no-masthead', at, {})] }
    }
    const items = lines.map(line => {
      const [title = '', words = ''] = line.split(': ')
      return {
        id: storySlug(title),
        kicker: null,
        title: read(title),
        titleSource: 'printed' as const,
        kind: 'article' as const,
        parts: [{ heading: null, text: literal(words) }],
        meetings: [],
        deadlines: [],
        contacts: [],
        publications: [],
      }
    })
    const sections = [{ kind: 'updates' as const, heading: 'Updates', items }]
    return { update: { number: Number(number), date, heading, sections, foot: '' }, diagnostics: [] }
  }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  mkdirSync(join(folder, 'raw'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const drop = (name: string, text: string) => writeFileSync(join(folder, 'raw', name), text)
const run = (job: Partial<ImportJob> = {}) =>
  importAll({
    rawDir: join(folder, 'raw'),
    updatesDir: join(folder, 'updates'),
    cacheDir: join(folder, 'cache'),
    parse: parser(),
    parserVersion: '1',
    ...job,
  })
const pathOf = (number: number) => join(folder, 'updates', `${number}.md`)
const markdown = (number: number) => readFileSync(pathOf(number), 'utf8')
const correct = (number: number, from: string, to: string) => {
  expect(markdown(number)).toContain(from)
  writeFileSync(pathOf(number), markdown(number).replace(from, to))
}
const titles = (number: number) => {
  const section = readUpdateFile(markdown(number), 'x.md').update?.sections[0]
  return section?.kind === 'updates' ? section.items.map(({ title }) => title) : null
}
const codes = ({ diagnostics }: { diagnostics: { code: string }[] }) => diagnostics.map(({ code }) => code)
/** Every file below the folder, with its bytes and when it was written. */
const everything = () =>
  readdirSync(join(folder, 'updates'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [path, readFileSync(path, 'utf8'), statSync(path).mtimeMs])
const force = (...numbers: number[]) => ({ wishes: { force: new Set(numbers), keep: new Set<number>() } })
const keep = (...numbers: number[]) => ({ wishes: { force: new Set<number>(), keep: new Set(numbers) } })

const TEXT = 'Update no 654 2025-03-21\nOne: first words\nTwo: second words\nThree: third words\n'

describe('a raw text becomes a Markdown file', () => {
  test('and what an import left that was killed while it wrote goes', () => {
    drop('654.txt', TEXT)
    run()
    const left = `${pathOf(654)}.999999999.part`
    const ofOther = `${pathOf(655)}.${process.ppid}.part`
    for (const file of [left, ofOther]) writeFileSync(file, 'half of')
    run()
    expect([existsSync(left), existsSync(ofOther)]).toEqual([false, true])
    expect(titles(654)).toEqual(['One', 'Two', 'Three'])
  })

  test('whatever it is called, but not files that the system leaves beside it', () => {
    drop('from the newsletter.txt', TEXT)
    mkdirSync(join(folder, 'raw', 'Update 655_files'))
    drop('Update 655.html', 'Update no 655 2025-03-28\nFour: words\n')
    for (const name of ['Update 655_files/page.css', 'Update 655_files/logo.png', 'photo.jpg']) drop(name, 'x')
    for (const name of ['.gitkeep', '.DS_Store', 'Thumbs.db', '655.txt.part', '~$655.docx', '#656.txt', '65\n7.txt'])
      drop(name, 'x')
    const { written, diagnostics } = run()
    expect(written).toEqual([654, 655])
    expect(diagnostics.map(({ code, at }) => `${code} ${at.file}`)).toEqual([
      'raw-passed-over content/raw/.DS_Store',
      'raw-passed-over content/raw/#656.txt',
      'raw-passed-over content/raw/~$655.docx',
      'raw-passed-over content/raw/65⏎7.txt',
      'raw-passed-over content/raw/655.txt.part',
      'raw-passed-over content/raw/photo.jpg',
      'raw-passed-over content/raw/Thumbs.db',
    ])
    expect(titles(654)).toEqual(['One', 'Two', 'Three'])
  })

  test.skipIf(process.platform === 'win32')('but no pipe, which would be waited for', () => {
    drop('654.txt', TEXT)
    execFileSync('mkfifo', [join(folder, 'raw', '655.txt')])
    const { written, diagnostics } = run()
    expect(written).toEqual([654])
    expect(diagnostics.map(({ code, at }) => `${code} ${at.file}`)).toEqual(['raw-passed-over content/raw/655.txt'])
  })

  test('from a folder of a year, and behind a link; a link that leads in circles is named', () => {
    mkdirSync(join(folder, 'raw', '2025', 'March'), { recursive: true })
    drop('2025/March/654.txt', TEXT)
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'elsewhere', 'next.txt'), 'Update no 655 2025-03-28\nFour: words\n')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'raw', 'linked'))
    symlinkSync(join(folder, 'raw'), join(folder, 'raw', '2025', 'again'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'raw', 'lost.txt'))
    const { written, diagnostics } = run()
    expect(written).toEqual([654, 655])
    expect(diagnostics.map(({ at, message }) => `${at.file} ${message}`)).toEqual([
      'content/raw/2025/again this file was not imported: it is a link to a folder around it',
      'content/raw/lost.txt this file was not imported: it is a link to something that is not there',
    ])
  })

  test('a save in the middle of an import is kept', () => {
    drop('654.txt', TEXT)
    run()
    const corrected = markdown(654).replace('### Two', '### Two, corrected')
    drop('654.txt', TEXT.replace('One', 'First'))
    // The parser is asked again for a text that is remembered, after the Markdown was read.
    run({ updatesDir: join(folder, 'other') })
    let saves = 1
    const saving: Parse = (text, file) => {
      if (saves-- > 0) writeFileSync(pathOf(654), corrected)
      return parser()(text, file)
    }
    expect(run({ parse: saving }).written).toEqual([654])
    expect(saves).toBeLessThan(1)
    expect(titles(654)).toEqual(['First', 'Two, corrected', 'Three'])
  })

  test('its value is at hand without reading the file again', () => {
    drop('654.txt', TEXT)
    const { fresh } = run()
    expect(fresh).toEqual([
      { name: '654.md', markdown: markdown(654), update: readUpdateFile(markdown(654), '654.md').update },
    ])
    expect(run().fresh).toEqual([])
  })

  test('importing twice changes no byte and writes nothing', () => {
    drop('654.txt', TEXT)
    drop('655.txt', 'Update no 655 2025-03-28\nFour: words\n')
    run()
    const before = everything()
    expect(run()).toMatchObject({ written: [], unchanged: [654, 655], removed: [], diagnostics: [] })
    expect(everything()).toEqual(before)
  })

  test('an unchanged text is not parsed again, and its warnings stay', () => {
    drop('654.txt', TEXT.replace('first', 'firs\uFFFDt'))
    expect(codes(run())).toEqual(['lost-character'])
    const parse = () => {
      throw new Error('parsed again')
    }
    expect(codes(run({ parse }))).toEqual(['lost-character'])
    const { diagnostics } = run({ parse, parserVersion: '2' })
    expect(diagnostics.map(({ code, message }) => [code, message])).toContainEqual([
      'program-fault',
      expect.stringContaining('parsed again'),
    ])
  })

  test('a new text, or a new parser, rewrites it', () => {
    drop('654.txt', TEXT)
    run()
    drop('654.txt', TEXT.replace('first words', 'better words'))
    expect(run().written).toEqual([654])
    expect(markdown(654)).toContain('better words')
    expect(run({ parse: parser(title => `${title}!`), parserVersion: '2' }).written).toEqual([654])
    expect(titles(654)).toEqual(['One!', 'Two!', 'Three!'])
  })

  test('a deleted Markdown file comes back fresh', () => {
    drop('654.txt', TEXT)
    run()
    correct(654, '### One', '### Uno')
    rmSync(pathOf(654))
    expect(run().written).toEqual([654])
    expect(titles(654)).toEqual(['One', 'Two', 'Three'])
  })

  test('without the cache, on a fresh clone, nothing changes', () => {
    drop('654.txt', TEXT)
    run()
    correct(654, '### One', '### Uno')
    const before = everything()
    rmSync(join(folder, 'cache'), { recursive: true })
    expect(run()).toMatchObject({ written: [], unchanged: [654], diagnostics: [] })
    expect(everything()).toEqual(before)
  })
})

describe('a correction by hand', () => {
  beforeEach(() => {
    drop('654.txt', TEXT)
    run()
    correct(654, '### One', '### Uno')
  })

  test('is kept', () => {
    expect(run()).toMatchObject({ written: [], unchanged: [654], diagnostics: [] })
    expect(titles(654)).toEqual(['Uno', 'Two', 'Three'])
  })

  test('is kept with Windows line ends', () => {
    writeFileSync(pathOf(654), markdown(654).replaceAll('\n', '\r\n'))
    const before = everything()
    expect(run()).toMatchObject({ written: [], diagnostics: [] })
    expect(everything()).toEqual(before)
  })

  test('goes together with what changed elsewhere in the raw text, also without the cache', () => {
    drop('654.txt', TEXT.replace('third words', 'other words'))
    rmSync(join(folder, 'cache'), { recursive: true })
    expect(run()).toMatchObject({ written: [654], diagnostics: [], fresh: [] })
    expect(titles(654)).toEqual(['Uno', 'Two', 'Three'])
    expect(markdown(654)).toContain('other words')
    expect(run()).toMatchObject({ written: [], unchanged: [654], diagnostics: [] })
  })

  test('merges with what a new parser reads differently, again and again', () => {
    const newer = { parse: parser(title => title.replace('Three', 'Drei')), parserVersion: '2' }
    expect(run(newer)).toMatchObject({ written: [654], diagnostics: [] })
    expect(titles(654)).toEqual(['Uno', 'Two', 'Drei'])
    run({ parserVersion: '3' })
    expect(titles(654)).toEqual(['Uno', 'Two', 'Three'])
  })

  test('that collides is shown with both sides, and the file is left as it is', () => {
    const newer = { parse: parser(title => title.replace('One', 'Ein')), parserVersion: '2' }
    const before = everything()
    const { written, unchanged, diagnostics } = run(newer)
    expect([written, unchanged]).toEqual([[], [654]])
    expect(everything()).toEqual(before)
    const line = markdown(654).split('\n').indexOf('### Uno') + 1
    const [collision] = diagnostics.filter(({ at }) => at.source === '### Uno')
    expect(collision).toMatchObject({
      code: 'colliding-correction',
      severity: 'warning',
      at: { file: 'content/updates/654.md', line, column: 1 },
    })
    expect(collision?.message).toMatch(/here:\s+### Uno\nimport:\s+### Ein$/u)
    expect(codes(run(newer))).toContain('colliding-correction')
  })

  test('that collides is settled by --keep', () => {
    const newer = { parse: parser(title => title.replace('One', 'Ein')), parserVersion: '2' }
    expect(run({ ...newer, ...keep(654) })).toMatchObject({ written: [], diagnostics: [] })
    expect(run(newer)).toMatchObject({ written: [], diagnostics: [] })
    expect(titles(654)).toEqual(['Uno', 'Two', 'Three'])
  })

  test('that says what the parser now says is no collision', () => {
    expect(run({ parse: parser(title => title.replace('One', 'Uno')), parserVersion: '2' }).diagnostics).toEqual([])
    expect(titles(654)).toEqual(['Uno', 'Two', 'Three'])
  })

  test('goes with --force, and only there', () => {
    drop('655.txt', 'Update no 655 2025-03-28\nFour: words\n')
    run()
    correct(655, '### Four', '### Quattro')
    expect(run(force(654)).written).toEqual([654])
    expect(titles(654)).toEqual(['One', 'Two', 'Three'])
    expect(titles(655)).toEqual(['Quattro'])
  })

  test('that makes the file unreadable is kept as well', () => {
    correct(654, 'number: 654', 'number: [')
    drop('654.txt', TEXT.replace('third words', 'other words'))
    const before = everything()
    expect(codes(run())).toEqual(['merge-unfit'])
    expect(everything()).toEqual(before)
  })

  test('of which no record is left counts as one from now on, and that is said once', () => {
    rmSync(join(folder, 'updates/.imported'), { recursive: true })
    expect(codes(run())).toEqual(['unrecorded-markdown'])
    expect(titles(654)).toEqual(['Uno', 'Two', 'Three'])
    expect(codes(run())).toEqual([])
    run({ parse: parser(title => title.replace('Three', 'Drei')), parserVersion: '2' })
    expect(titles(654)).toEqual(['Uno', 'Two', 'Drei'])
  })
})

describe('what cannot be used', () => {
  test('is all shown, and does not hold up the others', () => {
    drop('653.txt', 'Update no 653 2025-03-14\nOne: words\n')
    drop('654.txt', 'no masthead')
    drop('655.txt', '')
    drop('656.txt', 'Update no 665 2025-04-04')
    const { written, diagnostics } = run()
    expect(written).toEqual([653])
    expect(diagnostics.map(({ code, at }) => `${at.file}:${at.line} ${code}`)).toEqual([
      'content/raw/654.txt:1 no-masthead',
      'content/raw/655.txt:1 empty-file',
      'content/raw/656.txt:1 raw-number-against-file-name',
    ])
  })

  test('what was imported of it before stays', () => {
    drop('654.txt', TEXT)
    run()
    const before = markdown(654)
    drop('654.txt', 'the wrong text')
    drop('655.txt', 'Update no 655 2025-03-28\nFour: words\n')
    expect(run()).toMatchObject({ written: [655], removed: [] })
    expect(markdown(654)).toBe(before)
  })

  test('two raw texts for one number', () => {
    drop('654.txt', TEXT)
    drop('a copy.txt', TEXT)
    const { written, diagnostics } = run()
    expect(written).toEqual([])
    expect(diagnostics.map(({ code, at }) => `${at.file}:${at.line} ${code}`)).toEqual([
      'content/raw/a copy.txt:1 raw-number-twice',
    ])
    expect(diagnostics[0]?.message).toContain('content/raw/654.txt')
  })

  test('a number that no raw text has', () => {
    drop('654.txt', TEXT)
    expect(codes(run(force(999)))).toEqual(['nothing-to-import'])
    expect(existsSync(pathOf(654))).toBe(false)
  })

  test.each([
    'Update no 654.txt',
    'friday-update-654',
    '0654.TXT',
    '2025-03-21.txt',
    '21 March 2025.txt',
    '654 v2.txt',
  ])('a name that says nothing else is fine: %s', name => {
    drop(name, TEXT)
    expect(run().written).toEqual([654])
  })
})

describe('a raw text that goes', () => {
  beforeEach(() => {
    drop('654.txt', TEXT)
    run()
    rmSync(join(folder, 'raw/654.txt'))
  })

  test('leaves its Markdown, and says so', () => {
    expect(run()).toMatchObject({ written: [], unchanged: [654], removed: [] })
    expect(codes(run())).toEqual(['raw-gone'])
    expect(titles(654)).toEqual(['One', 'Two', 'Three'])
  })

  test('is forgotten once its Markdown goes too', () => {
    rmSync(pathOf(654))
    expect(run()).toMatchObject({ removed: [654], diagnostics: [] })
    expect(everything()).toEqual([])
  })

  test('and comes back under another name is the same', () => {
    correct(654, '### One', '### Uno')
    drop('renamed.txt', TEXT)
    expect(run()).toMatchObject({ written: [], unchanged: [654], diagnostics: [] })
    rmSync(join(folder, 'raw/renamed.txt'))
    expect(run().diagnostics[0]?.message).toContain('renamed.txt')
  })

  test('and becomes another number leaves the old file, and says so', () => {
    drop('a.txt', TEXT.replace('654', '655'))
    expect(run().written).toEqual([655])
    expect(codes(run())).toEqual(['raw-gone'])
  })
})

test('a Markdown file that never had a raw text is left alone', () => {
  drop('654.txt', TEXT)
  run()
  writeFileSync(pathOf(700), 'written by hand')
  expect(run().diagnostics).toEqual([])
  expect(markdown(700)).toBe('written by hand')
})
