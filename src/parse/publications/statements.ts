/**
 * Sentences that tell of a publication, in one of the newsletter's wordings. Printed, for instance:
 * "On 27 February the Children’s Commissioner published The educational journeys …", "On 28 November the Mr Justice
 * Chamberlain handed down a judgement [2023] EWHC 3030 (Admin) in …", "… published by DfE 4 February 2020",
 * "… published 21 December 2019 by EEF", "We have produced a Regional Improvement Plan (July 2023)".
 */
import { findDays, findMonths, openingMonth, type PrintedDay, type PrintedMonth } from '../dates/days.ts'
import { matchesOf } from '../text/matches.ts'
import { findVerb, isOpening } from '../text/openings.ts'
import { printedTitle } from './publication-titles.ts'
import { publishersOf } from './publisher-names.ts'

/** The facts of a publication statement; `verb` null where it has none. */
export type Statement = {
  day: PrintedDay | null
  /** Where only a month is told. */
  month: PrintedMonth | null
  publishers: string[]
  verb: string | null
  title: string
}

/** Longer than what stands between a day and its verb in any statement seen; beyond it nobody is a publisher. */
const longestPhrase = 300
/** Longer than "On Wednesday the 24th of September 2025". */
const longestDay = 60
/** Statements are sentences; what is longer is read no further. */
const longestStatement = 2000

/** What a sentence tells of a publication; null where it tells of none. */
export function readStatement(sentence: string): Statement | null {
  const text = sentence.slice(0, longestStatement)
  return readOpening(text) ?? readSuffix(text) ?? readProduced(text) ?? readBracket(text)
}

/** "On 7 March[, ]NSPCC published ‘Disguised compliance’ …" */
function readOpening(text: string): Statement | null {
  if (!isOpening(text)) return null
  // A day further on is no part of how the sentence opens.
  const [day] = findDays(text.slice(0, longestDay))
  const opens = day !== undefined && day.index <= 12
  const month = opens ? null : openingMonth(text)
  const when = opens ? day : month
  if (when == null) return null
  const rest = text.slice(when.index + when.length)
  const verb = findVerb(rest.slice(0, longestPhrase))
  const title =
    verb === null ? rest.replace(/^[\s,]+/u, '') : rest.slice(verb.telling ? verb.index : verb.index + verb.length)
  return {
    day: opens ? day : null,
    month,
    publishers: verb === null ? [] : publishersOf(rest.slice(0, verb.index)),
    verb: verb?.verb ?? null,
    title: printedTitle(title),
  }
}

const suffixVerb =
  /[\s,–-](?:(?:was|were|has been|have been|is)\s)?(?<verb>published|launched|released|updated|produced|issued|revised)\s/gu
const byName = /^[\s,.–-]*(?:jointly\s+)?by\s+(?<name>.+)$/u
const fillers = /^(?:[\s,.()–-]|\b(?:on|in|at|by)\b)*$/i

/**
 * "… published by DfE 4 February 2020", "… published 21 December 2019 by EEF", "… updated 20 December 2019": a verb that nothing
 * but a day, a month or a publisher follows. Of two such endings ("published by DfE 3 April 2020, updated 21 April 2020") the
 * first tells of the publication.
 */
function readSuffix(text: string): Statement | null {
  for (const match of matchesOf(suffixVerb, text).slice(-4)) {
    const end = match.index + match[0].length
    const ending = readEnding(text.slice(end).replace(/,?\s+(?:and\s+)?(?:last\s+)?updated\s.*$/u, ''))
    if (ending === null || match.index === 0) continue
    const { day, month, name } = ending
    const title = text.slice(0, match.index).replace(/[\s,–-]+$/u, '')
    const author =
      name === null ? /^(?<title>\S+\s.*\S)\s+by\s+(?<name>(?:the\s+)?\p{Lu}.{1,60})$/u.exec(title)?.groups : undefined
    return {
      day: day === null ? null : { ...day, index: day.index + end },
      month: month === null ? null : { ...month, index: month.index + end },
      publishers: publishersOf(name ?? author?.name ?? ''),
      verb: match.groups?.verb ?? null,
      title: printedTitle(author?.title ?? title),
    }
  }
  return null
}

/** What follows the verb, where it is nothing but a publisher, a day or month, or both. */
function readEnding(rest: string): { day: PrintedDay | null; month: PrintedMonth | null; name: string | null } | null {
  if (rest.length > longestPhrase) return null
  const [day] = findDays(rest)
  const [month] = day === undefined ? findMonths(rest) : []
  const span = day ?? month
  const before = span === undefined ? rest : rest.slice(0, span.index)
  const after = span === undefined ? '' : rest.slice(span.index + span.length)
  const name =
    (byName.exec(before) ?? byName.exec(after))?.groups?.name?.replace(/(?:[\s,.–-]|\b(?:on|in)\b)+$/u, '') ?? null
  const told = name === null ? before + after : (before + after).replace(name, '')
  if ((span === undefined && name === null) || !fillers.test(told)) return null
  return { day: day ?? null, month: month ?? null, name }
}

/** "We have produced a Regional Improvement Plan (July 2023)": the newsletter's own. */
function readProduced(text: string): Statement | null {
  const match =
    /^(?<who>We|SESLIP)\s+(?:have|has)\s+(?:also\s+|now\s+|recently\s+)?(?<verb>produced|published|updated|launched|developed|released|issued|created)\s+(?<title>.+)$/u.exec(
      text,
    )
  if (match === null) return null
  const { who = 'We', verb = '', title = '' } = match.groups ?? {}
  const [month] = findMonths(/\((?<month>[^()]*)\)[\s.]*$/u.exec(title)?.groups?.month ?? '')
  return {
    day: null,
    month: month ?? null,
    publishers: [who],
    verb,
    title: printedTitle(title.replace(/^(?:an?|the|our)\s+/u, '')),
  }
}

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
    day: day === undefined ? null : { ...day, index: day.index + shift },
    month: month === undefined ? null : { ...month, index: month.index + shift },
    publishers: publishersOf(name),
    verb: null,
    title: printedTitle(title),
  }
}
