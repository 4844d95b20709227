import slugify from '@sindresorhus/slugify'

// "DfE’s" gives "dfes"; by default it would give "df-e-s".
const SLUG: Parameters<typeof slugify>[1] = {
  decamelize: false,
  customReplacements: [
    ['’', ''],
    ['‘', ''],
    ["'", ''],
    ['&', ' and '],
  ],
}
/** Words enough to recognise a story by its address. */
const MOST_WORDS = 10
/** More than ten words of any title have; a word without end is cut. */
const LONGEST = 100

/** An id never changes and is shown everywhere, so it leaves out numbers and addresses, which may have to be withheld. */
const contactDetail = /\S+@\S+|(?<!\d)(?:\+44|0)[\d\s().-]{8,}\d/gu

/** The slug of a story's title, or of its first words: ten words at most, "story" where it has none. */
export function storySlug(words: string): string {
  const shown = /[@\d]/u.test(words) ? words.replace(contactDetail, ' ') : words
  const parts = PLAIN.test(shown) ? plainParts(shown) : slugify(shown, SLUG).split('-')
  const slug = parts.slice(0, MOST_WORDS).join('-')
  return (slug.length <= LONGEST ? slug : slug.slice(0, LONGEST).replace(/-+$/u, '')) || 'story'
}

/** ASCII (without the accents ^ and `) and the signs of print: most titles, in a tenth of the time that other letters take. */
const PLAIN = /^[ -\]_a-~‘’“”–—…•£]*$/u

const plainParts = (words: string): string[] =>
  words
    .replace(/['‘’]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .match(/[a-z\d]+/gu) ?? []

/** The anchor of a new story: its slug, or with "-2", "-3" … where the update already has that one. */
export function storyId(words: string, taken: ReadonlySet<string>): string {
  const slug = storySlug(words)
  for (let count = 2, id = slug; ; id = `${slug}-${count++}`) if (!taken.has(id)) return id
}
