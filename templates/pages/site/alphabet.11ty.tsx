import { countsByLetter } from '../../alphabet.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { Letters } from '../../parts/frame/letters.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { counted } from '../../wording.ts'

type AlphabetProps = { letters: { letter: string; count: number }[] }

/** `/a-z/`: the letters, each with its number of titles. */
export default definePage<AlphabetProps>({
  pages: archive => [{ address: pageAddress.alphabet(), props: { letters: countsByLetter(archive) } }],
  render: ({ letters }) => {
    const total = letters.reduce((sum, { count }) => sum + count, 0)
    return (
      <Layout
        title="A–Z of stories and publications"
        description={`${counted(total, 'title')} of stories and publications in the Friday Updates, by first letter.`}
        above={[]}
      >
        <PageHeading title="A–Z of stories and publications">
          <p>{counted(total, 'title')}; “The”, “A” and “An” at the beginning do not count.</p>
        </PageHeading>
        <Letters letters={letters} here={null} />
      </Layout>
    )
  },
})
