import type { Archive, ArchivedUpdate } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { type Reference, referenceToStory, referenceToUpdate } from '../../../src/publish/bibliography/reference.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Citation } from '../../parts/publications/citation.tsx'
import { Report } from '../../parts/records/report.tsx'
import { A, type Link } from '../../site-context.tsx'

type CiteProps = {
  number: number
  date: IsoDate
  year: Link
  whole: Reference
  stories: { id: string; reference: Reference }[]
}

/** `/updates/656/cite/`: how to cite an update and each of its stories. */
export default definePage<CiteProps>({
  *pages(archive) {
    for (const update of archive.updates)
      yield { address: addressOf.cite(update.number), props: propsOf(archive, update) }
  },
  render: props => <CitePage {...props} />,
})

function propsOf(archive: Archive, update: ArchivedUpdate): CiteProps {
  const { site } = archive
  const { number, date, sections } = update
  const items = sections.flatMap(section => ('items' in section ? section.items : []))
  return {
    number,
    date,
    year: { to: yearAddress(archive, Number(date.slice(0, 4))), text: date.slice(0, 4) },
    whole: referenceToUpdate(site, update),
    stories: items.map(item => ({ id: item.id, reference: referenceToStory(site, update, item) })),
  }
}

function CitePage({ number, date, year, whole, stories }: CiteProps) {
  const update = { to: addressOf.update(number), text: `Update ${number}` }
  return (
    <PageFrame
      title={`Cite Update ${number}`}
      description={`How to cite Friday Update ${number} of ${formatDate(date)} and its stories: as text, BibTeX, RIS and CSL-JSON.`}
      area="updates"
      above={[{ to: addressOf.updates(), text: 'Updates' }, year, update]}
      robots="noindex"
      shares
    >
      <PageHeading title={`Cite Update ${number}`}>
        <p>As text, or for a reference manager such as Zotero, EndNote or Mendeley.</p>
      </PageHeading>
      <div class="citations">
        <section aria-labelledby="update_">
          <h2 id="update_">The whole update</h2>
          <Citation reference={whole} />
        </section>
        {stories.map(({ id, reference }) => (
          <section id={id}>
            <h2>
              <A to={addressOf.item(number, id)}>{reference.title}</A>
            </h2>
            <Citation reference={reference} />
          </section>
        ))}
      </div>
      <p class="about-this small">
        <Report about={whole} />
      </p>
    </PageFrame>
  )
}
