/** Words that say nothing where others are there: a search leaves them out. The page has them from the table. */
export const silentWords = wordsIn(
  'a about an and are as at be by can did do does for from had has have how i in is it its of on or our s so that the',
  'their they this to was we what when where which who will with',
)

function wordsIn(...lines: string[]): string[] {
  return lines.flatMap(line => line.split(' '))
}
