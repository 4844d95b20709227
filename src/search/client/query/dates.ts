/** Days, months and years as people write them: "21 march 2025", "march 2025", "21/3/25", "2025-03", "easter 2024". */

/** Days since 1970, both inclusive; null: open. */
export type DayRange = { from: number | null; to: number | null }
export type ClosedSpan = { from: number; to: number }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?<year>(?:19|20)\\d{2})'
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?'

/** The most specific first: "21 march 2025" contains "march 2025". */
const patterns = [
  `${weekday}${day}(?: of)? ${month},? ${year}`,
  `${weekday}${month} ${day},? ${year}`,
  `${year}-(?<digits>\\d{2})-${day}`,
  `${day}[/.-](?<digits>\\d{1,2})[/.-](?<year>(?:19|20)?\\d{2})`,
  `${month},? ${year}`,
  `${year} ${month}`,
  `${year}-(?<digits>\\d{2})`,
  `(?<feast>easter|christmas|spring|summer|autumn) ${year}`,
].map(pattern => new RegExp(`(?<![\\w£./-])(?:${pattern})(?![\\w/%-]|\\.\\d)`, 'iu'))

/** A date in a text, and the text before and after it. */
export type FoundDate = ClosedSpan & { said: string; isDay: boolean; rest: string }

/** The first date of the most specific kind; null if there is none, or it is not a real date. */
export function dateIn(text: string): FoundDate | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const span = match && spanOf(match.groups ?? {})
    if (!match || !span) continue
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return { ...span, said: match[0], isDay: span.from === span.to, rest: rest.replace(/\s+/gu, ' ').trim() }
  }
  return null
}

/** Reads the value of a field such as `before:`: "2025", "2025-03", "march 2025", "21/3/25". */
export function spanNamed(text: string): ClosedSpan | null {
  if (/^\d{4}$/u.test(text)) return spanOf({ year: text })
  const found = dateIn(text)
  return found && found.rest === '' ? { from: found.from, to: found.to } : null
}

function spanOf(parts: Record<string, string | undefined>): ClosedSpan | null {
  const year = Number(parts.year?.padStart(4, '20'))
  if (parts.feast !== undefined) return feast(parts.feast.toLowerCase(), year)
  const named = parts.month && months.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1
  const month = Number(parts.digits ?? (named || 0))
  const day = Number(parts.day ?? 0)
  if (month === 0) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) }
  // "2010-11" is a school year.
  if (month > 12 || (parts.digits !== undefined && day === 0 && month === (year + 1) % 100)) return null
  const from = dayNumber(year, month, day || 1)
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return from < next ? { from, to: day === 0 ? next - 1 : from } : null
}

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000

/** The last fortnight of December, three months of a season, and the week before and after Easter Sunday. */
function feast(name: string, year: number): ClosedSpan {
  if (name === 'christmas') return { from: dayNumber(year, 12, 18), to: dayNumber(year, 12, 31) }
  const season = ['spring', 'summer', 'autumn'].indexOf(name)
  if (season !== -1) return { from: dayNumber(year, 3 + 3 * season, 1), to: dayNumber(year, 6 + 3 * season, 1) - 1 }
  const sunday = easterSunday(year)
  return { from: sunday - 7, to: sunday + 7 }
}

/** The Meeus/Jones/Butcher algorithm: right for every Gregorian year. */
function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1)
}
