import type { Archive, Person } from '../../../archive/archive.ts'
import { absolute, addressOf } from '../../addresses.ts'
import { currentDetails } from '../contact-cards.ts'
import { type Column, csvOf } from './columns.ts'

/** A new column goes last: formulas and scripts may count from the left. */
export const contactColumns = ({ site, networks }: Archive): Column<Person>[] => [
  { name: 'id', type: 'string', holds: 'The person’s id; it never changes', cell: person => person.id },
  { name: 'name', type: 'string', holds: 'The name that the archive uses', cell: person => person.name },
  { name: 'role', type: 'list', holds: 'The latest role', cell: person => currentDetails(person).roles },
  {
    name: 'organisation',
    type: 'list',
    holds: 'The latest organisation',
    cell: person => currentDetails(person).organisations,
  },
  { name: 'email', type: 'list', holds: 'The latest e-mail address', cell: person => currentDetails(person).emails },
  {
    name: 'phone',
    type: 'list',
    holds: 'The latest phone number, as printed',
    cell: person => currentDetails(person).phones,
  },
  {
    name: 'networks',
    type: 'list',
    holds: 'Names of the networks that the person is a contact of',
    cell: person => person.networks.map(id => networks.get(id)?.name ?? id),
  },
  {
    name: 'first_in',
    type: 'integer',
    holds: 'The first update that names the person',
    cell: person => person.firstIn,
  },
  { name: 'last_in', type: 'integer', holds: 'The last update that names the person', cell: person => person.lastIn },
  {
    name: 'as_of',
    type: 'date',
    holds: 'The date of the update that has these details',
    cell: person => currentDetails(person).asOf,
  },
  {
    name: 'url',
    type: 'string',
    holds: 'The person’s page here',
    cell: person => absolute(site, addressOf.person(person.id)),
  },
  { name: 'network_ids', type: 'list', holds: 'Ids of the networks: networks.json', cell: person => person.networks },
]

/** One row a person, by name. */
export const contactsCsv = (archive: Archive): string => csvOf(contactColumns(archive), archive.people.values())
