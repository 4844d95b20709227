/** All meetings of all updates, resolved and grouped into records. */
import type { Item, Meeting, Update } from '../update/update.ts'
import type { ArchivedMeeting, MeetingRecord } from './archive.ts'
import type { Identities } from './identities.ts'
import { type Announcement, groupMeetings } from './meetings.ts'
import { emailKey, nameMark } from './secrets.ts'

export type ReadMeetings = { records: MeetingRecord[]; archivedOf: ReadonlyMap<Meeting, ArchivedMeeting> }

/** `printed` runs parallel to `updates`, before the gate: an address that is not shown still tells whose it is. */
export function readMeetings(
  { updates, printed }: { updates: readonly Update[]; printed: readonly Update[] },
  who: Identities,
): ReadMeetings {
  const owners = ownersOfEmails(updates, printed, who)
  const said = updates.flatMap((update, at) => {
    const before = itemsOf(printed[at] as Update)
    return itemsOf(update).flatMap((item, nth) =>
      item.meetings.map((meeting, line) => {
        const contact = contactOf(
          { shown: meeting.contact, printed: before[nth]?.meetings[line]?.contact ?? null },
          who,
          owners,
        )
        return { meeting, announcement: announcementOf(update, { item, meeting, contact, who }) }
      }),
    )
  })
  const { records, recordOf } = groupMeetings(said.map(({ announcement }) => announcement))
  const archivedOf = new Map(
    said.map(({ meeting, announcement }, at) => [meeting, { meeting: recordOf[at] ?? '', ...announcement.meeting }]),
  )
  return { records, archivedOf }
}

const itemsOf = (update: Update): Item[] =>
  update.sections.flatMap(section => (section.kind === 'updates' || section.kind === 'reminders' ? section.items : []))

type Said = { item: Item; meeting: Meeting; contact: ArchivedMeeting['contact']; who: Identities }

function announcementOf(update: Update, { item, meeting, contact, who }: Said): Announcement {
  const { label } = meeting
  return {
    update: update.number,
    date: update.date,
    item: item.id,
    meeting: { ...meeting, network: who.networks(label), contact },
  }
}

/** Whose an address is, by their contact entries; without those who are withheld. */
function ownersOfEmails(updates: readonly Update[], printed: readonly Update[], who: Identities): Map<string, string> {
  const owners = new Map<string, string>()
  for (const [at, update] of printed.entries()) {
    const shown = contactsOf(updates[at] as Update)
    for (const [nth, entry] of contactsOf(update).entries())
      if (shown[nth]?.name !== nameMark)
        for (const email of entry.emails) owners.set(emailKey(email), who.people(entry.name, entry.organisation).id)
  }
  return owners
}

const contactsOf = (update: Update) =>
  update.sections.flatMap(section => (section.kind === 'contacts' ? section.entries : []))

function contactOf(
  { shown, printed }: { shown: string | null; printed: string | null },
  who: Identities,
  owners: ReadonlyMap<string, string>,
): ArchivedMeeting['contact'] {
  if (shown === null || printed === null) return null
  if (shown === nameMark) return { printed: shown, person: null }
  if (!printed.includes('@')) return { printed: shown, person: who.people(shown).id }
  return { printed: shown, person: owners.get(emailKey(printed)) ?? null }
}
