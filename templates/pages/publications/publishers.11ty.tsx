import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { Jump } from '../../parts/frame/jump.tsx'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { A } from '../../site-context.tsx'
import { counted, letterOf, sortTitle } from '../../wording.ts'

type PublishersProps = {
  publishers: PublisherEntry[]
  /** The date, or the year, of each publication. */
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
    <PageFrame
      title="Publishers A–Z"
      description={`${counted(publishers.length, 'publisher')} of the ${counted(dates.length, 'publication')} listed in the Friday Updates.`}
      area="publications"
      above={[{ to: addressOf.publications(), text: 'Publications' }]}
    >
      <PageHeading title="Publishers A–Z">
        <p>{counted(publishers.length, 'publisher')}, with the number of their publications in the updates.</p>
      </PageHeading>
      <Jump label="Letters" to={letters.map(([letter]) => ({ id: `letter_${letter}`, text: letter.toUpperCase() }))} />
      <div class="letter-columns">
        {letters.map(([letter, ofLetter]) => (
          <section aria-labelledby={`letter_${letter}`}>
            <h2 id={`letter_${letter}`}>{letter.toUpperCase()}</h2>
            <ul class="rows">
              {ofLetter.map(({ id, name, fullName, count }) => (
                <li>
                  <A to={addressOf.publisher(id)}>{name}</A> {fullName !== null && <span>{fullName}</span>}
                  <span class="count">{count === 0 ? 'stories only' : count}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PageFrame>
  )
}
