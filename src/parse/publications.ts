/**
 * "Tools & Templates": one line a publication, in one of the newsletter's wordings. Printed, for instance:
 * "On 27 February the Children’s Commissioner published The educational journeys …", "On 28 November the Mr Justice
 * Chamberlain handed down a judgement [2023] EWHC 3030 (Admin) in …", "… published by DfE 4 February 2020",
 * "… published 21 December 2019 by EEF", "We have produced a Regional Improvement Plan (July 2023)".
 */
import { distance } from 'fastest-levenshtein'
import { complain, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { IsoDate, PublicationEntry } from '../update/update.ts'
import { type Block, isOpening, isWrapped, listMark } from './blocks.ts'
import { type DatedDay, dateOf, findDays, findMonths, type PrintedDay } from './dates.ts'
import { type Line, placeOf, placeWithin } from './lines.ts'
import { proseOf } from './prose.ts'
import { printedTitle } from './publication-titles.ts'
import type { ListedTitle } from './titles.ts'

/** The facts of a publication statement; null where a sentence is none. */
export type PublicationFacts = { day: PrintedDay | null; publishers: string[]; verb: string | null; title: string }

const verbs = [
  'published',
  'launched',
  'released',
  'announced',
  'issued',
  'updated',
  'produced',
  'premiered',
  'handed down',
  'invited',
  'opened',
  'shared',
  'unveiled',
  'hosted',
  'posted',
  'introduced',
  'set out',
  'laid',
  'commissioned',
  'wrote to',
  'wrote',
  'reported',
  'started',
  'made available',
  'circulated',
  'uploaded',
  'developed',
  'created',
  'broadcast',
  'confirmed',
  'tabled',
  'presented',
  'delivered',
  'relaunched',
  'republished',
  'reissued',
  'revised',
  'refreshed',
  'consulted on',
  'called for',
  'responded to',
  'gave',
  'held',
  'ran',
  'sent',
  'put out',
  'brought out',
]
/** These tell what was done rather than name a work, so they belong to the title: "invited local authorities to join …". */
const tellingVerbs = new Set(['invited', 'wrote to', 'consulted on', 'called for', 'responded to'])
const verbPattern = new RegExp(String.raw`\b(?<verb>${verbs.map(verb => verb.replace(' ', '\\s+')).join('|')})\b`, 'u')
const auxiliary = /(?:\s|,)+(?:has|have|had|also|jointly|now|today|recently|formally|then|and|is|was|were)$/iu

/** Whether a line tells of a publication on a day: "On 3 April DfE published …". */
export function readStatement(text: string): PublicationFacts | null {
  return readOpening(text) ?? readSuffix(text) ?? readProduced(text)
}

/** "On 7 March[, ]NSPCC published ‘Disguised compliance’ …" */
function readOpening(text: string): PublicationFacts | null {
  if (!isOpening(text)) return null
  const [day] = findDays(text)
  if (day === undefined || day.index > 12) return null
  const rest = text.slice(day.index + day.length)
  const verb = findVerb(rest)
  if (verb === null) return { day, publishers: [], verb: null, title: printedTitle(rest.replace(/^[\s,]+/u, '')) }
  const title = tellingVerbs.has(verb.verb) ? rest.slice(verb.index).trim() : rest.slice(verb.index + verb.length)
  return {
    day,
    publishers: publishersOf(rest.slice(0, verb.index)),
    verb: verb.verb,
    title: printedTitle(title.trim()),
  }
}

/** The first verb of publishing, "publsihed" included. */
function findVerb(text: string): { index: number; length: number; verb: string } | null {
  const exact = verbPattern.exec(text)
  for (const word of text.matchAll(/\bp[a-z]{6,10}\b/gu)) {
    if (exact !== null && word.index >= exact.index) break
    if (distance(word[0], 'published') <= 2) return { index: word.index, length: word[0].length, verb: 'published' }
  }
  return exact === null
    ? null
    : { index: exact.index, length: exact[0].length, verb: (exact.groups?.verb ?? '').replace(/\s+/gu, ' ') }
}

const suffixVerb =
  /[\s,]+(?:was |were |has been |have been |is )?(?<verb>published|launched|released|updated|produced|issued|revised)\s+/gu
const byName = /^[\s,.]*(?:jointly\s+)?by\s+(?<name>.+?)[\s,.]*(?:\b(?:on|in))?[\s,.]*$/u
const fillers = /^(?:[\s,.()]|\b(?:on|in|at|by)\b)*$/iu

/**
 * "… published by DfE 4 February 2020", "… published 21 December 2019 by EEF", "… updated 20 December 2019": the last verb that
 * nothing but a day, a month or a publisher follows.
 */
function readSuffix(text: string): PublicationFacts | null {
  for (const match of [...text.matchAll(suffixVerb)].reverse().slice(0, 4)) {
    const start = match.index + match[0].length
    const rest = text.slice(start)
    const [day] = findDays(rest)
    const span = day ?? findMonths(rest)[0]
    const before = span === undefined ? rest : rest.slice(0, span.index)
    const after = span === undefined ? '' : rest.slice(span.index + span.length)
    const name = byName.exec(before)?.groups?.name ?? byName.exec(after)?.groups?.name
    const told = name === undefined ? before + after : (before + after).replace(name, '')
    if ((span === undefined && name === undefined) || !fillers.test(told) || match.index === 0) continue
    return {
      day: day === undefined ? null : { ...day, index: day.index + start },
      publishers: name === undefined ? [] : publishersOf(name),
      verb: match.groups?.verb ?? null,
      title: printedTitle(text.slice(0, match.index)),
    }
  }
  return null
}

/** "We have produced a Regional Improvement Plan (July 2023)": the newsletter's own. */
function readProduced(text: string): PublicationFacts | null {
  const match =
    /^(?<who>We|SESLIP)\s+(?:have|has)\s+(?:also\s+|now\s+|recently\s+)?(?<verb>produced|published|updated|launched|developed|released|issued|created)\s+(?<title>.+)$/u.exec(
      text,
    )
  if (match === null) return null
  return {
    day: null,
    publishers: [match.groups?.who ?? 'We'],
    verb: match.groups?.verb ?? null,
    title: printedTitle((match.groups?.title ?? '').replace(/^(?:an?|the|our)\s+/u, '')),
  }
}

const office =
  /\b(?:coroner|commissioner|minister|secretary|judge|inspector|president|chair|director|ombudsman|adviser|advisor|regulator)\b/iu

/**
 * The publishers that a phrase names, as printed, without article and without what stands in brackets behind them. "and" parts
 * names after a comma list ("Ofsted, CQC, HMICFRS and HMIProbation") or beside an acronym ("DfE and Ofsted"); elsewhere it may be
 * part of a name ("Research in Practice", "Pause and Listen").
 */
export function publishersOf(phrase: string): string[] {
  let text = phrase
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  text = text.replace(/^[\s,:–-]+|[\s,:–-]+$/gu, '')
  for (let cut = text.replace(auxiliary, ''); cut !== text; cut = text.replace(auxiliary, '')) text = cut
  text = text.replace(/[\s,]+(?:at|in|on|via)\s+(?:section|page|its|their)\b.*$/u, '')
  if (text === '') return []
  const [person, ...roles] = text.split(/,\s*/u)
  // "Heidi Connor, Senior Coroner for Berkshire": a person and the office that speaks.
  if (
    roles.length === 1 &&
    person !== undefined &&
    office.test(roles[0] ?? '') &&
    !office.test(person) &&
    /^\p{Lu}\S+(?:\s\p{Lu}\S+){1,2}$/u.test(person)
  )
    return [withoutArticle(roles[0] ?? '')]
  return splitNames(text)
    .map(withoutArticle)
    .filter(name => name !== '')
}

const withoutArticle = (name: string) => name.replace(/^(?:the|our|a|an)\s+/iu, '').trim()
const isAcronym = (name: string) =>
  /^(?:the\s+)?[\p{Lu}\d]*[\p{Lu}]{2,}[\p{Lu}\p{Ll}\d]*$|^(?:DfE|MoJ|MoD)$/u.test(name)

function splitNames(text: string): string[] {
  const listed = text.split(/\s*,\s*(?:and\s+)?/u)
  if (listed.length > 1)
    return listed.flatMap((name, index) =>
      index === listed.length - 1 ? name.split(/\s+(?:and|&)\s+(?=(?:the\s+)?\p{Lu})/u) : [name],
    )
  const parts = text.split(/\s+(?:and|with|&)\s+(?=(?:the\s+)?\p{Lu})/u)
  return parts.length > 1 &&
    parts.some(isAcronym) &&
    parts.every(part => /^(?:the\s+)?\p{Lu}/u.test(part)) &&
    parts.every(part => part.split(' ').length <= 6)
    ? parts
    : [text]
}

/** The entries of a publications section, in order. Reports entries fused on one line, and days that no calendar has. */
export function readPublications(
  blocks: readonly Block[],
  update: IsoDate,
): { entries: PublicationEntry[]; listed: ListedTitle[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const entries: PublicationEntry[] = []
  const listed: ListedTitle[] = []
  for (const lines of withSubtitles(blocks.flatMap(entryLines))) {
    const pieces = splitFused(lines)
    pieces.slice(1).forEach(piece => {
      const opening = piece.join(' ').slice(0, 24)
      diagnostics.push(complain('fused-line', placeWithin(lines, opening), { printed: opening }))
    })
    for (const piece of pieces) {
      const { entry, diagnostics: seen } = readEntry(piece, lines, update)
      diagnostics.push(...seen)
      entries.push(entry)
      listed.push({ title: entry.title, main: mainTitle(entry.title, piece) })
    }
  }
  return { entries, listed, diagnostics }
}

/** A subtitle on a line of its own goes with the title above it, even where every line is a block. */
function withSubtitles(groups: readonly Line[][]): Line[][] {
  const joined: Line[][] = []
  for (const group of groups) {
    const above = joined.at(-1)
    const text = group.map(line => line.text).join(' ')
    const cut = above !== undefined && !/[.)”’"]$/u.test(above.at(-1)?.text ?? '') && isOpening(above[0]?.text ?? '')
    if (cut && subtitle.test(text) && readStatement(text) === null) above.push(...group)
    else joined.push([...group])
  }
  return joined
}
const subtitle = /^(?:An|Findings|Analysis|Evidence|Summary|Lessons|Learning)\s+[a-z]/u

/** "Children in custody 2024–25 / An analysis of 12–18-year-olds’ perceptions …": the first line, where a subtitle has its own. */
function mainTitle(title: string, piece: readonly string[]): string {
  const second = piece.findIndex(
    (line, index) =>
      index > 0 &&
      /^(?:An?|The|Findings|Analysis|How|Evidence|Summary|Final|Interim|Key|Lessons|Learning)\s+[a-z]/u.test(line),
  )
  if (second < 0) return title
  const above = piece.slice(0, second).join(' ')
  const main = readStatement(above)?.title ?? printedTitle(above)
  return title.startsWith(main) ? main : title
}

/** A block may hold several entries, a line (or a few wrapped lines) each. */
function entryLines(block: Block): Line[][] {
  const groups: Line[][] = []
  for (const line of block.lines) {
    const above = groups.at(-1)?.at(-1)
    const opens =
      above === undefined ||
      isOpening(line.text) ||
      listMark(line.text) !== null ||
      (isComplete(above.text) && !isWrapped(above.text, line.text))
    if (opens) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}
const isComplete = (text: string) => readSuffix(text) !== null

/** 593: "… Valuing Social Work Project.  On 2 January Community Care released …": parted before each further opening. */
function splitFused(lines: readonly Line[]): string[][] {
  const text = lines.map(line => line.text.replace(/^(?:[•·▪▫◦●○‣⁃∙*\uf0b7\uf0a7]\s*|[-–—]\s+)/u, '')).join('\n')
  const cuts = [...text.matchAll(/(?<=[.;)”’"\]]\s*|\s{2}|[a-z\d])(?=On\s\d{1,2}(?:st|nd|rd|th)?\s\p{Lu})/gu)]
    .map(match => match.index)
    .filter(index => index > 0 && isOpening(text.slice(index)) && findVerb(text.slice(index, index + 120)) !== null)
  return [0, ...cuts].map((start, index, starts) =>
    text
      .slice(start, starts[index + 1])
      .trim()
      .split('\n'),
  )
}

function readEntry(
  piece: string[],
  lines: readonly Line[],
  update: IsoDate,
): { entry: PublicationEntry; diagnostics: Diagnostic[] } {
  const text = piece.join(' ').replace(/\s+/gu, ' ').trim()
  const facts = readStatement(text)
  const dated = facts?.day == null ? null : dateOf(facts.day, 'publication', update)
  const [month] = facts?.day == null ? findMonths(endOf(text)) : []
  const entry: PublicationEntry = {
    ...(dated?.kind === 'date'
      ? { date: dated.date, yearFrom: dated.yearFrom }
      : month !== undefined && facts !== null
        ? { date: `${month.year}-${String(month.month).padStart(2, '0')}`, yearFrom: 'printed' as const }
        : { date: null, yearFrom: null }),
    publishers: facts?.publishers ?? [],
    title: facts === null ? printedTitle(text) : facts.title,
    text: proseOf(piece),
  }
  return { entry, diagnostics: dayComplaints(facts?.day ?? null, dated, lines) }
}

/** A month counts only where it dates the entry: in brackets at its end, or after its verb. */
const endOf = (text: string) =>
  /\((?<month>[^()]*)\)[\s.]*$/u.exec(text)?.groups?.month ??
  /\bpublished\b(?<rest>[^.]*)$/u.exec(text)?.groups?.rest ??
  ''

function dayComplaints(day: PrintedDay | null, dated: DatedDay | null, lines: readonly Line[]): Diagnostic[] {
  if (day === null || dated === null) return []
  const first = lines[0]
  if (first === undefined) return []
  const printed = first.text.slice(day.index, day.index + day.length)
  const place = first.text.includes(printed) ? placeOf(first, printed) : placeOf(first)
  if (dated.kind === 'impossible') return [complain('impossible-day', place, { printed })]
  return dated.contradicts === null
    ? []
    : [complain('weekday-contradicts', place, { printed, date: dated.date, weekday: dated.contradicts })]
}
