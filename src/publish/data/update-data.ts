import type {
  ArchivedContact,
  ArchivedItem,
  ArchivedMeeting,
  ArchivedSection,
  ArchivedUpdate,
} from '../../archive/archive.ts'
import { addressOf } from '../addresses.ts'
import type { ItemData, MeetingData, SectionData, UpdateData } from './schemas.ts'

/** `/updates/656/index.json`, in the shape of `schemas.ts`. */
export function updateData(update: ArchivedUpdate): UpdateData {
  const { number, date, heading, previous, next } = update
  return {
    number,
    date,
    heading,
    url: addressOf.update(number),
    previous,
    next,
    sections: update.sections.map(sectionData),
  }
}

/** A section without a printed heading (2023 has no "Updates" line) gets its usual one. */
function sectionData(section: ArchivedSection): SectionData {
  const { kind } = section
  switch (kind) {
    case 'notices':
      return { kind, heading: section.heading, text: [section.lead, section.text].filter(Boolean).join('\n\n') }
    case 'updates':
      return { kind, heading: section.heading ?? 'Updates', items: section.items.map(itemData) }
    case 'reminders':
      return { kind, heading: section.heading ?? 'Reminders', items: section.items.map(itemData) }
    case 'publications':
      return {
        kind,
        heading: section.heading ?? 'Tools & Templates',
        entries: section.entries.map(({ publication, date, precision, publishers, title, text, link, items }) => ({
          publication,
          date,
          precision,
          publishers: publishers.map(({ id }) => id),
          title,
          text,
          link,
          items,
        })),
      }
    case 'contacts':
      return { kind, heading: section.heading ?? 'Contact Details', entries: section.entries.flatMap(contactData) }
    default:
      return kind satisfies never
  }
}

function itemData(item: ArchivedItem): ItemData {
  const { id, story, kicker, title, titleSource, kind, publications, topics, firstIn, repeats } = item
  return {
    id,
    story,
    kicker,
    title,
    titleSource,
    kind,
    parts: item.parts.map(({ label, text }) => ({ label, text })),
    meetings: item.meetings.map(announcementData),
    deadlines: item.deadlines.map(({ label, date, time, text }) => ({ label, date, time, text })),
    contacts: item.contacts.flatMap(contactData),
    publications,
    topics,
    firstIn,
    repeats,
  }
}

const announcementData = (announced: ArchivedMeeting): MeetingData => ({
  meeting: announced.meeting,
  network: announced.network.id,
  ...saidOf(announced),
})

/** The fields that one announcement and the meeting's record share. */
export function saidOf(
  said: Pick<
    ArchivedMeeting,
    'label' | 'subject' | 'date' | 'lastDate' | 'start' | 'end' | 'mode' | 'place' | 'contacts' | 'status' | 'text'
  >,
) {
  const { label, subject, date, lastDate, start, end, mode, place, status, text } = said
  const contacts = said.contacts.map(({ person, printed }) => person ?? printed)
  return {
    label,
    subject,
    date,
    lastDate,
    start,
    end,
    mode,
    place,
    contact: contacts[0] ?? null,
    contacts,
    status,
    cancelled: status === 'cancelled',
    text,
  }
}

/** Empty for a person who is withheld. */
function contactData(entry: ArchivedContact) {
  const { person, name, role, organisation, emails, phones } = entry
  if (person === null) return []
  return [{ person, name, role, organisation, email: emails[0] ?? null, phone: phones[0] ?? null, emails, phones }]
}
