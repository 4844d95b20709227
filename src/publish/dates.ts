const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "2025-03-07" → "7 March 2025", "2025-03" → "March 2025". */
export function formatDate(date: string): string {
  const [year = '', month = '', day] = date.split('-')
  const named = `${MONTHS[Number(month) - 1] ?? month} ${year}`
  return day === undefined ? named : `${Number(day)} ${named}`
}

/**
 * The moment that stands for a day in feeds, where a bare date is not allowed: noon in UTC, which is the same day from
 * Honolulu to Sydney.
 */
export const noonOf = (date: string): string => `${date}T12:00:00Z`
