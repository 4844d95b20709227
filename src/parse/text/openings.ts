/** "On 7 March NSPCC published …": the words with which the newsletter opens a story or a publication. */
import { distance } from 'fastest-levenshtein'
import { matchesOf } from './matches.ts'

const weekday = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?`
// The month's name is not asked for here, so that "On 3 Febuary" opens as well; a day without one opens nothing.
const onDayMonth = new RegExp(
  String.raw`^On\s+(?:the\s+)?${weekday}(?:the\s+)?\d{1,2}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,}`,
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

/** Whether a text opens as a story or publication does: with a day, or with a month and what was published in it. */
export function isOpening(text: string): boolean {
  if (text.startsWith('On')) return onDayMonth.test(text) || onMonthDay.test(text)
  return /^(?:In|Earlier|Also)\s/u.test(text) && inMonth.test(text) && knownVerb(text.slice(0, 160)) !== null
}

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
  'hosted',
  'posted',
  'introduced',
  'set out',
  'wrote to',
  'wrote',
  'made available',
  'called for',
  'consulted on',
  'responded to',
  'broadcast',
  'gave',
  'held',
  'ran',
  'sent',
  'put out',
  'brought out',
]
const verbPattern = new RegExp(String.raw`\b(?<verb>${verbs.map(verb => verb.replace(' ', '\\s+')).join('|')})\b`, 'u')

/** These tell what was done rather than name a work, so they belong to the title: "invited local authorities to join …". */
const telling = new Set(['invited', 'wrote to', 'consulted on', 'called for', 'responded to'])

/** A verb of publishing in a text. `telling`: it is part of what is told, not a mere "published". */
type Verb = { index: number; length: number; verb: string; telling: boolean }

/** The first verb of publishing: a known one, "published" misspelt, or the first word that ends in "ed". */
export function findVerb(text: string): Verb | null {
  const known = knownVerb(text)
  const slip = misspelt(text, known?.index ?? text.length)
  if (slip !== null) return slip
  if (known !== null) return known
  // "On 17 March Parliament passed …", "On 8 January MPs debated …"
  const other = anyPastTense.exec(text.slice(0, 160))
  return other === null ? null : { index: other.index, length: other[0].length, verb: other[0], telling: false }
}

const anyPastTense = /(?<=\p{Lu}\S*\s)\p{Ll}{2,}ed\b/u

function knownVerb(text: string): Verb | null {
  const match = verbPattern.exec(text)
  if (match === null) return null
  const verb = match[0].replace(/\s+/gu, ' ')
  return { index: match.index, length: match[0].length, verb, telling: telling.has(verb) }
}

const likePublished = /\bp[a-z]{6,10}\b/gu
/** 593 prints "HMCTS publsihed". */
function misspelt(text: string, before: number): Verb | null {
  for (const word of matchesOf(likePublished, text.slice(0, Math.min(before, 300)))) {
    if (word[0] !== 'published' && distance(word[0], 'published') <= 2)
      return { index: word.index, length: word[0].length, verb: 'published', telling: false }
  }
  return null
}
