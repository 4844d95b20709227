/** "On 7 March NSPCC published …": the words with which the newsletter opens a story or a publication. */
import { distance } from 'fastest-levenshtein'
import { matchesOf } from './matches.ts'

const weekday = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?`
// The month's name is not asked for here, so that "On 3 Febuary" opens as well; a day without one opens nothing.
const onDayMonth = new RegExp(
  String.raw`^On\s+(?:the\s+)?${weekday}(?:the\s+)?\d{1,2}\s?(?:st|nd|rd|th)?\s*(?:of\s+)?(?:[A-Z][a-z]{2,}|(?:jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)`,
  'u',
)
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
// On May 2 NHS England published …
const onMonthDay = new RegExp(String.raw`^On\s+${weekday}(?:${months})\s+\d{1,2}(?:st|nd|rd|th)?\b`, 'u')
// In April 2023 the Education Committee published …; "In March 2022, 400 children were …" opens nothing.
const inMonth = new RegExp(
  String.raw`^(?:(?:Earlier\s+|Also\s+)?[Ii]n\s+(?:early\s+|late\s+|mid-)?)(?:${months})(?:\s+\d{4})?,?\s+(?:the\s+)?\p{Lu}`,
  'u',
)

/** How many characters "On 7 March" takes where a text opens with it, whether the calendar has such a day or not; 0 elsewhere. */
export const openingLength = (text: string): number =>
  text.startsWith('On') ? ((onDayMonth.exec(text) ?? onMonthDay.exec(text))?.[0].length ?? 0) : 0

/** Whether a text opens as a story or publication does: with a day, or with a month and what was published in it. */
export function isOpening(text: string): boolean {
  if (text.startsWith('On')) return openingLength(text) > 0
  return /^(?:In|Earlier|Also)\s/u.test(text) && inMonth.test(text) && knownVerb(text.slice(0, 160)) !== null
}

/**
 * What a verb says of the words behind it. `publishes`: they are the publication ("published Safe at the pool"). `offers`:
 * they are it where they have a name of their own ("held Safe at the pool", but "held a meeting"). `acts`: they are not
 * ("wrote to all schools"). `unknown`: nothing is known of the verb.
 */
export type Sense = 'publishes' | 'offers' | 'acts' | 'unknown'

const senses: Readonly<Record<string, Sense>> = {
  published: 'publishes',
  launched: 'publishes',
  released: 'publishes',
  issued: 'publishes',
  updated: 'publishes',
  produced: 'publishes',
  premiered: 'publishes',
  'handed down': 'publishes',
  shared: 'publishes',
  posted: 'publishes',
  introduced: 'publishes',
  'set out': 'publishes',
  'made available': 'publishes',
  broadcast: 'publishes',
  'put out': 'publishes',
  'brought out': 'publishes',
  unveiled: 'publishes',
  announced: 'offers',
  'advertised for': 'offers',
  advertised: 'offers',
  'consulted on': 'offers',
  opened: 'offers',
  hosted: 'offers',
  held: 'offers',
  ran: 'offers',
  invited: 'acts',
  'wrote to': 'acts',
  wrote: 'acts',
  'called for': 'acts',
  'responded to': 'acts',
  gave: 'acts',
  sent: 'acts',
  told: 'acts',
  met: 'acts',
  spoke: 'acts',
  won: 'acts',
}
const verbPattern = new RegExp(
  // "Kinshippublished": the space before the verb is lost.
  String.raw`(?:\b(?:re-?)?|(?<=\p{Ll}{3})(?=published))(?<verb>${Object.keys(senses)
    .map(verb => verb.replace(' ', '\\s+'))
    .join('|')})\b`,
  'u',
)

/** A verb in a sentence about a publication, and what it says of the words behind it. */
export type Verb = { index: number; length: number; verb: string; sense: Sense }

/** The first verb of publishing: a known one, "published" misspelt, or the first word that ends in "ed". */
export function findVerb(text: string): Verb | null {
  const known = knownVerb(text)
  const slip = misspelt(text, known?.index ?? text.length)
  if (slip !== null) return slip
  if (known !== null) return known
  // "On 17 March Parliament passed …", "On 8 January MPs debated …"
  const other = anyPastTense.exec(text.slice(0, 160))
  return other === null ? null : { index: other.index, length: other[0].length, verb: other[0], sense: 'unknown' }
}

const anyPastTense = /(?<=\p{Lu}\S*\s)\p{Ll}{2,}ed\b/u

/** The first verb that is known to speak of publishing. */
export function knownVerb(text: string): Verb | null {
  const match = verbPattern.exec(text)
  if (match === null) return null
  const verb = (match.groups?.verb ?? '').replace(/\s+/gu, ' ')
  return { index: match.index, length: match[0].length, verb, sense: senses[verb] ?? 'acts' }
}

const likePublished = /\bp[a-z]{6,10}\b/gu
/** 593 prints "HMCTS publsihed". */
function misspelt(text: string, before: number): Verb | null {
  for (const word of matchesOf(likePublished, text.slice(0, Math.min(before, 300)))) {
    if (word[0] !== 'published' && distance(word[0], 'published') <= 2)
      return { index: word.index, length: word[0].length, verb: 'published', sense: 'publishes' }
  }
  return null
}
