import { entriesByLetter, type TitleEntry } from '../../alphabet.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { Letters } from '../../parts/frame/letters.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type LetterProps = { letter: string; letters: { letter: string }[]; entries: TitleEntry[] }

/** `/a-z/b/`: every title that begins with the letter. */
export default definePage<LetterProps>({
  *pages(archive) {
    const byLetter = entriesByLetter(archive)
    const letters = byLetter.map(([letter]) => ({ letter }))
    for (const [letter, entries] of byLetter)
      yield { address: pageAddress.letter(letter), props: { letter, letters, entries } }
  },
  render: ({ letter, letters, entries }) => (
    <Layout
      title={`A–Z: ${letter.toUpperCase()}`}
      description={`${counted(entries.length, 'title')} of stories and publications under ${letter.toUpperCase()}.`}
      above={[{ to: pageAddress.alphabet(), text: 'A–Z' }]}
    >
      <PageHeading title={`A–Z: ${letter.toUpperCase()}`}>
        <p>{counted(entries.length, 'title')}</p>
      </PageHeading>
      <Letters letters={letters} here={letter} />
      <ul class="entries titles in-columns">
        {entries.map(({ to, title, note }) => (
          <li>
            <A to={to}>{title}</A> <span>{note}</span>
          </li>
        ))}
      </ul>
    </Layout>
  ),
})
