/** Holds what was read of an awkward update (tests/cases) against what a careful reader takes from it. */
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { PeopleData, PublicationsData, SectionData, UpdateData } from '../../../src/publish/data/schemas.ts'

type AnyOf<T> = T | { anyOf: T[] }
const anyOf = <S extends z.ZodType>(one: S) => z.union([z.object({ anyOf: z.array(one) }), one])
const words = z.array(z.string())
const wantedItem = z.strictObject({
  /** null: no printed title; `starts` says which story is meant. */
  title: anyOf(z.string()).nullable(),
  starts: z.string().optional(),
  parts: anyOf(z.array(z.string().nullable())).optional(),
  has: words.optional(),
  kind: z.string().optional(),
})
const wantedPerson = z.strictObject({
  name: z.string(),
  role: anyOf(z.string()).optional(),
  organisation: anyOf(z.string().nullable()).optional(),
  emails: words.optional(),
  /** Digits only. */
  phones: words.optional(),
})
const told = anyOf(z.string().nullable()).optional()
const wantedMeeting = z.strictObject({
  /** As printed, or any name of its network. */
  label: anyOf(z.string()),
  date: told,
  start: told,
  end: told,
  mode: told,
  cancelled: anyOf(z.boolean()).optional(),
  status: told,
  subject: told,
  place: told,
})
const wantedWork = z.strictObject({
  title: anyOf(z.string()),
  date: told,
  publishers: anyOf(words).optional(),
})
const wantedDiagnostic = z.strictObject({ code: anyOf(z.string()).optional(), on: z.string().optional() })

/** What one case expects; only the facts that it is about. */
export const expectation = z.strictObject({
  why: z.string(),
  number: z.number(),
  date: anyOf(z.string()).optional(),
  heading: z.string().optional(),
  /** Kinds, in order. */
  sections: words.optional(),
  /** All stories, in order. */
  updates: z.array(wantedItem).optional(),
  reminders: z.array(wantedItem).optional(),
  /** Pieces of the standing text. */
  noticesHave: words.optional(),
  noticesLack: words.optional(),
  /** All entries of the contact list, in order. */
  contacts: z.array(wantedPerson).optional(),
  /** Who is in `/data/people.json`; names, or pieces of names, that no one has. */
  people: z.array(wantedPerson).optional(),
  noPeople: words.optional(),
  /** All meetings of the update, in order. */
  meetings: anyOf(z.array(wantedMeeting)).optional(),
  /** Days without a meeting; a cancelled one is allowed. */
  noDay: words.optional(),
  /** All entries of the publication list. */
  publications: anyOf(z.array(wantedWork)).optional(),
  /** What is in `/data/publications.json`; pieces of titles that none has (`^`: beginnings). */
  works: anyOf(z.array(wantedWork)).optional(),
  noWorks: words.optional(),
  /** Some message, or none, of this code on a line that says these words. */
  warn: z.array(wantedDiagnostic).optional(),
  noWarn: z.array(wantedDiagnostic).optional(),
  links: words.optional(),
  /** A list entry within another. */
  under: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Two cells of a row with more than a blank between them. */
  apart: z.array(z.tuple([z.string(), z.string()])).optional(),
  order: words.optional(),
  /** Every word of the text is on the page. */
  wordsKept: z.literal(true).optional(),
})
export type Expectation = z.output<typeof expectation>
type WantedItem = z.output<typeof wantedItem>
type WantedPerson = z.output<typeof wantedPerson>
type WantedMeeting = z.output<typeof wantedMeeting>
type WantedWork = z.output<typeof wantedWork>
type WantedDiagnostic = z.output<typeof wantedDiagnostic>
const exactMeetingFacts = ['date', 'start', 'end', 'mode', 'cancelled', 'status'] as const
const wordyMeetingFacts = ['subject', 'place'] as const

/** Everything that the archive makes of one case. */
export type Outcome = {
  raw: string
  update: UpdateData
  people: PeopleData
  works: PublicationsData
  /** Names of publishers and networks, by id. */
  names: ReadonlyMap<string, readonly string[]>
  /** Days with a meeting that is not cancelled: update, list of meetings and calendar together. */
  days: readonly string[]
  diagnostics: readonly Diagnostic[]
  /** The update's page. */
  html: string
}

/** The facts that do not hold, one line each: what was expected, and what was found. */
export function wrongFacts(want: Expectation, got: Outcome): string[] {
  const { sections } = got.update
  const wrong: string[] = []
  const check = (right: boolean, what: string, wanted: unknown, found: unknown) => {
    if (!right) wrong.push(`${what}: expected ${JSON.stringify(wanted)}; got ${JSON.stringify(found)}`)
  }
  check(want.number === got.update.number, 'number', want.number, got.update.number)
  if (want.date !== undefined)
    check(
      fits(want.date, date => date === got.update.date),
      'date',
      want.date,
      got.update.date,
    )
  if (want.heading !== undefined)
    check(norm(want.heading) === norm(got.update.heading), 'heading', want.heading, got.update.heading)
  if (want.sections !== undefined) {
    const kinds = sections.map(({ kind }) => kind)
    check(kinds.join() === want.sections.join(), 'sections', want.sections, kinds)
  }
  for (const kind of ['updates', 'reminders'] as const) {
    const wanted = want[kind]
    if (wanted !== undefined) itemFacts(wanted, itemsIn(sections, kind), check)
  }
  const notices = sections.flatMap(section =>
    section.kind === 'notices' ? [`${section.heading ?? ''} ${section.text}`] : [],
  )
  const standing = bare(notices.join(' '))
  for (const words of want.noticesHave ?? []) check(standing.includes(bare(words)), 'notices have', words, standing)
  for (const words of want.noticesLack ?? []) check(!standing.includes(bare(words)), 'notices lack', words, standing)
  if (want.contacts !== undefined) contactFacts(want.contacts, sections, check)
  for (const person of want.people ?? []) {
    const found = got.people.find(({ name }) => norm(name) === norm(person.name))
    check(
      found !== undefined,
      'person',
      person.name,
      got.people.map(({ name }) => name),
    )
    if (found !== undefined) personFacts(person, found, check)
  }
  for (const name of want.noPeople ?? []) {
    const found = got.people.filter(person => bare(person.name).includes(bare(name))).map(person => person.name)
    check(found.length === 0, 'no one is called', name, found)
  }
  if (want.meetings !== undefined) meetingFacts(want.meetings, got, check)
  for (const day of want.noDay ?? []) check(!got.days.includes(day), 'no meeting on', day, got.days)
  if (want.publications !== undefined) {
    const entries = sections.flatMap(section => (section.kind === 'publications' ? section.entries : []))
    bestOf(want.publications, check, (wanted, note) => {
      note(entries.length === wanted.length, 'number of entries', wanted.length, titlesOf(entries))
      workFacts(wanted, entries, { names: got.names, check: note })
    })
  }
  const works = got.works.filter(({ updates }) => updates.includes(got.update.number))
  if (want.works !== undefined)
    bestOf(want.works, check, (wanted, note) => workFacts(wanted, works, { names: got.names, check: note }))
  for (const words of want.noWorks ?? []) {
    const found = works.filter(({ title }) =>
      words.startsWith('^') ? bare(title).startsWith(bare(words.slice(1))) : bare(title).includes(bare(words)),
    )
    check(found.length === 0, 'no publication is called', words, titlesOf(found))
  }
  diagnosticFacts(want, got, check)
  pageFacts(want, got, check)
  return wrong
}

type Check = (right: boolean, what: string, wanted: unknown, found: unknown) => void

// ── how words are compared ──

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu
/** Quotes, dashes, case, emphasis and a last colon or full stop do not count. */
export const norm = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/[:.]$/u, '')
    .replace(/^["'](.*)["']$/u, '$1')
const bare = (text: string | null | undefined): string => norm((text ?? '').replace(invisible, ''))
const wordsOf = (text: string): string[] =>
  norm(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
const digits = (phone: string): string => phone.replace(/\D/gu, '').replace(/^440?(?=\d{10}$)/u, '0')

function fits<T>(want: AnyOf<T>, test: (one: T) => boolean): boolean {
  const several = want !== null && typeof want === 'object' && 'anyOf' in want
  return several ? want.anyOf.some(test) : test(want as T)
}
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

/** For each wanted thing the place of the one that is it; both keep their order. */
function inOrder<W, G>(wanted: readonly W[], got: readonly G[], same: (want: W, one: G) => boolean): (G | undefined)[] {
  let from = 0
  return wanted.map(want => {
    const at = got.findIndex((one, index) => index >= from && same(want, one))
    if (at >= 0) from = at + 1
    return got[at]
  })
}

// ── the facts ──

type Item = Extract<SectionData, { items: unknown }>['items'][number]
const itemsIn = (sections: readonly SectionData[], kind: 'updates' | 'reminders'): Item[] =>
  sections.flatMap(section => (section.kind === kind ? section.items : []))

function itemFacts(wanted: readonly WantedItem[], got: readonly Item[], check: Check): void {
  const textOf = (item: Item) => bare(item.parts.map(({ text }) => text).join(' '))
  const titles = got.map(({ title, titleSource }) => (titleSource === 'printed' ? title : `[${title ?? 'untitled'}]`))
  check(got.length === wanted.length, 'number of stories', wanted.length, titles)
  const pairs = inOrder(wanted, got, ({ title, starts }, item) =>
    title === null
      ? item.titleSource !== 'printed' && textOf(item).includes(bare(starts))
      : item.titleSource === 'printed' && fits(title, printed => norm(printed) === norm(item.title)),
  )
  wanted.forEach((want, index) => {
    const item = pairs[index]
    const about = JSON.stringify(want.title ?? want.starts)
    check(item !== undefined, 'story', want.title ?? want.starts, titles)
    if (item === undefined) return
    const labels = item.parts.map(({ label }) => label)
    if (want.parts !== undefined)
      check(
        fits(want.parts, parts => JSON.stringify(parts.map(norm)) === JSON.stringify(labels.map(norm))),
        `parts of ${about}`,
        want.parts,
        labels,
      )
    if (want.title !== null && want.starts !== undefined)
      check(
        textOf(item).startsWith(bare(want.starts)),
        `text of ${about} starts`,
        want.starts,
        textOf(item).slice(0, 80),
      )
    for (const words of want.has ?? [])
      check(textOf(item).includes(bare(words)), `text of ${about} has`, words, textOf(item))
    if (want.kind !== undefined) check(item.kind === want.kind, `kind of ${about}`, want.kind, item.kind)
  })
}

function contactFacts(wanted: readonly WantedPerson[], sections: readonly SectionData[], check: Check): void {
  const got = sections.flatMap(section => (section.kind === 'contacts' ? section.entries : []))
  const names = got.map(({ name }) => name)
  check(got.length === wanted.length, 'number of contacts', wanted.length, names)
  const pairs = inOrder(wanted, got, (want, entry) => norm(want.name) === norm(entry.name))
  wanted.forEach((want, index) => {
    const entry = pairs[index]
    check(entry !== undefined, 'contact', want.name, names)
    if (entry !== undefined) personFacts(want, { ...entry, roles: [entry] }, check)
  })
}

type Roles = { roles: readonly { role: string; organisation: string | null }[]; emails: string[]; phones: string[] }
function personFacts(want: WantedPerson, { roles, emails, phones }: Roles, check: Check): void {
  const { role, organisation } = want
  if (role !== undefined)
    check(
      roles.some(one => fits(role, words => norm(words) === norm(one.role))),
      `role of ${want.name}`,
      role,
      roles.map(one => one.role),
    )
  if (organisation !== undefined)
    check(
      roles.some(one => fits(organisation, words => norm(words) === norm(one.organisation))),
      `organisation of ${want.name}`,
      organisation,
      roles.map(one => one.organisation),
    )
  if (want.emails !== undefined)
    check(sameSet(want.emails.map(norm), emails.map(norm)), `emails of ${want.name}`, want.emails, emails)
  if (want.phones !== undefined)
    check(sameSet(want.phones.map(digits), phones.map(digits)), `phones of ${want.name}`, want.phones, phones)
}

function meetingFacts(alternatives: AnyOf<WantedMeeting[]>, got: Outcome, check: Check): void {
  const meetings = got.update.sections.flatMap(section =>
    'items' in section ? section.items.flatMap(item => item.meetings) : [],
  )
  const found = meetings.map(
    meeting =>
      `${meeting.label} ${meeting.date} ${meeting.start}–${meeting.end} ${meeting.mode} at ${meeting.place}: ${meeting.subject}`,
  )
  const wrongIn = (wanted: WantedMeeting[]) => {
    const wrong: Parameters<Check>[] = []
    const note: Check = (right, ...fact) => {
      if (!right) wrong.push([right, ...fact])
    }
    note(meetings.length === wanted.length, 'number of meetings', wanted.length, found)
    const pairs = inOrder(
      wanted,
      meetings,
      (want, meeting) =>
        fits(want.label, label => norm(label) === norm(meeting.label) || isCalled(got.names, meeting.network, label)) &&
        (want.date === undefined || fits(want.date, date => date === meeting.date)),
    )
    wanted.forEach((want, index) => {
      const meeting = pairs[index]
      const about = JSON.stringify(want.label)
      note(meeting !== undefined, 'meeting', `${about} ${want.date}`, found)
      if (meeting === undefined) return
      for (const fact of exactMeetingFacts) {
        const value = want[fact]
        if (value !== undefined)
          note(
            fits(value, one => one === (meeting[fact] ?? null)),
            `${fact} of ${about}`,
            value,
            meeting[fact],
          )
      }
      for (const fact of wordyMeetingFacts) {
        const value = want[fact]
        if (value !== undefined)
          note(
            fits(value, one => muchAlike(one as string | null, meeting[fact])),
            `${fact} of ${about}`,
            value,
            meeting[fact],
          )
      }
    })
    return wrong
  }
  const lists = Array.isArray(alternatives) ? [alternatives] : alternatives.anyOf
  const [best] = lists.map(wrongIn).sort((a, b) => a.length - b.length)
  for (const fact of best ?? []) check(...fact)
}

/** Of several answers that are all fair, checks the one that is nearest to what was read. */
function bestOf<T>(
  alternatives: AnyOf<readonly T[]>,
  check: Check,
  compare: (wanted: readonly T[], note: Check) => void,
) {
  const lists = 'anyOf' in alternatives ? alternatives.anyOf : [alternatives]
  const [best] = lists
    .map(wanted => {
      const facts: Parameters<Check>[] = []
      compare(wanted, (...fact) => facts.push(fact))
      return facts
    })
    .sort((a, b) => wrongIn(a) - wrongIn(b))
  for (const fact of best ?? []) check(...fact)
}
const wrongIn = (facts: readonly Parameters<Check>[]): number => facts.filter(([right]) => !right).length

/** At least four fifths of the words are the same. */
function muchAlike(want: string | null, got: string | null): boolean {
  if (want === null || got === null) return want === got
  const [wanted, left] = [wordsOf(want), wordsOf(got)]
  const both = wanted.length + left.length
  let shared = 0
  for (const word of wanted) {
    const at = left.indexOf(word)
    if (at < 0) continue
    shared += 1
    left.splice(at, 1)
  }
  return (2 * shared) / both >= 0.8
}

const isCalled = (names: Outcome['names'], id: string, name: string): boolean =>
  [id.replaceAll('-', ' '), ...(names.get(id) ?? [])].some(
    known => norm(known).replace(/^the /u, '') === norm(name).replace(/^the /u, ''),
  )

type Work = { title: string; date: string | null; publishers: string[] }
const titlesOf = (works: readonly Work[]) =>
  works.map(({ title, date, publishers }) => `${title} (${date}; ${publishers})`)

function workFacts(
  wanted: readonly WantedWork[],
  got: readonly Work[],
  { names, check }: { names: Outcome['names']; check: Check },
): void {
  for (const want of wanted) {
    const work =
      got.find(({ title }) => fits(want.title, words => norm(words) === norm(title))) ??
      got.find(({ title }) => fits(want.title, words => distance(norm(words), norm(title)) < words.length / 3))
    const about = JSON.stringify(want.title)
    check(
      work !== undefined && fits(want.title, words => norm(words) === norm(work.title)),
      'publication',
      want.title,
      titlesOf(got),
    )
    if (work === undefined) continue
    if (want.date !== undefined)
      check(
        fits(want.date, date => date === work.date),
        `date of ${about}`,
        want.date,
        work.date,
      )
    if (want.publishers !== undefined)
      check(
        fits(
          want.publishers,
          wantedNames =>
            wantedNames.length === work.publishers.length &&
            wantedNames.every(name => work.publishers.some(id => isCalled(names, id, name))),
        ),
        `publishers of ${about}`,
        want.publishers,
        work.publishers,
      )
  }
}

function diagnosticFacts({ warn = [], noWarn = [] }: Expectation, { raw, diagnostics }: Outcome, check: Check): void {
  const lines = raw.split(/\r\n|\r|\n/u)
  const said = diagnostics.map(({ code, at, message }) => ({
    code,
    line: at.line,
    on: at.file.endsWith('.txt') ? (lines[at.line - 1] ?? '') : message,
  }))
  const heeds = (want: WantedDiagnostic) =>
    said.filter(
      ({ code, on }) =>
        (want.code === undefined || fits(want.code, one => one === code)) &&
        (want.on === undefined || bare(on).includes(bare(want.on))),
    )
  for (const want of warn) check(heeds(want).length > 0, 'a warning', want, said)
  for (const want of noWarn) check(heeds(want).length === 0, 'no warning', want, heeds(want))
}

// ── the page ──

const inline = /<\/?(?:a|em|strong|b|i|span|mark|abbr|time|code|cite|q|small|wbr)\b[^>]*>/giu
const unescaped = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/giu, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

function pageFacts(want: Expectation, { html, raw }: Outcome, check: Check): void {
  const main = (/<main[\s\S]*<\/main>/iu.exec(html)?.[0] ?? html).replace(/<(script|style)\b[\s\S]*?<\/\1>/giu, ' ')
  const text = bare(unescaped(main.replace(inline, '').replace(/<[^>]+>/gu, ' ')))
  const links = [...main.matchAll(/href="([^"]*)"/gu)].map(([, address = '']) => unescaped(address))
  for (const link of want.links ?? []) check(links.includes(link), 'a link to', link, links)
  for (const [child, parent] of want.under ?? [])
    check(liesUnder(main, child, parent), 'in the list', child, `not under ${parent}`)
  for (const [left, right] of want.apart ?? [])
    check(standApart(main, left, right), 'cells apart', left, `runs into ${right}`)
  if (want.order !== undefined) {
    const end = want.order.reduce((at, words) => (at < 0 ? at : text.indexOf(bare(words), at)), 0)
    check(end >= 0, 'in this order', want.order, 'another order')
  }
  if (want.wordsKept === undefined) return
  const there = new Set(wordsOf(text))
  const lost = wordsOf(raw.replace(invisible, '')).filter(word => !there.has(word))
  check(lost.length === 0, 'words kept', [], lost)
}

/** Whether a list entry says `child` inside one that says `parent`. */
function liesUnder(main: string, child: string, parent: string): boolean {
  const open: string[] = []
  for (const [token] of main.replace(inline, '').matchAll(/<[^>]+>|[^<]+/gu)) {
    if (/^<li\b/iu.test(token)) open.push('')
    else if (/^<\/li/iu.test(token)) open.pop()
    else if (!token.startsWith('<') && open.length > 0) {
      const text = bare(unescaped(token))
      if (text.includes(bare(child)) && open.slice(0, -1).some(own => own.includes(bare(parent)))) return true
      open.push(`${open.pop()} ${text}`)
    }
  }
  return false
}

/** Whether more than a space is between two neighbouring cells: an element's border, a line, punctuation. */
function standApart(main: string, left: string, right: string): boolean {
  const dashed = (text: string) => text.normalize('NFKC').replace(/[‐‑‒–—−]/gu, '-')
  const flat = dashed(unescaped(main.replace(inline, '').replace(/<[^>]+>/gu, '¦')))
  const literal = (text: string) =>
    dashed(text)
      .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      .replace(/\s+/gu, '\\s+')
  return new RegExp(`${literal(left)}\\s*[¦|,;:–—-][\\s¦|]*${literal(right)}`, 'u').test(flat)
}
