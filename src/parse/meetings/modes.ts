/** How a meeting is held: people come, dial in, or may do either. */
import type { MeetingMode } from '../../update/update.ts'
import type { Span } from '../dates/days.ts'

const online =
  /(?:\b(?:via|on|by|over|through|using)\s)?\b(?:(?:MS|Microsoft)\s)?(?:Teams|Zoom|Webex|Skype)\b(?:\s(?:meeting|call|invitation|link))?|\b(?:online|on-line|virtual(?:ly)?(?!\s+school)|remote(?:ly)?|webinar)\b/i
const inPerson = /\bin[\s-]person\b|\bin the room\b|\bface[\s-]to[\s-]face\b|\bF2F\b/i
// "Hybrid working" is what a meeting may be about.
const hybrid =
  /\bhybrid\b(?:\s(?:meeting|event|session))?(?!\s+(?:working|work|learning|teaching|models?|roles?|services?|offers?|approach|jobs?|teams)\b)/i

// Shire Hall or Teams · in person and on Teams · (Weald Centre / Teams) · Shaw House, with the option to join online
const joinedBefore =
  /(?:\b(?:or|and|plus)|\/|&|\+|\b(?:option|possible|also|can|may|choice)\b[^.;]{0,30})\s*\(?\s*(?:(?:to\s+)?(?:join|joining|attend|dial in|dialling in)\s*)?$/i
const joinedBehind = /^\s*\)?\s*(?:or|and|plus|\/|&|\+)\s*\(?/i

/**
 * How a text says that a meeting is held. A way to dial in that is joined to a place or to "in person" makes it hybrid; where
 * the two are not joined ("in person; details on Teams"), the first counts. `place`: where the text says that it is.
 */
export function modeOf(text: string, place: string | null = null): MeetingMode | null {
  if (hybrid.test(text)) return 'hybrid'
  const [dial, come] = [online.exec(text), inPerson.exec(text)]
  if (dial === null) return come === null ? null : 'in-person'
  const joined =
    joinedBefore.test(text.slice(0, dial.index)) || joinedBehind.test(text.slice(dial.index + dial[0].length))
  if (joined && (come !== null || place !== null)) return 'hybrid'
  return come !== null && come.index < dial.index ? 'in-person' : 'online'
}

/** Where a text says how, so that these words are neither a subject nor a place. */
export const modeSpans = (text: string): Span[] =>
  [online, inPerson, hybrid].flatMap(pattern => {
    const match = pattern.exec(text)
    return match === null ? [] : [{ index: match.index, length: match[0].length }]
  })
