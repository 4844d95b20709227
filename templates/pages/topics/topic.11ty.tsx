import type { Archive, Topic } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { topicPage } from '../../../src/publish/linked-data.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import {
  networkLinks,
  type PublicationLine,
  publicationLines,
  type StoryLine,
  storyLines,
  topicLinks,
} from '../../lines.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { PublicationLines } from '../../parts/publications/publication-lines.tsx'
import { CountedSection } from '../../parts/records/counted-section.tsx'
import { LinkSection } from '../../parts/records/link-section.tsx'
import { StoryList } from '../../parts/update/story-list.tsx'
import { type Bar, Bars, barsByYear } from '../../parts/years/bars.tsx'
import { Groups } from '../../parts/years/groups.tsx'
import { A, type Link, useSite } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type TopicProps = Omit<Topic, 'forms' | 'broader' | 'narrower' | 'stories' | 'publications'> & {
  /** Latest first; only those that the page shows. */
  stories: StoryLine[]
  publications: PublicationLine[]
  total: { stories: number; publications: number }
  /** The year of each of its publications, shown or not. */
  years: number[]
  /** Those with most publications on it. */
  publishers: Bar[]
  broader: Link[]
  narrower: Link[]
  /** Topics and networks that its stories and publications also have. */
  related: Link[]
  networks: Link[]
}

const SHOWN_STORIES = 60
const SHOWN_PUBLICATIONS = 100
const SHOWN_PUBLISHERS = 8
const SHOWN_RELATED = 6

/** `/topics/<id>/`: the stories and publications about one subject. */
export default definePage<TopicProps>({
  *pages(archive) {
    for (const topic of archive.topics.values())
      yield { address: addressOf.topic(topic.id), props: propsOf(archive, topic) }
  },
  render: props => <TopicPage {...props} />,
})

function propsOf(archive: Archive, topic: Topic): TopicProps {
  const { id, name, covers, note, broader, narrower } = topic
  const stories = topic.stories.flatMap(story => archive.stories.get(story) ?? [])
  const publications = topic.publications.flatMap(publication => archive.publications.get(publication) ?? [])
  const near = new Set([id, broader, ...narrower])
  const publishers = mostOften(publications.flatMap(publication => publication.publishers.map(mention => mention.id)))
  const related = mostOften([...stories, ...publications].flatMap(({ topics }) => topics)).filter(
    ([other]) => !near.has(other),
  )
  const networks = mostOften(stories.flatMap(story => story.networks))
  const ids = (often: [string, number][]) => often.slice(0, SHOWN_RELATED).map(([found]) => found)
  return {
    id,
    name,
    covers,
    note,
    stories: storyLines(archive, topic.stories).slice(0, SHOWN_STORIES),
    publications: publicationLines(archive, topic.publications.slice(0, SHOWN_PUBLICATIONS)),
    total: { stories: stories.length, publications: publications.length },
    years: publications.map(({ year }) => year),
    publishers: publishers.slice(0, SHOWN_PUBLISHERS).map(([publisher, count]) => ({
      label: archive.publishers.get(publisher)?.name ?? publisher,
      count,
      to: addressOf.publisher(publisher),
    })),
    broader: topicLinks(archive, broader === null ? [] : [broader]),
    narrower: topicLinks(archive, narrower),
    related: topicLinks(archive, ids(related)),
    networks: networkLinks(archive, ids(networks)),
  }
}

/** Each value with how often it is there, the most frequent first; of equals the first. */
function mostOften(values: readonly string[]): [value: string, count: number][] {
  return Array.from(
    grouped(values, value => value),
    ([value, all]): [string, number] => [value, all.length],
  ).sort(([, one], [, other]) => other - one)
}

function TopicPage(props: TopicProps) {
  const { id, name, covers, note, stories, publications, total, years, publishers } = props
  const byYear = [...grouped(publications, ({ year }) => year)].sort(([a], [b]) => b - a)
  const { site } = useSite()
  const everything = addressOf.search(`topic:"${name}"`)
  return (
    <PageFrame
      title={name}
      description={`${name}: ${counted(total.stories, 'story', 'stories')} and ${counted(total.publications, 'publication')} in the Friday Updates. ${covers}`}
      area="topics"
      above={[{ to: addressOf.topics(), text: 'Topics' }, ...props.broader]}
      linkedData={[topicPage(site, { id, name, covers })]}
      alternates={[{ to: addressOf.topicFeed(id), type: 'application/atom+xml', title: `${name} (Atom)` }]}
    >
      <PageHeading title={name}>
        <p>{covers}</p>
      </PageHeading>
      <div class="record">
        <div class="main">
          {stories.length > 0 && (
            <CountedSection id="stories_" title="Stories" count={total.stories}>
              <StoryList stories={stories} />
              {total.stories > stories.length && (
                <p class="more">
                  These are the latest {stories.length}. <A to={everything}>Search for the older ones</A>
                </p>
              )}
            </CountedSection>
          )}
          <Groups
            entries={publications.length}
            groups={byYear.map(([year, ofYear], index) => ({
              id: `year_${year}`,
              title: index === 0 ? `Publications in ${year}` : String(year),
              count: years.filter(other => other === year).length,
              list: <PublicationLines publications={ofYear} at="elsewhere" />,
            }))}
          />
          {total.publications > publications.length && (
            <p class="more">
              These are the latest {publications.length} of {total.publications} publications.{' '}
              <A to={everything}>Search for the older ones</A>
            </p>
          )}
        </div>
        <div class="side">
          {note !== null && <p>{note}</p>}
          <Bars
            title="Publications by year"
            bars={barsByYear(years, year =>
              byYear.some(([shown]) => shown === year) ? `#year_${year}` : addressOf.publicationsOf(year),
            )}
          />
          {(publishers[0]?.count ?? 0) > 1 && <Bars title="Who publishes most" bars={publishers} />}
          <LinkSection id="narrower_" title="Within this topic" links={props.narrower} />
          <LinkSection id="related_" title="Related topics" links={props.related} />
          <LinkSection id="networks_" title="Networks" links={props.networks} />
          <section aria-labelledby="follow_">
            <h2 id="follow_">Follow this topic</h2>
            <ul class="plain-list">
              <li>
                <A to={addressOf.topicFeed(id)} type="application/atom+xml">
                  Feed of stories and publications
                </A>
              </li>
              <li>
                <A to={everything}>Search this topic</A>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </PageFrame>
  )
}
