/** Words in the place of a month's name: whether they are one, and which month they may be a slip for. */
import { distance } from 'fastest-levenshtein'
import { lowerCaseMonths } from './days.ts'

/**
 * The word in a printed day that is not a month's name, and the nearest months: "17th Octobr 2025" → Octobr,
 * October; "31th Juni" → Juni, June or July. null: the month is spelt as it should be, or is a number.
 */
export function misspeltMonth(printed: string): { word: string; nearest: string[] } | null {
  const word = (behindDay.exec(printed) ?? beforeDay.exec(printed))?.groups?.month
  if (word === undefined || isMonth(word)) return null
  const name = word.toLowerCase()
  const near = lowerCaseMonths.filter(
    known => distance(known, name) <= (name.length > 5 ? 3 : 2) && known.slice(0, 1) === name.slice(0, 1),
  )
  return { word, nearest: near.map(month => month.charAt(0).toUpperCase() + month.slice(1)) }
}

// 17th Octobr 2025 · Octobr 17th 2025; not a weekday before it, nor the "of" between
const behindDay = /\d\s?(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>(?!of\b)\p{L}{3,})/iu
const beforeDay = /(?<month>(?!\p{L}+day\b)\b\p{L}{3,})\.?\s+\d/iu

const isMonth = (word: string): boolean =>
  lowerCaseMonths.some(known => known.startsWith(word.toLowerCase())) || word.toLowerCase() === 'sept'
