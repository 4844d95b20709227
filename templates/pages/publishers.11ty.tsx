import { addressOf } from '../../src/publish/addresses.ts'
import { definePage } from '../define-page.tsx'
import { grouped } from '../grouped.ts'
import { Jump } from '../parts/jump.tsx'
import { Layout } from '../parts/layout.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { A } from '../site-context.tsx'
import { counted, letterOf, sortTitle } from '../wording.ts'

type PublisherEntry = { id: string; name: string; fullName: string | null; count: number }

/** `/publishers/`: who published, A–Z, with counts. */
export default definePage<{ publishers: PublisherEntry[] }>({
  pages: ({ publishers }) => [
    {
      address: addressOf.publishers(),
      props: {
        publishers: Array.from(publishers.values(), ({ id, name, fullName, publications }) => ({
          id,
          name,
          fullName: fullName === name ? null : fullName,
          count: publications.length,
        })).sort((a, b) => (sortTitle(a.name) < sortTitle(b.name) ? -1 : 1)),
      },
    },
  ],
  render: ({ publishers }) => <PublishersPage publishers={publishers} />,
})

function PublishersPage({ publishers }: { publishers: PublisherEntry[] }) {
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
      <Jump label="Letters" to={letters.map(([letter]) => ({ id: `letter_${letter}`, text: letter.toUpperCase() }))} />
      {letters.map(([letter, ofLetter]) => (
        <section class="group" aria-labelledby={`letter_${letter}`}>
          <h2 id={`letter_${letter}`}>{letter.toUpperCase()}</h2>
          <ul class="works">
            {ofLetter.map(({ id, name, fullName, count }) => (
              <li>
                <A to={addressOf.publisher(id)}>{name}</A> {fullName !== null && `${fullName} · `}
                {counted(count, 'publication')}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}
