/** Words that a search leaves out if there are others. The page gets them from the facet table. */
export const silentWords = wordsIn(
  'a about an and are as at be by can did do does for from had has have how i in is it its of on or our s so that the',
  'their they this to was we what when where which who will with',
)

function wordsIn(...lines: string[]): string[] {
  return lines.flatMap(line => line.split(' '))
}
