/** Dates to look at that neither a raw text nor a Markdown file shows alone: in the future, or other than in the text. */
import type { PlaceOf } from '../../archive/names/identities.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { MastheadOf } from '../../import/import-all.ts'
import { datesAgainstText } from '../../parse/dates/facts-against-text.ts'
import type { IsoDate, Update } from '../../update/update.ts'

type DatesRead = { updates: readonly Update[]; placeOf: PlaceOf; mastheadOf: MastheadOf }

export function doubtfulDates({ updates, placeOf, mastheadOf }: DatesRead, today: IsoDate): Diagnostic[] {
  return updates.flatMap(update => {
    const { number, date, heading } = update
    const differing = datesAgainstText(update, words => placeOf(number, words))
    if (date <= today) return differing
    const at = mastheadOf(number) ?? placeOf(number, heading)
    return [{ ...diagnose('dated-ahead', at, { number, date }), update: number }, ...differing]
  })
}
