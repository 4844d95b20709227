import { entriesByLetter, type TitleEntry } from '../../alphabet.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { Letters } from '../../parts/frame/letters.tsx'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { TitleList } from '../../parts/records/title-list.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type AlphabetProps = { letters: { letter: string; count: number; first: TitleEntry[] }[] }

/** Of each letter so many titles are shown. */
const SHOWN = 4

/** `/a-z/`: the letters, each with its number of titles and the first of them. */
export default definePage<AlphabetProps>({
  pages: archive => [
    {
      address: pageAddress.alphabet(),
      props: {
        letters: entriesByLetter(archive).map(([letter, entries]) => ({
          letter,
          count: entries.length,
          first: entries.slice(0, SHOWN),
        })),
      },
    },
  ],
  render: ({ letters }) => {
    const total = letters.reduce((sum, { count }) => sum + count, 0)
    return (
      <PageFrame
        title="A–Z of stories and publications"
        description={`${counted(total, 'title')} of stories and publications in the Friday Updates, by first letter.`}
        above={[]}
      >
        <PageHeading title="A–Z of stories and publications">
          <p>{counted(total, 'title')}. “The”, “A” and “An” at the start are ignored.</p>
        </PageHeading>
        <Letters letters={letters} here={null} />
        <div class="letter-columns wide">
          {letters.map(entry => (
            <Letter {...entry} />
          ))}
        </div>
      </PageFrame>
    )
  },
})

function Letter({ letter, count, first }: AlphabetProps['letters'][number]) {
  return (
    <section>
      <h2>
        <A to={pageAddress.letter(letter)}>{letter.toUpperCase()}</A>
      </h2>
      <TitleList entries={first} class="rows titles" />
      {count > first.length && (
        <p class="more">
          <A to={pageAddress.letter(letter)}>
            All {count} under {letter.toUpperCase()}
          </A>
        </p>
      )}
    </section>
  )
}
