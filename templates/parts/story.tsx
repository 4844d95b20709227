import { addressOf } from '../../src/publish/addresses.ts'
import { displayTitle, referenceToStory } from '../../src/publish/reference.ts'
import { pageAddress } from '../page-addresses.ts'
import { A, useSite } from '../site-context.tsx'
import type { StoryView, Telling, UpdateView } from '../update-view.ts'
import { Cite } from './cite.tsx'
import { Day, ShortDay } from './day.tsx'
import { Joined, Links } from './joined.tsx'
import { NetworkDates } from './network-dates.tsx'
import { Prose } from './prose.tsx'

type StoryProps = { story: StoryView; update: Pick<UpdateView, 'number' | 'date'> }

/** One story: title with its permalink, the labelled parts as printed, then what the archive knows about it. */
export function Story({ story, update }: StoryProps) {
  const { id, kicker, titleSource } = story
  const { site } = useSite()
  return (
    <article class="story" id={id}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h3>
        <a class="permalink" href={`#${id}`}>
          {displayTitle(story)}
        </a>
      </h3>
      {titleSource !== 'printed' && <LostTitle story={story} />}
      {story.kind === 'network-dates' ? <NetworkDates story={story} /> : <Parts story={story} />}
      <footer class="facts">
        <Facts story={story} />
        <Cite reference={referenceToStory(site, update, story)} />
      </footer>
    </article>
  )
}

function LostTitle({ story }: { story: StoryView }) {
  return (
    <p class="supplied">
      {story.titleSource === 'supplied'
        ? 'The newsletter’s text lost this title; the words in brackets come from another line of the same update. '
        : 'The newsletter’s text lost the title of this story. '}
      <A to={`${pageAddress.about()}#brackets`}>Why brackets?</A>
    </p>
  )
}

function Parts({ story }: { story: StoryView }) {
  return (
    <>
      {story.parts.map(({ heading, text }) => (
        <>
          {heading !== null && <h4>{heading}</h4>}
          <Prose text={text} level={heading === null ? 4 : 5} />
        </>
      ))}
    </>
  )
}

function Facts({ story: { works, tellings, names, meetings, kind } }: { story: StoryView }) {
  const dated = kind === 'article' ? meetings.filter(meeting => meeting.date !== null) : []
  if (works.length + tellings.length + names.length + dated.length === 0) return null
  return (
    <ul>
      {works.map(work => (
        <li key={work.id}>
          <span class="fact">Publication</span> <A to={addressOf.publication(work)}>{work.title}</A>
          {work.date !== null && (
            <>
              , <ShortDay date={work.date} />
            </>
          )}
          {work.listed !== null && work.listed.count > 1 && `, listed in ${work.listed.count} updates`}
        </li>
      ))}
      {dated.map(({ network, date, file }) => (
        <li key={`${network.to} ${date}`}>
          <span class="fact">Date</span> <A to={network.to}>{network.text}</A>, {date && <Day date={date} />}
          {file && (
            <>
              {' '}
              <A to={file} type="text/calendar" aria-label={`Add ${network.text} to your calendar`}>
                add to calendar
              </A>
            </>
          )}
        </li>
      ))}
      {tellings.length > 0 && <Tellings tellings={tellings} />}
      {names.length > 0 && (
        <li>
          <span class="fact">Named</span> <Links links={names} />
        </li>
      )}
    </ul>
  )
}

/** Where else it was told: "First in Update 653 (14 Mar 2025); also in 655 and 656". */
function Tellings({ tellings }: { tellings: Telling[] }) {
  const first = tellings.find(telling => telling.first)
  const again = tellings.filter(telling => !telling.first)
  const links = again.map(({ to, update }) => <A to={to}>{update}</A>)
  return (
    <li>
      <span class="fact">{first ? 'First in' : 'Repeated in'}</span>{' '}
      {first && (
        <>
          <A to={first.to}>Update {first.update}</A>, <ShortDay date={first.date} />
        </>
      )}
      {first && again.length > 0 && '; also in '}
      {again.length > 0 && <Joined parts={links} />}
    </li>
  )
}
