/**
 * The texts that hits show: small files, each with a few records that are next to each other in the index. One file a
 * record, as Pagefind makes them, would be twice as many to build and copy. The browser loads this file, so it imports
 * nothing.
 */

/** A record's site-relative address, its title, its text as indexed, and what to show if none of that was found. */
export type ShownText = [address: string, title: string, content: string, summary?: string]

/** More would mean fewer files, but more bytes for every hit. */
const recordsInFile = 2

/**
 * The file with the record at this place in the index, and the record's position in it. The name has the hash of the index:
 * a page left open since an earlier build must not show another record's text.
 */
export const textAt = (hash: string, place: number): { file: string; nth: number } => ({
  file: `texts/${hash}/${Math.floor(place / recordsInFile)}.json`,
  nth: place % recordsInFile,
})

/** The name and content of every file, for records in the order of the index. */
export function* textFiles<Record>(
  hash: string,
  records: readonly Record[],
  shown: (record: Record) => ShownText,
): Generator<[name: string, content: string]> {
  for (let place = 0; place < records.length; place += recordsInFile) {
    const some = records.slice(place, place + recordsInFile)
    yield [textAt(hash, place).file, JSON.stringify(some.map(shown))]
  }
}
