import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { Jump } from '../../parts/frame/jump.tsx'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { StripOver } from '../../parts/records/strip.tsx'
import { A } from '../../site-context.tsx'
import { counted, letterOf, sortTitle } from '../../wording.ts'

type PublishersProps = {
  publishers: PublisherEntry[]
  /** Of all works, the date, or the year under which one stands. */
  dates: string[]
}
type PublisherEntry = { id: string; name: string; fullName: string | null; count: number }

/** `/publishers/`: who published, A–Z, with counts. */
export default definePage<PublishersProps>({
  pages: ({ publishers, publications }) => [
    {
      address: addressOf.publishers(),
      props: {
        publishers: Array.from(publishers.values(), ({ id, name, fullName, publications }) => ({
          id,
          name,
          fullName: fullName === name ? null : fullName,
          count: publications.length,
        })).sort((a, b) => (sortTitle(a.name) < sortTitle(b.name) ? -1 : 1)),
        dates: Array.from(publications.values(), ({ date, year }) => date ?? String(year)),
      },
    },
  ],
  render: props => <PublishersPage {...props} />,
})

function PublishersPage({ publishers, dates }: PublishersProps) {
  const letters = [...grouped(publishers, ({ name }) => letterOf(name))]
  return (
    <Layout
      title="Publishers A–Z"
      description={`${counted(publishers.length, 'publisher')} whose works the Friday Updates listed.`}
      area="publications"
      above={[{ to: addressOf.publications(), text: 'Publications' }]}
    >
      <PageHeading title="Publishers A–Z">
        <p>{counted(publishers.length, 'publisher')}, with the number of their works that the updates listed.</p>
      </PageHeading>
      <StripOver what="Publications" dates={dates} />
      <Jump label="Letters" to={letters.map(([letter]) => ({ id: `letter_${letter}`, text: letter.toUpperCase() }))} />
      {letters.map(([letter, ofLetter]) => (
        <section class="group" aria-labelledby={`letter_${letter}`}>
          <h2 id={`letter_${letter}`}>{letter.toUpperCase()}</h2>
          <ul class="works">
            {ofLetter.map(({ id, name, fullName, count }) => (
              <li>
                <A to={addressOf.publisher(id)}>{name}</A> {fullName !== null && `${fullName} · `}
                {count === 0 ? 'in stories only' : counted(count, 'publication')}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}
