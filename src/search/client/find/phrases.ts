/**
 * Records that contain a phrase. Each of the commonest words takes up a large part of the index, so a phrase with several
 * of them is found by its other words and their positions: "state of the nation" is "state", then "nation" three words on.
 */
import { isCommonest, searchWords } from '../../spelling.ts'
import type { FoundRecord, Index } from './search-index.ts'

export async function recordsWithPhrase(phrase: string, index: Index): Promise<FoundRecord[]> {
  const words = printedWords(phrase)
  const asked = placesAsked(words)
  if (asked.length === words.length) return index.search(`"${words.join(' ')}"`)
  const [first = [], ...others] = await Promise.all(asked.map(place => index.search(`"${words[place]}"`)))
  const rest = others.map(found => new Map(found.map(record => [record.place, record])))
  const inText: FoundRecord[] = []
  const elsewhere: FoundRecord[] = []
  for (const record of first) {
    const all = [record, ...rest.flatMap(found => found.get(record.place) ?? [])]
    if (all.length < asked.length) continue
    const starts = record.words.filter(start =>
      asked.every((place, nth) => all[nth]?.words.includes(start + place - (asked[0] ?? 0))),
    )
    const marks = starts.flatMap(start => words.map((_, place) => start + place - (asked[0] ?? 0)))
    if (starts.length > 0) inText.push({ ...record, words: marks })
    else elsewhere.push(record)
  }
  return [...inText, ...(await titled(words, elsewhere, index))]
}

/** For a title, Pagefind only says that it has the words, not where. */
async function titled(words: readonly string[], found: FoundRecord[], index: Index): Promise<FoundRecord[]> {
  const wanted = ` ${searchWords(words.join(' ')).join(' ')} `
  const best = found.sort((a, b) => b.score - a.score).slice(0, mostTitles)
  const titles = await Promise.all(best.map(async ({ place }) => (await index.text(place))?.[1] ?? ''))
  return best.filter((_, nth) => ` ${searchWords(titles[nth] ?? '').join(' ')} `.includes(wanted))
}
/** Each is another file to fetch, under a kilobyte. */
const mostTitles = 12

/** A commonest word at the end is left out: the visitor may still be typing. */
function printedWords(phrase: string): string[] {
  const words = phrase.split(/[\s"]+/u).filter(word => word !== '')
  const last = words.findLastIndex(word => !isCommonest(word))
  return last === -1 ? words : words.slice(0, last + 1)
}

/** One of the commonest words can be searched for, except "and", which the text may have as "&". */
function placesAsked(words: readonly string[]): number[] {
  const common = new Set(words.filter(isCommonest).flatMap(searchWords))
  const places = [...words.keys()]
  const specific = places.filter(place => !isCommonest(words[place] ?? ''))
  return specific.length === 0 || (common.size < 2 && !common.has('and')) ? places : specific
}

/** The words of a phrase that are worth ranking by. */
export const specificWords = (phrase: string): string[] => printedWords(phrase).filter(word => !isCommonest(word))
