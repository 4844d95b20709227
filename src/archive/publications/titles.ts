/**
 * When two titles name the same thing. Spelling may vary a little; numbers, months and parts of a series may not: two
 * yearly editions look more alike than a typo and its correction.
 */
import { distance } from 'fastest-levenshtein'
import { foldedWords } from '../names/names.ts'

const months = 'january february march april may june july august september october november december'
const editionWords = new Set(
  `${months} spring summer autumn winter first second third fourth fifth one two three four five six seven eight nine ten
   primary secondary early late interim final draft ii iii iv v vi vii viii ix x`.split(/\s+/u),
)

/** The title's words, folded, without a leading "the". (Not "a": "A level and other 16 to 18 results".) */
export function titleKey(title: string): string {
  const words = foldedWords(title)
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ')
}

/** What distinguishes editions: numbers, months, seasons, ordinals, single letters, in order. */
export const editionOf = (key: string): string => key.split(' ').filter(tellsEdition).join(' ')

const tellsEdition = (word: string): boolean => /\d/u.test(word) || editionWords.has(word) || /^[b-rt-z]$/u.test(word)

/**
 * Whether two title keys differ by misspelling alone: the same edition, the same number of words (or one split in two),
 * at most two words apart and each by a slip of the finger: "engalnd" and "england", never "boys" and "girls".
 */
export function sameSpelling(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 4 || a[0] !== b[0]) return false
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return editionOf(a) === editionOf(b)
  const left = a.split(' ')
  const right = b.split(' ')
  if (left.length !== right.length) return false
  const apart = left.flatMap((word, index) => (word === right[index] ? [] : [[word, right[index] ?? ''] as const]))
  return apart.length <= 2 && left.length >= 3 && apart.every(([one, other]) => isSlip(one, other))
}

/**
 * One slip in five letters, two in nine; two neighbours swapped are one slip. The first letter is rarely mistyped. Of a
 * word that marks an edition, only letters may be swapped ("frist"): "early" and "yearly" are two words.
 */
function isSlip(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  if (length < 5 || one[0] !== other[0] || /\d/u.test(one + other)) return false
  const swapped = one.length === other.length && [...one].sort().join('') === [...other].sort().join('')
  if (tellsEdition(one) || tellsEdition(other)) return swapped
  return distance(one, other) <= (swapped ? 2 : length >= 9 ? 2 : 1)
}

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\s+)?'
const month = `(?:${months.split(' ').join('|')})`
const date = `${weekday}(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?)(?:,?\\s+\\d{4})?`
const state = [
  '(?:please\\s+)?(?:save|hold|keep)\\s+the\\s+dates?',
  '(?:booking|registration|application|nomination)s?(?:\\s+(?:is|are))?(?:\\s+now)?(?:\\s+open|\\s+closed)?',
  '(?:now\\s+)?(?:booking|open|live|available|recruiting|closed|full)(?:\\s+now)?',
  'book\\s+(?:now|(?:your|a)\\s+place)(?:\\s+here)?',
  '(?:last\\s+)?(?:few\\s+)?places(?:\\s+(?:still\\s+)?(?:available|left))?',
  '(?:last|final)\\s+(?:call|chance|reminder)',
  '(?:fully|nearly)\\s+booked|sold\\s+out|closing\\s+soon|extended\\s+deadline|deadline\\s+extended',
  'reminder|updated?|cancelled|postponed|rescheduled|new\\s+(?:date|time|venue)s?|(?:change\\s+of\\s+)?date(?:\\s+changed?)?',
  'next\\s+meeting',
].join('|')
const passing = new RegExp(`^(?:${state})?(?:[\\s,:–—-]*(?:on\\s+)?${date})?$`, 'iu')
/** "Care Leavers Policy Workshop – NOW BOOKING", "Hold the Date: …", "… (CANCELLED)", "… – 14 February". */
const joints = /\s+[–—-]+\s+|\s*[:|]\s+|\s*[()[\]]\s*/u

/** Parts a title from what only says how things stand this week: "SAVE THE DATE", "NOW BOOKING", a day. */
export function withoutPassing(title: string): { core: string; passing: string[] } {
  const stretches = title.split(joints).filter(stretch => stretch.trim() !== '')
  const core = stretches.filter(stretch => !passing.test(stretch.trim()))
  if (core.length === 0) return { core: title, passing: [] }
  return { core: core.join(' '), passing: stretches.filter(stretch => passing.test(stretch.trim())) }
}

const anyDate = new RegExp(date, 'giu')
/** The days that a text names, as words without weekday and year: "8 june". */
export const daysIn = (text: string): string[] =>
  (text.match(anyDate) ?? []).map(found => {
    const lower = found.toLowerCase()
    return `${/\d{1,2}(?!\d)/u.exec(lower)?.[0] ?? ''} ${new RegExp(month, 'u').exec(lower)?.[0] ?? ''}`
  })

const articles = new Set(['a', 'an', 'the', 'its', 'their'])
const withoutArticles = (key: string): string[] => {
  const words = key.split(' ')
  // The "a" of "Annex A" ends a title, and no article does.
  return words.filter((word, at) => at === words.length - 1 || !articles.has(word))
}

/** "A guide to play" and "The guide to play": three words at least, and the same but for articles. */
export function sameButForArticles(a: string, b: string): boolean {
  const [one, other] = [withoutArticles(a), withoutArticles(b)]
  return one.length >= 3 && one.join(' ') === other.join(' ')
}

const smallWords = new Set(
  'a an the and or of in on for to with by from at as its their our is are be new how what who report guide guidance'.split(
    ' ',
  ),
)
/** The words that say what a title is about. */
export const titleWords = (key: string): Set<string> =>
  new Set(key.split(' ').filter(word => word.length > 1 && !smallWords.has(word)))

/** Whether two titles speak of one thing in other words: of the same edition, and most words of each in the other, or all of one. */
export function sameMatter(a: string, b: string): boolean {
  const [one, other] = [titleWords(a), titleWords(b)]
  const editions = [editionOf(a), editionOf(b)]
  if (editions[0] !== editions[1] && !editions.includes('')) return false
  const shared = [...one].filter(word => other.has(word)).length
  const [fewer, more] = [Math.min(one.size, other.size), Math.max(one.size, other.size)]
  return shared >= 2 && (shared === fewer || shared >= 0.6 * more)
}
