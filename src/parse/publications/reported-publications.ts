/** What a story's own sentences say was published: "On 20 February DfE published School absence and earnings". */
import type { IsoDate, PublicationEntry, ReportedPublication } from '../../update/update.ts'
import { dateOf, monthOf } from '../dates/dates.ts'
import { wordsOf } from '../text/wording.ts'
import { isDescription } from './publication-titles.ts'
import { readStatement, type Statement } from './statements.ts'

/** An update's date, and the entries of its list. */
type UpdateContext = { date: IsoDate; entries: readonly PublicationEntry[] }

/**
 * The publications that sentences speak of, each once, but for those that the update's list has in the same words. Only what says
 * what, by whom and when counts: "Ofsted inspected four homes" does not. A sentence that merely describes its publication ("a new
 * report on …") gives it the title of its story.
 */
export function reportedPublications(
  sentences: readonly string[],
  storyTitle: string | null,
  { date: update, entries }: UpdateContext,
): ReportedPublication[] {
  const reported = new Map<string, ReportedPublication>()
  for (const sentence of sentences) {
    const statement = readStatement(sentence)
    if (statement === null || statement.sense !== 'publishes' || !statement.isNamed) continue
    const when = dateIn(statement, update)
    if (when === null || statement.publishers.length === 0 || isListed(statement, when.date, entries)) continue
    const title = ownTitle(statement) ?? (isDescription(statement.title) ? storyTitle : null)
    if (title === null) continue
    const key = [when.date, ...wordsOf(title)].join(' ')
    if (!reported.has(key)) reported.set(key, { ...when, publishers: statement.publishers, title, text: sentence })
  }
  return [...reported.values()]
}

const ownTitle = ({ title }: Statement): string | null => (/^["“‘']?[\p{Lu}\d]/u.test(title) ? title : null)

function dateIn({ day, month }: Statement, update: IsoDate): Pick<ReportedPublication, 'date' | 'yearFrom'> | null {
  if (day === null) return month === null ? null : monthOf(month, update)
  const dated = dateOf(day, 'publication', update)
  return dated.kind === 'date' ? { date: dated.date, yearFrom: dated.yearFrom } : null
}

/** Whether the list has it on that day, under that title or under more or fewer words of it. */
function isListed({ title }: Statement, date: string | null, entries: readonly PublicationEntry[]): boolean {
  const words = spaced(title)
  return entries.some(entry => {
    if (entry.date !== date) return false
    const listed = spaced(entry.title)
    return listed.includes(words) || words.includes(listed)
  })
}
const spaced = (text: string): string => ` ${wordsOf(text).join(' ')} `
