import type { Archive, Person } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { currentDetails } from '../../../src/publish/data/contact-cards.ts'
import { person } from '../../../src/publish/linked-data.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { networkLinks, type StoryLine, spanOf, storyLines, type UpdateRange } from '../../lines.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Day, Days, ShortDay } from '../../parts/records/day.tsx'
import { LinkSection } from '../../parts/records/link-section.tsx'
import { StoriesAbout } from '../../parts/records/stories-about.tsx'
import { UpdateSpan } from '../../parts/records/update-span.tsx'
import { Unverified, Variants } from '../../parts/records/variants.tsx'
import { Email, Phone } from '../../parts/update/contact-card.tsx'
import { A, type Link, useSite } from '../../site-context.tsx'

type Role = { role: string; organisation: string | null; from: IsoDate; to: IsoDate; updates: UpdateRange | null }
type PersonProps = Omit<Person, 'roles' | 'emails' | 'phones' | 'networks' | 'stories' | 'firstIn' | 'lastIn'> & {
  now: ReturnType<typeof currentDetails>
  /** Details that an older update gives and the latest does not. */
  earlier: { value: string; kind: 'email' | 'phone'; lastSeen: IsoDate }[]
  /** Latest first. */
  roles: Role[]
  networks: Link[]
  stories: StoryLine[]
}

/** `/contacts/<id>/`: how to contact a person, as at when, and their roles over time. */
export default definePage<PersonProps>({
  *pages(archive) {
    for (const person of archive.people.values())
      yield { address: addressOf.person(person.id), props: propsOf(archive, person) }
  },
  render: props => <PersonPage {...props} />,
})

function propsOf(archive: Archive, person: Person): PersonProps {
  const { id, name, variants, verified, note, roles, emails, phones, networks, stories } = person
  const now = currentDetails(person)
  const older = (kind: 'email' | 'phone', all: Person['emails']) =>
    all
      .filter(({ value }) => !now.emails.includes(value) && !now.phones.includes(value))
      .map(({ value, lastSeen }) => ({ value, kind, lastSeen }))
  return {
    id,
    name,
    variants,
    verified,
    note,
    now,
    earlier: [...older('email', emails), ...older('phone', phones)],
    roles: roles.map(({ updates, ...role }) => ({ ...role, updates: spanOf(updates) })).reverse(),
    networks: networkLinks(archive, networks),
    stories: storyLines(archive, stories),
  }
}

function PersonPage(props: PersonProps) {
  const { site } = useSite()
  const { name, variants, verified, note, now, earlier, roles, networks, stories } = props
  return (
    <PageFrame
      title={name}
      description={`${name} in the Friday Updates: ${now.roles.join('; ') || 'roles'}, over time, and how to contact them.`}
      area="contacts"
      above={[{ to: addressOf.contacts(), text: 'Contacts' }]}
      linkedData={[person(site, { id: props.id, name, roles: now.roles, organisations: now.organisations })]}
    >
      <PageHeading title={name}>
        {now.roles.length > 0 && <p>{[...now.roles, ...now.organisations].join(' · ')}</p>}
      </PageHeading>
      {!verified && <Unverified kind="person" />}
      <div class="record person">
        <Reach now={now} id={props.id} />
        <div class="main">
          {roles.length > 0 && <Roles roles={roles} />}
          <StoriesAbout title={`Stories that name ${name}`} stories={stories} />
          <Variants variants={variants} />
        </div>
        <div class="side">
          {note !== null && <p>{note}</p>}
          <LinkSection id="networks_" title="Networks" links={networks} />
          {earlier.length > 0 && <Earlier earlier={earlier} />}
        </div>
      </div>
    </PageFrame>
  )
}

function Reach({ now, id }: { now: PersonProps['now']; id: string }) {
  if (now.emails.length + now.phones.length === 0) return null
  return (
    <section class="first" aria-labelledby="reach_">
      <h2 id="reach_">Contact</h2>
      <ul class="plain-list details">
        {now.emails.map(address => (
          <li>
            <Email address={address} />
          </li>
        ))}
        {now.phones.map(number => (
          <li>
            <Phone number={number} />
          </li>
        ))}
      </ul>
      <p class="small">
        {now.asOf !== null && (
          <>
            As published on <Day date={now.asOf} />. This may have changed.{' '}
          </>
        )}
        <A to={addressOf.personCard(id)} type="text/vcard">
          Save as a contact (vCard)
        </A>
      </p>
    </section>
  )
}

function Roles({ roles }: { roles: Role[] }) {
  return (
    <section aria-labelledby="roles_">
      <h2 id="roles_">Roles over time</h2>
      <ul class="timeline">
        {roles.map(({ role, organisation, from, to, updates }) => (
          <li>
            <p>
              <strong>{role}</strong>
              {organisation !== null && `, ${organisation}`}
            </p>
            <p class="small">
              <Days from={from} to={to} />
              {updates && (
                <>
                  {' · '}
                  <UpdateSpan span={updates} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Earlier({ earlier }: Pick<PersonProps, 'earlier'>) {
  return (
    <section aria-labelledby="earlier_">
      <h2 id="earlier_">Earlier details</h2>
      <p class="small">These are not in the latest update that names this person.</p>
      <ul class="plain-list">
        {earlier.map(({ value, kind, lastSeen }) => (
          <li>
            {kind === 'email' ? <Email address={value} /> : <Phone number={value} />}{' '}
            <span class="small">
              last on <ShortDay date={lastSeen} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
