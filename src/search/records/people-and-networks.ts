import type { Archive, MeetingRecord, Network, Person } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import { formatDate } from '../../update/calendar-day.ts'
import { printWords } from '../print-words.ts'
import { dayOfUpdate, namesOfRecord, type RecordDraft, unique, years } from './draft.ts'

export function personDraft(person: Person, archive: Archive): RecordDraft {
  const roles = person.roles.map(({ role, organisation }) => (organisation ? `${role} (${organisation})` : role))
  const networks = person.networks.flatMap(id => archive.networks.get(id)?.name ?? [])
  const update = person.lastIn ?? archive.updates.at(-1)?.number ?? 0
  return {
    kind: 'person',
    address: addressOf.person(person.id),
    title: person.name,
    text: [...roles, networks.join(' · ')].filter(line => line !== '').join('\n'),
    summary: '',
    names: person.variants,
    also: [],
    addresses: [],
    date: dayOfUpdate(update, archive),
    update,
    years: years(person.roles.flatMap(role => role.updates).map(number => dayOfUpdate(number, archive))),
    sections: person.roles.length > 0 ? ['contacts'] : [],
    publishers: [],
    mentions: [],
    networks: person.networks,
    topics: [],
  }
}

export function networkDraft(network: Network, archive: Archive): RecordDraft {
  const meetings = network.meetings.flatMap(id => archive.meetings.get(id) ?? [])
  const convenors = network.convenors.map(({ contact }) => contact.printed)
  const others = namesOfRecord(network).slice(1)
  const update = network.updates.at(-1) ?? archive.updates.at(-1)?.number ?? 0
  const lines = [network.covers ?? '', ...convenors, ...meetings.map(({ text }) => text).reverse()]
  return {
    kind: 'network',
    address: addressOf.network(network.id),
    title: network.name,
    text: unique(lines.filter(line => line !== '')).join('\n'),
    summary: [contactLine(network, archive), meetingLine(meetings, archive)].filter(line => line !== '').join(' '),
    // Every word of every variant would make "children" a name of half the networks.
    names: others.filter(name => printWords(name).length === 1),
    also: others,
    addresses: [],
    date: dayOfUpdate(update, archive),
    update,
    years: years(network.updates.map(number => dayOfUpdate(number, archive))),
    sections: [],
    publishers: [],
    mentions: [],
    networks: [network.id],
    topics: [],
  }
}

/** "Contact: Ada Brook and Zoe Fen.": those in the latest update that names any. An e-mail address is not a name. */
function contactLine({ convenors }: Network, { people }: Archive): string {
  const [latest] = convenors
  const names = convenors
    .filter(({ to }) => to === latest?.to)
    .map(({ contact }) => people.get(contact.person ?? '')?.name ?? contact.printed)
    .filter(name => !name.includes('@'))
  return names.length === 0 ? '' : `Contact: ${unique(names).join(' and ')}.`
}

/** "Next meeting: 6 June 2025, 10:00, online." As at the latest update, not today: the same input makes the same site. */
function meetingLine(meetings: readonly MeetingRecord[], { asOf }: Archive): string {
  const dated = meetings.flatMap(meeting =>
    meeting.date !== null && meeting.status === 'planned' ? [{ ...meeting, date: meeting.date }] : [],
  )
  const next = dated.filter(({ date }) => date >= asOf).sort((a, b) => (a.date < b.date ? -1 : 1))[0]
  const last = dated.sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  const meeting = next ?? last
  if (meeting === undefined) return ''
  const { date, start, mode } = meeting
  const when = [formatDate(date), start, mode?.replace('-', ' ')].filter(Boolean).join(', ')
  return `${next === undefined ? 'Last meeting' : 'Next meeting'}: ${when}.`
}
