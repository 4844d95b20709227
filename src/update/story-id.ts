import slugify from '@sindresorhus/slugify'

// "DfE’s" gives "dfes"; by default it would give "df-e-s".
const SLUG = {
  decamelize: false,
  customReplacements: [
    ['’', ''],
    ['‘', ''],
    ["'", ''],
    ['&', ' and '],
  ] as [string, string][],
}
/** Words enough to recognise a story by its address. */
const MOST_WORDS = 10

/** An anchor is for ever and stands everywhere; whose number or address it was may have to be withheld some day. */
const contactDetail = /\S+@\S+|(?<!\d)(?:\+44|0)[\d\s().-]{8,}\d/gu

/** The slug of a story's title, or of its first words: ten words at most, "story" where it has none. */
export const storySlug = (words: string): string =>
  slugify(words.replace(contactDetail, ' '), SLUG).split('-').slice(0, MOST_WORDS).join('-') || 'story'

/** The anchor of a new story: its slug, or with "-2", "-3" … where the update already has that one. */
export function storyId(words: string, taken: ReadonlySet<string>): string {
  const slug = storySlug(words)
  for (let count = 2, id = slug; ; id = `${slug}-${count++}`) if (!taken.has(id)) return id
}
