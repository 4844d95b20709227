import type { Person } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { currentDetails } from '../../../src/publish/data/contact-cards.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { Jump } from '../../parts/frame/jump.tsx'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type PersonEntry = { id: string; name: string; surname: string; roles: string[]; organisations: string[] }

/** `/contacts/`: everyone the updates name as a contact, by surname. */
export default definePage<{ people: PersonEntry[] }>({
  pages: ({ people }) => [
    {
      address: addressOf.contacts(),
      props: { people: Array.from(people.values(), entryOf).sort(bySurname) },
    },
  ],
  render: ({ people }) => <ContactsPage people={people} />,
})

function entryOf(person: Person): PersonEntry {
  const { roles, organisations } = currentDetails(person)
  const { id, name } = person
  return { id, name, surname: name.split(/\s+/u).at(-1) ?? name, roles, organisations }
}

function bySurname(a: PersonEntry, b: PersonEntry): number {
  const [one, other] = [`${a.surname} ${a.name}`, `${b.surname} ${b.name}`].map(name => name.toLowerCase())
  return (one ?? '') < (other ?? '') ? -1 : 1
}

function ContactsPage({ people }: { people: PersonEntry[] }) {
  const letters = [...grouped(people, ({ surname }) => surname.normalize('NFD').charAt(0).toUpperCase())]
  return (
    <PageFrame
      title="Contacts A–Z"
      description={`The ${counted(people.length, 'contact')} named in the Friday Updates, with their roles over time.`}
      area="contacts"
      above={[]}
    >
      <PageHeading title="Contacts A–Z">
        <p>{counted(people.length, 'person', 'people')} named in the updates, by surname, with their latest role.</p>
      </PageHeading>
      <Jump label="Letters" to={letters.map(([letter]) => ({ id: `letter_${letter.toLowerCase()}`, text: letter }))} />
      <div class="letter-columns wide">
        {letters.map(([letter, ofLetter]) => (
          <section aria-labelledby={`letter_${letter.toLowerCase()}`}>
            <h2 id={`letter_${letter.toLowerCase()}`}>{letter}</h2>
            <ul class="rows">
              {ofLetter.map(({ id, name, roles, organisations }) => (
                <li>
                  <A to={addressOf.person(id)}>{name}</A> <span>{[...roles, ...organisations].join(' · ')}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PageFrame>
  )
}
