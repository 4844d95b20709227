import { addressOf } from '../../../src/publish/addresses.ts'
import { referenceToUpdate } from '../../../src/publish/bibliography/reference.ts'
import { shortened } from '../../../src/publish/feeds/feed-entries.ts'
import { publicationIssue } from '../../../src/publish/linked-data.ts'
import { formatDate, weekday } from '../../../src/update/calendar-day.ts'
import { countLostLinks } from '../../../src/update/lost-links.ts'
import type { Markdown } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { ShortDay } from '../../parts/records/day.tsx'
import { Report } from '../../parts/records/report.tsx'
import { Contents, sectionId } from '../../parts/update/contents.tsx'
import { Prose } from '../../parts/update/prose.tsx'
import { sectionTitle, UpdateSection } from '../../parts/update/update-section.tsx'
import { A, useSite } from '../../site-context.tsx'
import { type Neighbour, type SectionView, type UpdateView, updateView } from '../../update-view.ts'
import { counted } from '../../wording.ts'

/** `/updates/656/`: one update in full, in its own order. */
export default definePage<UpdateView>({
  *pages(archive) {
    for (const update of archive.updates)
      yield { address: addressOf.update(update.number), props: updateView(archive, update) }
  },
  render: update => <UpdatePage update={update} />,
})

function UpdatePage({ update }: { update: UpdateView }) {
  const { number, date, year, sections } = update
  const { site } = useSite()
  const placed = sections.map((section, index) => {
    const before = sections.slice(0, index).filter(({ kind }) => kind === section.kind).length
    return { section, id: sectionId(before, section) }
  })
  const entries = placed.map(({ section, id }) => ({
    id,
    title: sectionTitle(section),
    stories: 'items' in section ? section.items : [],
  }))
  return (
    <PageFrame
      title={`Update ${number}, ${formatDate(date)}`}
      description={describe(update)}
      area="updates"
      above={[{ to: addressOf.updates(), text: 'Updates' }, year]}
      alternates={[{ to: addressOf.updateData(number), type: 'application/json', title: `Update ${number} as data` }]}
      linkedData={[publicationIssue(site, update)]}
      shares
    >
      <Masthead update={update} />
      <div class="with-contents">
        <div class="update">
          <Contents sections={entries} at="top" />
          {hasLostLinks(sections) && <LostLinks />}
          {placed.map(({ section, id }) => (
            <UpdateSection key={id} section={section} id={id} update={update} />
          ))}
          <PageFoot text={update.foot} />
          <p class="about-this small">
            <A to={addressOf.cite(number)}>Cite this update</A>
            <A to={addressOf.updateData(number)} type="application/json" aria-label="This update as data (JSON)">
              This update as data
            </A>
            <Report
              about={referenceToUpdate(site, { ...update, previous: null, next: null, sections: [], foot: '' })}
            />
          </p>
          <Neighbours previous={update.previous} next={update.next} label="Other updates, at the end" />
        </div>
        <Contents sections={entries} at="side" />
      </div>
    </PageFrame>
  )
}

function Masthead({ update: { number, date, heading, previous, next, sections } }: { update: UpdateView }) {
  const end = heading.indexOf(String(number)) + String(number).length
  return (
    <div class="masthead">
      <h1>
        <span class="number">{heading.slice(0, end)}</span>
        <span class="date">
          {heading.slice(end)}
          <span class="weekday"> ({weekday(date)})</span>
        </span>
      </h1>
      <p class="summary">{sections.flatMap(summary).join(' · ')}</p>
      <Neighbours previous={previous} next={next} label="Other updates" />
    </div>
  )
}

/** "6 stories", "2 reminders", "30 publications"; a section of notices is not counted. */
function summary(section: SectionView): string[] {
  switch (section.kind) {
    case 'notices':
      return []
    case 'updates':
      return [counted(section.items.length, 'story', 'stories')]
    case 'reminders':
      return [counted(section.items.length, 'reminder')]
    case 'publications':
      return [counted(section.entries.length, 'publication')]
    case 'contacts':
      return [counted(section.entries.length, 'contact')]
    default:
      return section satisfies never
  }
}

function Neighbours({ previous, next, label }: Pick<UpdateView, 'previous' | 'next'> & { label: string }) {
  if (previous === null && next === null) return null
  const link = (which: 'prev' | 'next', { number, date }: Neighbour) => (
    <A to={addressOf.update(number)} rel={which} class={which}>
      <span class="direction">{which === 'prev' ? 'Previous' : 'Next'}</span> Update {number}, <ShortDay date={date} />
    </A>
  )
  return (
    <nav class="neighbours" aria-label={label}>
      {previous && link('prev', previous)}
      {next && link('next', next)}
    </nav>
  )
}

/** Folded: it is not part of the update, but no word is lost. */
function PageFoot({ text }: { text: Markdown }) {
  if (text === '') return null
  return (
    <details class="page-foot">
      <summary>Other text from the page or e-mail that this update was copied from</summary>
      <Prose text={text} level={3} />
    </details>
  )
}

function LostLinks() {
  return (
    <p class="lost-links">
      Words such as “here” have lost their links. <A to={`${pageAddress.about()}#links`}>Why links are lost</A>
    </p>
  )
}

const hasLostLinks = (sections: SectionView[]): boolean =>
  sections.flatMap(textsOf).some(text => countLostLinks(text) > 0)

function textsOf(section: SectionView): string[] {
  if (section.kind === 'notices') return [section.lead, section.text]
  if ('items' in section) return section.items.flatMap(({ parts }) => parts.map(({ text }) => text))
  return section.kind === 'publications' ? section.entries.map(({ text }) => text) : []
}

/** "Friday Update 654 of 21 March 2025: first headline; second headline; and 5 more." */
function describe({ number, date, sections }: UpdateView): string {
  const titles = sections
    .flatMap(section => ('items' in section ? section.items : []))
    .flatMap(({ title }) => title ?? [])
  const start = `Friday Update ${number} of ${formatDate(date)}`
  return titles.length === 0 ? `${start}.` : shortened(`${start}: ${titles.join('; ')}.`, 300)
}
