/**
 * Sentences that say what was published, in one of the newsletter's wordings. Printed, for instance:
 * "On 27 February the Children’s Commissioner published The educational journeys …", "On 28 November the Mr Justice
 * Chamberlain handed down a judgement [2023] EWHC 3030 (Admin) in …", "… published by DfE 4 February 2020",
 * "… published 21 December 2019 by EEF", "We have produced a Regional Improvement Plan (July 2023)".
 */
import { findDays, findMonths, openingMonth, type PrintedDay, type PrintedMonth } from '../dates/days.ts'
import { matchesOf } from '../text/matches.ts'
import { findVerb, isOpening, knownVerb, openingLength, type Sense, type Verb } from '../text/openings.ts'
import { printedTitle, sentenceAsTitle, titleBehind } from './publication-titles.ts'
import { jointPublishersOf, publishersOf } from './publisher-names.ts'

/** When something was published, as printed: a day, or a month alone; both null where neither is said or can be read. */
export type PrintedDate = { day: PrintedDay | null; month: PrintedMonth | null }

/** The facts of a publication statement. */
export type Statement = PrintedDate & {
  publishers: string[]
  /** What its verb says of the title; null where it has none. */
  sense: Sense | null
  title: string
  /** Whether the title is the publication's own; else the sentence is used instead. */
  isNamed: boolean
}

/** Longer than anything between a day and its verb in any statement seen; beyond it, no name is a publisher. */
const longestPhrase = 300
/** Longer than "On Wednesday the 24th of September 2025". */
const longestDay = 60
/** Statements are sentences; what is longer is read no further. */
const longestStatement = 2000

/** What a sentence says of a publication; null where it speaks of none. */
export function readStatement(sentence: string): Statement | null {
  const text = sentence.slice(0, longestStatement)
  return (
    readOpening(text) ??
    readSuffix(text) ??
    readProduced(text) ??
    readDatedAct(text) ??
    readActWithDay(text) ??
    readBracket(text)
  )
}

/** "On 7 March[, ]NSPCC published ‘Disguised compliance’ …" */
function readOpening(text: string): Statement | null {
  if (!isOpening(text)) return null
  // A day further on is not part of the opening.
  const [first] = findDays(text.slice(0, longestDay))
  const day = first !== undefined && first.index <= 12 ? first : null
  const month = day === null ? openingMonth(text) : null
  // "On 33 October DfE published …": a day that no calendar has opens a statement all the same.
  const unread = day === null && month === null ? openingLength(text) : 0
  const when = day ?? month ?? (unread > 0 ? { index: 0, length: unread } : null)
  return when === null ? null : readAct(text.slice(when.index + when.length), { day, month })
}

/** "NSPCC published …", "the Minister wrote to all schools", "… was published by NSPCC": what is behind the day of an opening. */
export function readAct(sentence: string, when: PrintedDate): Statement {
  const verb = findVerb(sentence.slice(0, longestPhrase))
  if (verb === null)
    return {
      ...when,
      publishers: [],
      sense: null,
      title: printedTitle(sentence.replace(/^[\s,]+/u, '')),
      isNamed: true,
    }
  const before = sentence.slice(0, verb.index)
  const after = sentence.slice(verb.index + verb.length)
  if (verb.sense === 'publishes' && passive.test(before)) {
    const name = byName.exec(after)?.groups?.name ?? ''
    const title = printedTitle(before.replace(passive, ''))
    return {
      ...when,
      publishers: publishersOf(name.replace(/(?<![\s.])[\s.]+$/u, '')),
      sense: verb.sense,
      title,
      isNamed: true,
    }
  }
  const title = titleBehind(verb.sense, after)
  return {
    ...when,
    publishers: actorsOf(before, after),
    sense: verb.sense,
    title: title ?? sentenceAsTitle(sentence),
    isNamed: title !== null,
  }
}
const passive = /\s(?:was|were|is|are|has been|have been)\s*$/u

/** "Leap Trust and Lamp Foundation jointly", "… published a joint report" */
const actorsOf = (before: string, after: string): string[] =>
  /\b(?:jointly|together|both)\b/u.test(before) || /^\s+(?:an?|their|the)\s+(?:new\s+)?joint\b/u.test(after)
    ? jointPublishersOf(before.replace(/^\s*both\s/u, ''))
    : publishersOf(before)

const suffixVerb =
  /[\s,–-](?:(?:was|were|has been|have been|is)\s)?(?:published|launched|released|updated|produced|issued|revised)\s/gu
const byName = /^[\s,.–-]*(?:jointly\s+)?by\s+(?<name>.+)$/u
const fillers = /^(?:[\s,.()–-]|\b(?:on|in|at|by|jointly)\b)*$/i

/**
 * "… published by DfE 4 February 2020", "… published 21 December 2019 by EEF", "… updated 20 December 2019": a verb that nothing
 * but a day, a month or a publisher follows. Of two such endings ("published by DfE 3 April 2020, updated 21 April 2020") the
 * first is about the publication.
 */
function readSuffix(text: string): Statement | null {
  for (const match of matchesOf(suffixVerb, text).slice(-4)) {
    const end = match.index + match[0].length
    const ending = readEnding(text.slice(end).replace(/,?\s+(?:and\s+)?(?:last\s+)?updated\s.*$/u, ''))
    if (ending === null || match.index === 0) continue
    const { day, month, name } = ending
    const title = text.slice(0, match.index).replace(/(?<![\s,–-])[\s,–-]+$/u, '')
    const author = name === null ? authorIn(title) : null
    return {
      day: moved(day, end),
      month: moved(month, end),
      publishers: publishersOf(name ?? author?.name ?? ''),
      sense: 'publishes',
      title: printedTitle(author?.title ?? title),
      isNamed: true,
    }
  }
  return null
}

/** A span that was found in the text from an index on, as one of the whole text. */
export const moved = <S extends { index: number }>(span: S | null, by: number): S | null =>
  span === null ? null : { ...span, index: span.index + by }

/** "First jobs after care by Youth Futures Foundation" */
export function authorIn(text: string): { title: string; name: string } | null {
  const { title, name } =
    /^(?<title>\S+\s.*?\S?),?\s+(?:by|an?\s+(?:\p{Ll}+\s+){1,3}(?:by|from))\s+(?<name>(?:the\s+)?\p{Lu}.{1,60})$/u.exec(
      text,
    )?.groups ?? {}
  return title === undefined || name === undefined ? null : { title, name }
}

/** What follows the verb, where it is nothing but a publisher, a day or month, or both. */
export function readEnding(rest: string): (PrintedDate & { name: string | null }) | null {
  if (rest.length > longestPhrase) return null
  const [day] = findDays(rest)
  const [month] = day === undefined ? findMonths(rest) : []
  const span = day ?? month
  const before = span === undefined ? rest : rest.slice(0, span.index)
  const after = span === undefined ? '' : rest.slice(span.index + span.length)
  const name =
    (byName.exec(before) ?? byName.exec(after))?.groups?.name?.replace(/(?:[\s,.–-]|\b(?:on|in)\b)+$/u, '') ?? null
  const besides = name === null ? before + after : (before + after).replace(name, '')
  if ((span === undefined && name === null) || !fillers.test(besides)) return null
  return { day: day ?? null, month: month ?? null, name }
}

/** "We have produced a Regional Improvement Plan (July 2023)": the newsletter's own. */
function readProduced(text: string): Statement | null {
  const match =
    /^(?<who>We|SESLIP)\s+(?:have|has)\s+(?:also\s+|now\s+|recently\s+)?(?:produced|published|updated|launched|developed|released|issued|created)\s+(?<title>.+)$/u.exec(
      text,
    )
  if (match === null) return null
  const { who = 'We', title = '' } = match.groups ?? {}
  const [month] = findMonths(/\((?<month>[^()]*)\)[\s.]*$/u.exec(title)?.groups?.month ?? '')
  return {
    day: null,
    month: month ?? null,
    publishers: [who],
    sense: 'publishes',
    title: printedTitle(title.replace(/^(?:an?|the|our)\s+/u, '')),
    isNamed: true,
  }
}

/** "Coram published A home near by on 5 February 2026" */
function readDatedAct(text: string): Statement | null {
  const act = publishingAct(text)
  const when = act === null ? null : dateAtEnd(text)
  if (act === null || when === null || when.before.length <= act.verb.index + act.verb.length) return null
  return readAct(when.before, { day: when.day, month: when.month })
}

/** "Ofsted and CQC published, on 3 June 2025, Area inspections", "Coram published on 3 June Late talk": the day is between verb and title. */
function readActWithDay(text: string): Statement | null {
  const verb = knownVerb(text.slice(0, longestPhrase))
  if (verb?.sense !== 'publishes' || !opensWithActor(text.slice(0, verb.index))) return null
  const from = verb.index + verb.length
  const lead = /^,?\s+(?:on|in)\s+(?:the\s+)?/u.exec(text.slice(from))?.[0].length
  if (lead === undefined) return null
  const within = text.slice(from, from + lead + longestDay)
  const [day] = findDays(within)
  const [month] = day === undefined ? findMonths(within) : []
  const span = day ?? month
  if (span === undefined || span.index > lead) return null
  const behind = text.slice(from + span.index + span.length).replace(/^[\s,:]+/u, '')
  if (behind === '') return null
  const act = readAct(`${text.slice(0, from)} ${behind}`, { day: null, month: null })
  return { ...act, day: moved(day ?? null, from), month: moved(month ?? null, from) }
}

/** "Coram published A home near by": no day is said. Only a list says so of a publication; in a story it may be any sentence. */
export const readUndatedAct = (text: string): Statement | null =>
  publishingAct(text) === null ? null : readAct(text, { day: null, month: null })

/** A sentence that begins with a name, and what that published behind it. */
function publishingAct(text: string): { verb: Verb } | null {
  const verb = knownVerb(text.slice(0, longestPhrase))
  if (verb === null || verb.sense !== 'publishes') return null
  const goesOn = /^\s*(?:by|on|in|to|at|and|with|for)\s/u.test(text.slice(verb.index + verb.length))
  return opensWithActor(text.slice(0, verb.index)) && !goesOn ? { verb } : null
}

/** Whether the words before a verb are a name, and no longer than names are. */
function opensWithActor(words: string): boolean {
  const before = words.replace(/\s+(?:has|have|had|also|now|recently|jointly|today)(?=\s)/gu, '')
  const opens = /^(?:The\s+|the\s+)?\p{Lu}/u.test(before) && !/[.:;?!“”–—]/u.test(before) && !passive.test(before)
  return opens && before.trim().split(' ').length <= 12
}

/** "… on 5 February 2026", "… (5 February)", "… in February 2026": the day or month with which a text ends. */
export function dateAtEnd(text: string): (PrintedDate & { before: string }) | null {
  const day = findDays(text).findLast(span => isEnd(text, span))
  const month = day === undefined ? findMonths(text).findLast(span => isEnd(text, span)) : undefined
  const span = day ?? month
  if (span === undefined) return null
  const before = text.slice(0, span.index)
  const lead = (month === undefined ? beforeDay : beforeMonth).exec(before)
  return lead === null ? null : { day: day ?? null, month: month ?? null, before: before.slice(0, lead.index) }
}
const isEnd = (text: string, { index, length }: { index: number; length: number }): boolean =>
  /^[\s.)\]]*$/u.test(text.slice(index + length))
const beforeDay = /\s*(?:[,(|–—-]\s*(?:on\s+|dated\s+)?|\bon\s+)$/u
const beforeMonth = /\s*(?:\(\s*(?:in\s+)?|[–—|]\s+|\bin\s+)$/u

/** "Staying Safe (NSPCC, 4 July 2018)", "Staying Safe (July 2018)". */
function readBracket(text: string): Statement | null {
  if (!text.includes('(')) return null
  const match = /^(?<title>.+?)\s*\((?<inside>[^()]{6,80})\)[\s.]*$/u.exec(text)
  const { title = '', inside = '' } = match?.groups ?? {}
  const [day] = findDays(inside)
  const [month] = day === undefined ? findMonths(inside) : []
  const span = day ?? month
  if (match === null || span === undefined || span.index + span.length < inside.trimEnd().length) return null
  const name = inside.slice(0, span.index).replace(/^(?:published\s+)?(?:by\s+)?|[\s,–-]+$/gu, '')
  if (name !== '' && !/^(?:the\s+)?\p{Lu}/u.test(name)) return null
  const shift = text.lastIndexOf(inside)
  return {
    day: moved(day ?? null, shift),
    month: moved(month ?? null, shift),
    publishers: publishersOf(name),
    sense: null,
    title: printedTitle(title),
    isNamed: true,
  }
}
