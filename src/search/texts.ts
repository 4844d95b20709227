/**
 * What a hit shows of itself: small files, each with the texts of several records that stand side by side in the index.
 * A file for each record, as Pagefind makes them, would be twice as many to build and to copy. This file is plain code:
 * the browser loads its reading half.
 */

/** A record's site-relative address, its title, its text as it is indexed, and what is shown where none of that was found. */
export type ShownText = [address: string, title: string, content: string, summary?: string]

/** More would be fewer files, and more bytes for every hit. */
const recordsInFile = 2

/**
 * The file that has the record at this place of the index, and where in it the record stands. With the hash of the index
 * in its name: whoever has a page open since the last build must not read another record's text under a hit.
 */
export const textAt = (hash: string, place: number): { file: string; nth: number } => ({
  file: `texts/${hash}/${Math.floor(place / recordsInFile)}.json`,
  nth: place % recordsInFile,
})

/** Every file by its name, with its content, for records in the order of the index; `shown` is asked for one after the other. */
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
