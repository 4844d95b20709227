import type { Archive, MeetingRecord } from '../../../archive/archive.ts'
import { absolute } from '../../addresses.ts'
import { lastAnnouncement } from '../record-data.ts'
import { type Column, csvOf } from './columns.ts'

export const meetingColumns = ({ site, networks, people }: Archive): Column<MeetingRecord>[] => [
  { name: 'id', type: 'string', holds: 'The meeting’s id; it never changes', cell: meeting => meeting.id },
  { name: 'network_id', type: 'string', holds: 'The network’s id: networks.json', cell: meeting => meeting.network },
  {
    name: 'network',
    type: 'string',
    holds: 'The network’s name',
    cell: meeting => networks.get(meeting.network)?.name ?? meeting.label,
  },
  { name: 'subject', type: 'string', holds: 'What it is about', cell: meeting => meeting.subject },
  { name: 'date', type: 'date', holds: 'The first day; empty where none was given', cell: meeting => meeting.date },
  {
    name: 'last_date',
    type: 'date',
    holds: 'The last day, where there are several',
    cell: meeting => meeting.lastDate,
  },
  { name: 'start', type: 'string', holds: 'HH:MM, Europe/London', cell: meeting => meeting.start },
  { name: 'end', type: 'string', holds: 'HH:MM, Europe/London', cell: meeting => meeting.end },
  { name: 'mode', type: 'string', holds: 'in-person, online or hybrid', cell: meeting => meeting.mode },
  { name: 'place', type: 'string', holds: 'Where', cell: meeting => meeting.place },
  { name: 'status', type: 'string', holds: 'planned, cancelled or postponed', cell: meeting => meeting.status },
  {
    name: 'contacts',
    type: 'list',
    holds: 'Who to ask: a name, or an address as printed',
    cell: meeting => meeting.contacts.map(({ person, printed }) => people.get(person ?? '')?.name ?? printed),
  },
  {
    name: 'contact_ids',
    type: 'list',
    holds: 'Ids of those of them who are known: contacts.csv',
    cell: meeting => meeting.contacts.flatMap(({ person }) => person ?? []),
  },
  { name: 'updates', type: 'list', holds: 'Numbers of the updates that announce it', cell: meeting => meeting.updates },
  {
    name: 'url',
    type: 'string',
    holds: 'Where it was announced last',
    cell: one => absolute(site, lastAnnouncement(one)),
  },
  { name: 'text', type: 'string', holds: 'The line or sentence as printed', cell: meeting => meeting.text },
]

export const meetingsCsv = (archive: Archive): string => csvOf(meetingColumns(archive), archive.meetings.values())
