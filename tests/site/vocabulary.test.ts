/** What pages say about themselves in JSON-LD is held to schema.org's own vocabulary, as the package schema-dts has it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type RenderedPage, renderedPages } from '../support/site/rendered-pages.ts'
import { aMeeting, smallArchive } from '../support/small-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Thing = { '@context'?: string; '@graph'?: Thing[]; '@type'?: string; [property: string]: unknown }

/** Every kind of meeting has its own way to say when and where. */
function archiveOfAllKinds() {
  const archive = smallArchive()
  const later = { date: '2026-06-05', start: '10:00', place: 'Mill House' } as const
  const others = [
    aMeeting({ id: 'in-person', ...later, mode: 'in-person', end: '12:00' }),
    aMeeting({ id: 'hybrid', ...later, mode: 'hybrid', lastDate: '2026-06-06' }),
    aMeeting({ id: 'online', ...later, mode: 'online', status: 'cancelled' }),
    aMeeting({ id: 'moved', ...later, moves: [{ from: { date: '2026-05-05', start: null }, announcedIn: 702 }] }),
  ]
  archive.meetings = new Map([...archive.meetings, ...others.map(one => [one.id, one] as const)])
  archive.networks.get('otters-and-weirs')?.meetings.push(...others.map(({ id }) => id))
  return archive
}

const pages = renderedPages(archiveOfAllKinds())

function linkedDataOf({ html }: RenderedPage): Thing[] {
  const texts = Array.from(html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gsu), ([, text]) => text)
  return texts.map(text => JSON.parse(text ?? ''))
}

/** What the compiler has to say against these values as values of schema.org, by line. */
function diagnosticsAbout(values: readonly Thing[]): string {
  const lines = values.map((value, at) => {
    const type = value['@graph'] === undefined ? 'WithContext<Thing>' : 'Graph'
    return `export const value${at}: ${type} = ${JSON.stringify(withoutInputs(value))}`
  })
  writeFileSync(
    join(folder, 'values.ts'),
    `import type { Graph, Thing, WithContext } from 'schema-dts'\n${lines.join('\n')}\n`,
  )
  const types = resolve('node_modules/schema-dts/dist/schema.d.ts')
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ['es2023'] },
    ...{ module: 'nodenext', moduleResolution: 'nodenext', paths: { 'schema-dts': [types] } },
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['values.ts'] }))
  try {
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
    return ''
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  }
}

/** `query-input` annotates a property and is none itself: https://schema.org/docs/actions.html, "Input and Output constraints". */
function withoutInputs(value: Thing): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (/-(?:in|out)put$/u.test(key) ? undefined : inner)))
}

const typesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => (key === '@type' ? [String(inner)] : typesIn(inner)))

describe('linked data', () => {
  const values = pages.flatMap(linkedDataOf)

  test('is on every kind of page that stands for a thing', () => {
    const kinds = new Map<string, Set<string>>()
    for (const page of pages) {
      const known = kinds.get(page.kind) ?? new Set()
      for (const type of linkedDataOf(page).flatMap(typesIn)) known.add(type)
      kinds.set(page.kind, known)
    }
    const must: Record<string, string[]> = {
      home: ['WebSite', 'Periodical'],
      update: ['PublicationIssue', 'BreadcrumbList'],
      publication: ['Report', 'Organization', 'BreadcrumbList'],
      publisher: ['Organization', 'BreadcrumbList'],
      network: ['Organization', 'Event', 'BreadcrumbList'],
      person: ['Person', 'BreadcrumbList'],
      topic: ['CollectionPage', 'BreadcrumbList'],
      data: ['Dataset', 'DataDownload'],
    }
    for (const [kind, types] of Object.entries(must)) {
      expect([...(kinds.get(kind) ?? [])], kind).toEqual(expect.arrayContaining(types))
    }
  })

  test('uses the types and properties of schema.org, each with a value that it may have', () => {
    expect(values.length).toBeGreaterThan(10)
    expect(diagnosticsAbout(values)).toBe('')
  })

  test('is refused with a type, a property or a value that schema.org does not know', () => {
    const context = { '@context': 'https://schema.org' }
    const diagnostics = diagnosticsAbout([
      { ...context, '@type': 'Evnt' },
      { ...context, '@type': 'Event', startDat: '2026-03-27' },
      { ...context, '@type': 'Event', location: { '@type': 'Person' } },
    ])
    expect(diagnostics.match(/^\S.*error TS/gmu)).toHaveLength(3)
  })

  test('of a person holds no address and no number', () => {
    const text = JSON.stringify(pages.filter(({ kind }) => kind === 'person').flatMap(linkedDataOf))
    expect(text).not.toMatch(/@[a-z.-]+\.[a-z]|telephone|"email"|\+44/u)
  })
})
