/** Pagefind's metadata in CBOR: the pages and files of the index. Pagefind has no API that reads or writes it. */
import { decode, encode } from 'cborg'
import { z } from 'zod'

/** The version that package.json pins, and whose metadata this file can read. */
const pinned = '1.6.0'

const signature = 'pagefind_dcd'

/** Version; pages (id, number of words, file of its text); files of the index; filters; sorts; names of the fields. */
const shape = z.tuple([
  z.literal(pinned),
  z.array(z.tuple([z.string(), z.number(), z.string()])),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  z.array(z.unknown()),
  z.array(z.unknown()),
  z.array(z.string()),
])

/**
 * The metadata with each page's id replaced by its place, in base 36: hashes cannot be compressed, and were half of what
 * every first search fetched. Also drops the names of Pagefind's text files, which we replace. `places` is keyed by
 * Pagefind's ids. Throws if the metadata differs from what the pinned version writes, or has other pages.
 */
export function withPlaces(metadata: Buffer, places: ReadonlyMap<string, number>): Buffer {
  const [version, pages, ...others] = read(metadata)
  const placed = pages.map(([id, words]) => {
    const place = places.get(id)
    if (place === undefined) throw unexpected(`it has a page "${id}" that was not handed to it`)
    return [place.toString(36), words, '']
  })
  if (placed.length !== places.size) throw unexpected(`it has ${placed.length} of ${places.size} pages`)
  return Buffer.concat([Buffer.from(signature), encode([version, placed, ...others])])
}

function read(metadata: Buffer): z.infer<typeof shape> {
  const hasSignature = metadata.subarray(0, signature.length).toString('latin1') === signature
  if (!hasSignature) throw unexpected(`it does not begin with "${signature}"`)
  try {
    return shape.parse(decode(metadata.subarray(signature.length)))
  } catch (fault) {
    throw unexpected(fault instanceof z.ZodError ? z.prettifyError(fault) : String(fault))
  }
}

const unexpected = (what: string): Error =>
  new Error(
    `the search index's metadata is not as Pagefind ${pinned} writes it: ${what}\n` +
      `  package.json pins pagefind to ${pinned}: "npm ci" installs that version. To use another one, adapt ` +
      'src/search/pagefind-metadata.ts to its format',
  )
