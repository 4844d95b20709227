import { type Archive, isOver, type Network } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { type ContactLink, contactLink, type MeetingLine, meetingLine } from '../../lines.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { ContactInList } from '../../parts/meetings/meeting-list.tsx'
import { When } from '../../parts/records/day.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type NetworkEntry = {
  id: string
  name: string
  covers: string | null
  convenor: ContactLink | null
  meeting: { which: 'Next meeting' | 'Last meeting'; line: MeetingLine } | null
  stories: number
}

/** `/networks/`: each network, its contact and its next meeting. */
export default definePage<{ networks: NetworkEntry[] }>({
  pages: archive => [
    {
      address: addressOf.networks(),
      props: {
        networks: Array.from(archive.networks.values(), network => entryOf(archive, network)),
      },
    },
  ],
  render: ({ networks }) => (
    <PageFrame
      title="Networks"
      description={`The ${counted(networks.length, 'network')} of the Friday Update: what they cover, who convenes them and when they meet.`}
      area="networks"
      above={[]}
    >
      <PageHeading title="Networks">
        <p>
          {counted(networks.length, 'network')} of children’s services covered by the Friday Update. All their meetings
          are in the <A to={addressOf.calendar()}>calendar</A>.
        </p>
      </PageHeading>
      <ul class="cards">
        {networks.map(network => (
          <NetworkCard network={network} />
        ))}
      </ul>
    </PageFrame>
  ),
})

function entryOf(archive: Archive, network: Network): NetworkEntry {
  const { id, name, covers, convenors, stories } = network
  const latest = convenors[0]
  return {
    id,
    name,
    covers,
    convenor: latest ? contactLink(archive, latest.contact) : null,
    meeting: meetingOf(archive, network),
    stories: stories.length,
  }
}

function meetingOf(archive: Archive, network: Network): NetworkEntry['meeting'] {
  const dated = network.meetings
    .flatMap(id => archive.meetings.get(id) ?? [])
    .filter(({ date, status }) => date !== null && status === 'planned')
  const next = dated
    .filter(meeting => !isOver(meeting, archive.asOf))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0]
  const last = dated.sort((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : 1))[0]
  if (next) return { which: 'Next meeting', line: meetingLine(archive, next) }
  return last ? { which: 'Last meeting', line: meetingLine(archive, last) } : null
}

function NetworkCard({ network: { id, name, covers, convenor, meeting } }: { network: NetworkEntry }) {
  return (
    <li class="card">
      <h2>
        <A to={addressOf.network(id)}>{name}</A>
      </h2>
      {covers !== null && <p>{covers}</p>}
      {meeting?.line.date && (
        <p class="small">
          <span class="fact">{meeting.which}</span> <When {...meeting.line} date={meeting.line.date} />
        </p>
      )}
      {convenor && (
        <p class="small">
          <span class="fact">Contact</span>{' '}
          <ContactInList contact={convenor} network={{ to: addressOf.network(id), text: name }} />
        </p>
      )}
      {!meeting && !convenor && <p class="small">No meetings or contacts announced yet.</p>}
    </li>
  )
}
