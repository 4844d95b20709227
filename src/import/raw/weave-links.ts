/**
 * The links of a document, put back into the update that was read from its text: into stories and entries as Markdown links,
 * onto titles and contacts as links of theirs. The parser knows nothing about links; lines are found again by their words.
 */
import type { TextLink } from '../../ingest/ingested.ts'
import { listMark } from '../../parse/text/lists.ts'
import { type LinkStretch, linkStretches, squash, squashWords } from '../../update/link-words.ts'
import { literal } from '../../update/markdown.ts'
import type { ContactEntry, Item, Markdown, PrintedLink, Section, Update } from '../../update/update.ts'

export type Woven = { update: Update; placed: number; lost: TextLink[] }

/** `text` is what `update` was read from, and `links` are its links, in order. */
export function weaveLinks(update: Update, text: string, links: readonly TextLink[]): Woven {
  if (links.length === 0) return { update, placed: 0, lost: [] }
  const places = placesIn(update)
  const lost = [...placeLinks(places, text, links)].filter(({ line }) => !isMasthead(text, line, update))
  const found = new Map(places.filter(({ stretches }) => stretches.length > 0).map(place => [place.key, place]))
  return { update: wovenUpdate(update, found), placed: links.length - lost.length, lost }
}

/** A line of the update, by where it is: "0/2/parts/1/4". */
type UpdateLine = { key: string; squashed: string; stretches: LinkStretch[]; isTaken: boolean }

// ── where a line may be ──

const placeOf = (key: string, markdown: Markdown): UpdateLine => ({
  key,
  squashed: squash(markdown).text,
  stretches: [],
  isTaken: false,
})

const textPlaces = (key: string, text: Markdown): UpdateLine[] =>
  text === '' ? [] : text.split('\n').map((line, index) => placeOf(`${key}/${index}`, line))

const placesIn = ({ sections, foot }: Update): UpdateLine[] => [
  ...sections.flatMap((section, index) => sectionPlaces(section, `${index}`)),
  ...textPlaces('foot', foot),
]

function sectionPlaces(section: Section, key: string): UpdateLine[] {
  switch (section.kind) {
    case 'notices':
      return [...textPlaces(`${key}/lead`, section.lead), ...textPlaces(`${key}/text`, section.text)]
    case 'updates':
    case 'reminders':
      return section.items.flatMap((item, index) => itemPlaces(item, `${key}/${index}`))
    case 'publications':
      return section.entries.flatMap(({ text }, index) => textPlaces(`${key}/${index}`, text))
    case 'contacts':
      return section.entries.flatMap(({ lines }, index) =>
        lines.map((line, nth) => placeOf(`${key}/${index}/${nth}`, literal(line))),
      )
    default:
      return section satisfies never
  }
}

const itemPlaces = ({ title, titleSource, parts }: Item, key: string): UpdateLine[] => [
  ...(title === null || titleSource !== 'printed' ? [] : [placeOf(`${key}/title`, literal(title))]),
  ...parts.flatMap(({ text }, index) => textPlaces(`${key}/${index}`, text)),
]

// ── which of them a link goes to ──

/** Gives each link its place; yields those without one. Each line takes one place, so that "Read it here" twice is two places. */
function* placeLinks(places: UpdateLine[], text: string, links: readonly TextLink[]): Generator<TextLink> {
  const bySquashed = new Map<string, UpdateLine[]>()
  for (const place of places) bySquashed.set(place.squashed, [...(bySquashed.get(place.squashed) ?? []), place])
  const byLine = new Map<number, TextLink[]>()
  for (const link of links) byLine.set(link.line, [...(byLine.get(link.line) ?? []), link])
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const theirs = byLine.get(index + 1) ?? []
    const mark = listMark(line.trim())?.mark ?? ''
    const forms = [line.trim().slice(mark.length), line.trim()].map(squashWords)
    const whole = forms.flatMap(form => bySquashed.get(form) ?? []).find(({ isTaken }) => !isTaken)
    if (whole !== undefined) whole.isTaken = true
    for (const link of theirs) if (!placeLink(link, line, whole === undefined ? places : [whole])) yield link
  }
}

/** How much of the line around its words must be there as well: all of it, or this much, or nothing. */
const ROOMS = [Number.POSITIVE_INFINITY, 24, 0]
/** Words as long as this identify a place by themselves: not "here". */
const TELLING = 12

/** By the whole line; else by the words and what is around them, because a line may be cut in two or be part of a longer one. */
function placeLink(link: TextLink, line: string, places: readonly UpdateLine[]): boolean {
  const from = link.column - 1
  const words = line.slice(from, from + link.length)
  if (printsAddress(words, link.address)) return true
  const inner = squashWords(words)
  const before = squashWords(line.slice(0, from))
  const after = squashWords(line.slice(from + link.length))
  if (inner === '') return true
  for (const room of ROOMS) {
    if (room === 0 && inner.length < TELLING) break
    const around = { before: before.slice(Math.max(0, before.length - room)), after: after.slice(0, room) }
    for (const place of places) {
      const found = occurrence(place, inner, around)
      if (found === -1) continue
      place.stretches.push({ from: found, to: found + inner.length, address: link.address })
      return true
    }
  }
  return false
}

/** Where the words are, with as much around them as the place holds; -1 where they are not, or have a link already. */
function occurrence(
  { squashed, stretches }: UpdateLine,
  words: string,
  around: { before: string; after: string },
): number {
  for (let at = squashed.indexOf(words); at !== -1; at = squashed.indexOf(words, at + 1)) {
    const end = at + words.length
    const isFree = stretches.every(({ from, to }) => to <= at || from >= end)
    if (isFree && endAlike(squashed.slice(0, at), around.before) && startAlike(squashed.slice(end), around.after))
      return at
  }
  return -1
}

/** One of the two is the end of the other. */
const endAlike = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one)
const startAlike = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** A printed address is a link by itself: "www.example.org/a" to https://www.example.org/a/. */
function printsAddress(words: string, address: string): boolean {
  const bare = (text: string) =>
    squashWords(text)
      .replace(/^mailto:/iu, '')
      .replace(/^https?:\/\//iu, '')
      .replace(/\/$/u, '')
      .toLowerCase()
  const isPrinted = /^(?:https?:\/\/|www\.)\S|^\S+@\S+$/iu.test(words.trim())
  return isPrinted && bare(words) === bare(address)
}

const isMasthead = (text: string, line: number, { heading }: Update): boolean =>
  squashWords(heading).includes(squashWords(text.split('\n')[line - 1] ?? ''))

// ── the update with them ──

type LinkedLines = ReadonlyMap<string, UpdateLine>

const wovenUpdate = (update: Update, found: LinkedLines): Update => ({
  ...update,
  sections: update.sections.map((section, index) => wovenSection(section, `${index}`, found)),
  foot: wovenText(update.foot, 'foot', found),
})

function wovenSection(section: Section, key: string, found: LinkedLines): Section {
  switch (section.kind) {
    case 'notices':
      return {
        ...section,
        lead: wovenText(section.lead, `${key}/lead`, found),
        text: wovenText(section.text, `${key}/text`, found),
      }
    case 'updates':
    case 'reminders':
      return { ...section, items: section.items.map((item, index) => wovenItem(item, `${key}/${index}`, found)) }
    case 'publications': {
      const entries = section.entries.map((entry, index) => ({
        ...entry,
        text: wovenText(entry.text, `${key}/${index}`, found),
      }))
      return { ...section, entries }
    }
    case 'contacts':
      return {
        ...section,
        entries: section.entries.map((entry, index) => wovenContact(entry, `${key}/${index}`, found)),
      }
    default:
      return section satisfies never
  }
}

const wovenText = (text: Markdown, key: string, found: LinkedLines): Markdown =>
  text
    .split('\n')
    .map((line, index) => linkStretches(line, found.get(`${key}/${index}`)?.stretches ?? []))
    .join('\n')

function wovenItem(item: Item, key: string, found: LinkedLines): Item {
  const links = linksOn(item.title ?? '', found.get(`${key}/title`))
  const parts = item.parts.map((part, index) => ({ ...part, text: wovenText(part.text, `${key}/${index}`, found) }))
  return { ...item, ...(links.length === 0 ? {} : { links }), parts }
}

/** A mailto link on a name counts like a printed email address. */
function wovenContact(entry: ContactEntry, key: string, found: LinkedLines): ContactEntry {
  const all = entry.lines.flatMap((printed, line) =>
    linksOn(printed, found.get(`${key}/${line}`)).map(link => ({ ...link, line })),
  )
  const mailboxes = all.flatMap(({ address }) => (/^mailto:/iu.test(address) ? [address.slice('mailto:'.length)] : []))
  const known = new Set(entry.emails.map(email => email.toLowerCase()))
  const emails = [...entry.emails, ...new Set(mailboxes.filter(mailbox => !known.has(mailbox.toLowerCase())))]
  const links = all.filter(({ address }) => !/^mailto:/iu.test(address))
  return { ...entry, emails, ...(links.length === 0 ? {} : { links }) }
}

/** The stretches of a plain line as words. */
function linksOn(line: string, place: UpdateLine | undefined): PrintedLink[] {
  if (place === undefined) return []
  const markdown = literal(line)
  const { starts, ends } = squash(markdown)
  return [...place.stretches]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, address }) => ({
      words: markdown.slice(starts[from], ends[to - 1]).replace(/\\(?=[!-/:-@[-`{-~])/gu, ''),
      address,
    }))
}
