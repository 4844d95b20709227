/** The subject and place in a phrase about a meeting. */
import type { Span } from '../dates/days.ts'
import { matchesOf } from '../text/matches.ts'
import { modeSpans } from './modes.ts'

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
/** Words that say whether, when and how a meeting is; neither subject nor place. */
const saysWhen: readonly RegExp[] = [
  /\b(?:cancelled|canceled|called off|stood down|scrapped|abandoned|(?:is|are) (?:now )?off(?=\s*(?:[.,;:)–—-]|$))|not happening|(?:will (?:not|no longer)|no longer|not) (?:now )?(?:be )?(?:held|take place|taking place|meet|meeting|go ahead|going ahead|happen)|postponed|postponement|rearranged|rescheduled|deferred|delayed|put (?:back|off)|pushed back|brought forward|moved (?:to|from)|(?:has|have|is|are|was) (?:been )?(?:moved|changed)|tbc|tba|to be (?:confirmed|announced|agreed|advised|arranged|decided|set|fixed)|until further notice|(?:new|next|future|further|change of|revised) (?:dates?|days?|meetings?|times?)|dates? (?:and (?:times?|venues?) )?(?:change[ds]?|for your diary|awaited)?|no (?:dates?|meetings?)|days?(?=\s+(?:tbc|tba|to be))|nb\b|all[\s-]day|whole[\s-]day|(?:an?\s+)?(?:half|full|one|two|three|four|five|[2-5])[\s-]day(?:\s(?:event|meeting|conference|session|residential|workshop|course))?|w\/?[bc]|week (?:commencing|beginning|of|ending))\b/gi,
  // this Friday (6 March)
  /\b(?:this|next)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi,
  // "Moved:" and "now moved" alone say nothing of what the meeting is about.
  /^\W*(?:now |date )?(?:moved|changed)\b/gi,
  // (note change of venue) · (new venue); "New venue: Shaw House" says which.
  /\(?\b(?:(?:please )?note:? )?(?:the |this is a )?(?:change of|changed|new|different) (?:venue|location|room)\b(?!\s*[:–—-]|\s+(?:is|at|in)\b)\)?/gi,
  // in May · early June 2026 · until the autumn term; a month that is part of a day is taken already.
  new RegExp(
    String.raw`\b(?:(?:in|during|for|until|till|by|to)\s+)?(?:(?:early|mid|late|the (?:start|beginning|end|middle) of|the end of|end of)[\s-]+)?(?:${months})\b(?:\s+(?:19|20)\d{2})?(?!\s+\p{Lu})`,
    'gu',
  ),
  /\b(?:in|during|until|till)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:spring|summer|autumn|winter)(?:\s+term)?\b/gi,
  // "date tba – autumn", "(summer term 2026)"; "Summer reading" is a subject.
  /(?<=[–—,(;-]\s*)(?:(?:early|mid|late)[\s-]+)?(?:spring|summer|autumn|winter)(?:\s+term)?(?:\s+20\d\d)?(?=\s*(?:[.,;)]|$))/gi,
]
// Venue: Shaw House · Where: Shaw House
// theme: transitions
const leadsSubject = /^(?:theme|topic|focus|subject|agenda)\s*[:–—-]\s*/iu
const leadsPlace = /\b(?:venue|location|where|place)\s*(?:is|:|[–—-]\s)\s*/gi

/** The words before the day are the subject; so are those after it and a colon or dash, unless they name a place. */
export function wordsAround(text: string, when: readonly Span[]): { subject: string | null; place: string | null } {
  const placeMarks = matchesOf(leadsPlace, text).map(toSpan)
  const said = saysWhen.flatMap(pattern => matchesOf(pattern, text)).map(toSpan)
  const spans = [...when, ...modeSpans(text), ...said, ...placeMarks].sort(
    (a, b) => a.index - b.index || b.length - a.length,
  )
  const [first] = spans
  if (first === undefined) return { subject: emptyToNull(trimJoints(text)), place: null }
  const tails = gapsBetween(text, spans).filter(({ words }) => hasWord.test(trimJoints(words)))
  const isMarked = ({ behind }: Gap) => placeMarks.some(({ index, length }) => index + length === behind)
  const subject = emptyToNull(trimJoints(text.slice(0, first.index)))
  const subjectGap = tails.find(
    gap => !isMarked(gap) && /^[\s)]*[:–—-]\s*\S/u.test(gap.words) && !(subject !== null || namesPlace(gap.words)),
  )
  const about =
    /[\s,.;]\s*((?:theme|topic|focus|subject)\s*:\s.*)$/iu.exec(tails.at(-1)?.words ?? '')?.[1] ?? subjectGap?.words
  const places = tails.filter(gap => gap !== subjectGap).flatMap(gap => placeIn(gap.words) ?? [])
  const marked = tails.find(isMarked)
  const place = marked === undefined ? places[0] : firstSentence(trimJoints(marked.words))
  return {
    subject: subject ?? (about === undefined ? null : emptyToNull(trimJoints(about).replace(leadsSubject, ''))),
    place: place === undefined ? null : emptyToNull(place),
  }
}

/** The words between two spans; `behind`: where the first of the two ends. */
type Gap = { words: string; behind: number }

function gapsBetween(text: string, spans: readonly Span[]): Gap[] {
  const gaps: Gap[] = []
  let behind = 0
  for (const [at, { index, length }] of spans.entries()) {
    behind = Math.max(behind, index + length)
    const next = spans[at + 1]?.index ?? text.length
    if (next > behind) gaps.push({ words: text.slice(behind, next), behind })
  }
  return gaps
}

const hasWord = /\p{L}{2}/u
// , at the Civic Centre · (Shaw House · – Guildhall, Winchester
const opensPlace = /^[\s,:()/–—-]*(?:(?:or|and)\b\s*)?(?:(?:at|in)\b)?\s*(?:the\s+)?[\p{Lu}\d]/u
// … a workshop at Shaw House
const leadsToPlace = /\b(?:at|in)\s+(?=(?:the\s+)?\p{Lu})/u

// Ofsted will attend · Please bring your plans
const speaks = /\b(?:will|please|is|are|has|have|you|we|who|which|that|if)\b/iu

/** A place that words between days and hours name. */
function placeIn(words: string): string | null {
  const at = opensPlace.test(words) ? 0 : leadsToPlace.exec(words)?.index
  if (at === undefined) return null
  const place = firstSentence(trimJoints(words.slice(at)))
  return hasWord.test(place) && !speaks.test(place) ? place : null
}

/** "St John's Hall. Please bring …" → "St John's Hall". */
const firstSentence = (text: string): string =>
  trimJoints(
    text
      .replace(/(?<!\b(?:St|Rd|Ave|No|Dr))[.;]\s.*$/su, '')
      .replace(
        /,?\s+(?:(?:or|and)\s+(?:dial|join|log|ring|call|by|via|through)\b|with\s|(?:and|but|where|when|to|for)\s+\p{Ll}).*$/su,
        '',
      ),
  )

// Shaw House, Newbury · Guildhall, Winchester · SO23 9ZZ: what a building is called, or a postcode.
const building =
  /\b\p{L}*(?:[Hh]all|[Hh]ouse|[Cc]ent(?:re|er)|[Oo]ffices?|[Bb]uilding|[Rr]ooms?|[Ss]uite|[Hh]otel|[Ll]ibrary|[Cc]ampus|[Tt]heatre|[Cc]hambers?|[Ss]tadium|[Mm]useum)(?=$|,|\s*\(|\s+\p{Lu})|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/u
const namesPlace = (words: string): boolean => words.length <= 80 && building.test(words.trim())

const toSpan = (match: RegExpExecArray): Span => ({ index: match.index, length: match[0].length })
const emptyToNull = (text: string): string | null => (text === '' ? null : text)

const joints = new Set(
  'nb either at on in from the is held will be to and next meeting date dates for w/c wc now was were then previously originally or via with by moved new has been not due planned scheduled time venue until'.split(
    ' ',
  ),
)
/** "– at the Civic Centre, " → "Civic Centre": marks and small words at both ends go; "The" is part of a name. */
function trimJoints(text: string): string {
  const words = text.split(/\s+/u).filter(word => word !== '')
  const isJoint = (word: string | undefined) =>
    word !== undefined &&
    (joints.has(word.toLowerCase().replace(/^[(]|[,:;.)]$/gu, '')) || /^[,;:.()/&+–—-]+$/u.test(word))
  const isOfName = () => words[0] === 'The' && words.length > 1 && !isJoint(words[1])
  while (isJoint(words[0]) && !isOfName()) words.shift()
  while (isJoint(words.at(-1))) words.pop()
  const bare = words
    .join(' ')
    .replace(/^[,;:.)/–—-]+|[,;:.(/–—-]+$/gu, '')
    .trim()
  const open = bare.startsWith('(') && (!bare.includes(')') || /^\([^()]*\)$/u.test(bare)) ? bare.slice(1) : bare
  return open.includes('(') || !open.endsWith(')') ? open : open.slice(0, -1)
}
