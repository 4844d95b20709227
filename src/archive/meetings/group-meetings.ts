/** All meetings of all updates, resolved and grouped into records. */

import type { Item, Meeting, Update } from '../../update/update.ts'
import { zip } from '../../update/zip.ts'
import type { ArchivedMeeting, MeetingContact, MeetingRecord } from '../archive.ts'
import type { Gated } from '../gate/gate.ts'
import { emailKey, nameMark } from '../gate/secrets.ts'
import type { Identities } from '../names/identities.ts'
import { groupMeetings } from './meetings.ts'

export type ReadMeetings = { records: MeetingRecord[]; archivedOf: ReadonlyMap<Meeting, ArchivedMeeting> }

/** `printed` runs parallel to the updates, before the gate: an address that is not shown still identifies its owner. */
export function readMeetings(
  { gated: { updates, elsewhere }, printed }: { gated: Gated; printed: readonly Update[] },
  identities: Identities,
): ReadMeetings {
  const owners = ownersOfEmails(updates, printed, identities)
  const announced = zip(updates, printed).flatMap(([update, ungated]) => {
    const before = itemsOf(ungated)
    return itemsOf(update).flatMap((item, nth) =>
      item.meetings.map((meeting, line) => {
        const asPrinted = before[nth]?.meetings[line]?.contacts ?? []
        const contacts = meeting.contacts.map((shown, at) =>
          contactOf({ shown, printed: asPrinted[at] ?? shown }, identities, owners),
        )
        const said = { ...meeting, network: identities.networks(meeting.label), contacts }
        const shownElsewhere = contacts.map(contact => ({ ...contact, printed: elsewhere.plain(contact.printed) }))
        const shown = { ...said, text: elsewhere.plain(said.text), contacts: shownElsewhere }
        const announcement = { update: update.number, date: update.date, item: item.id, meeting: shown }
        return { meeting, said, announcement }
      }),
    )
  })
  const { records, recordOf } = groupMeetings(announced.map(({ announcement }) => announcement))
  const archivedOf = new Map(
    announced.map(({ meeting, said }, at) => [meeting, { meeting: recordOf[at] ?? '', ...said }]),
  )
  return { records, archivedOf }
}

const itemsOf = (update: Update): Item[] =>
  update.sections.flatMap(section => (section.kind === 'updates' || section.kind === 'reminders' ? section.items : []))

/** Who owns an email address, by contact entries; without withheld people. */
function ownersOfEmails(
  updates: readonly Update[],
  printed: readonly Update[],
  identities: Identities,
): Map<string, string> {
  const owners = new Map<string, string>()
  for (const [gated, update] of zip(updates, printed)) {
    const shown = contactsOf(gated)
    for (const [nth, entry] of contactsOf(update).entries())
      if (shown[nth]?.name !== nameMark)
        for (const email of entry.emails) {
          // The last to print an address owns it, in whatever spelling.
          owners.delete(email)
          owners.set(email, identities.people(entry.name, entry.organisation).id)
        }
  }
  return new Map([...owners].map(([email, owner]) => [emailKey(email), owner]))
}

const contactsOf = (update: Update) =>
  update.sections.flatMap(section => (section.kind === 'contacts' ? section.entries : []))

function contactOf(
  { shown, printed }: { shown: string; printed: string },
  identities: Identities,
  owners: ReadonlyMap<string, string>,
): MeetingContact {
  if (shown === nameMark) return { printed: shown, person: null }
  if (!printed.includes('@')) return { printed: shown, person: identities.people(shown).id }
  return { printed: shown, person: owners.get(emailKey(printed)) ?? null }
}
