import type {
  BibliographyView,
  ContactsView,
  NoticesView,
  SectionView,
  StoriesView,
  UpdateView,
} from '../../update-view.ts'
import { Bibliography } from './bibliography.tsx'
import { ContactCard } from './contact-card.tsx'
import { Prose } from './prose.tsx'
import { Story } from './story.tsx'

/** What a section is called where the newsletter has no heading. */
const NAMES: Record<SectionView['kind'], string> = {
  notices: 'Standing notices',
  updates: 'Updates',
  reminders: 'Reminders',
  publications: 'Publications',
  contacts: 'Contacts',
}

export const sectionTitle = ({ kind, heading }: Pick<SectionView, 'kind' | 'heading'>): string =>
  kind === 'notices' ? NAMES.notices : (heading ?? NAMES[kind])

type Located<View> = { section: View; id: string; update: Pick<UpdateView, 'number' | 'date'> }

/** One of the five kinds of section. */
export function UpdateSection({ section, id, update }: Located<SectionView>) {
  switch (section.kind) {
    case 'notices':
      return <Notices section={section} id={id} />
    case 'updates':
    case 'reminders':
      return <Stories section={section} id={id} update={update} />
    case 'publications':
      return <Publications section={section} id={id} />
    case 'contacts':
      return <Contacts section={section} id={id} />
    default:
      return section satisfies never
  }
}

type Placed<View> = Omit<Located<View>, 'update'>

function Notices({ section: { lead, heading, text }, id }: Placed<NoticesView>) {
  return (
    <section class="notices" id={id}>
      <details>
        <summary>
          <h2>{NAMES.notices}</h2> <span class="aside">repeated at the top of each update</span>
        </summary>
        <Prose text={lead} level={3} />
        {heading !== null && <h3>{heading}</h3>}
        <Prose text={text} level={4} />
      </details>
    </section>
  )
}

function Stories({ section, id, update }: Located<StoriesView>) {
  return (
    <section class={section.kind} id={id}>
      <h2>{sectionTitle(section)}</h2>
      {section.items.map(story => (
        <Story key={story.id} story={story} update={update} />
      ))}
    </section>
  )
}

function Publications({ section, id }: Placed<BibliographyView>) {
  return (
    <section class="publications" id={id}>
      <h2>{sectionTitle(section)}</h2>
      <Bibliography entries={section.entries} />
    </section>
  )
}

function Contacts({ section, id }: Placed<ContactsView>) {
  return (
    <section class="contacts" id={id}>
      <h2>{sectionTitle(section)}</h2>
      <ul class="cards">
        {section.entries.map(card => (
          <ContactCard card={card} />
        ))}
      </ul>
    </section>
  )
}
