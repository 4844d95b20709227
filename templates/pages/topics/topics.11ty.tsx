import type { Archive, Topic } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type TopicEntry = Pick<Topic, 'id' | 'name' | 'covers'> & { stories: number; publications: number }

/** `/topics/`: every subject, with what it covers. */
export default definePage<{ topics: TopicEntry[] }>({
  pages: archive => [{ address: addressOf.topics(), props: { topics: entriesOf(archive) } }],
  render: ({ topics }) => (
    <PageFrame
      title="Topics"
      description={`The ${counted(topics.length, 'topic')} of the Friday Update, with the stories and publications about each.`}
      area="topics"
      above={[]}
    >
      <PageHeading title="Topics">
        <p>What stories and publications are about. Each topic has its own feed.</p>
      </PageHeading>
      <ul class="topic-grid">
        {topics.map(({ id, name, covers, stories, publications }) => (
          <li>
            <h2>
              <A to={addressOf.topic(id)}>{name}</A>
            </h2>
            <p>{covers}</p>
            <p class="small">
              {[
                ...(stories > 0 ? [counted(stories, 'story', 'stories')] : []),
                ...(publications > 0 ? [counted(publications, 'publication')] : []),
              ].join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </PageFrame>
  ),
})

const entriesOf = ({ topics }: Archive): TopicEntry[] =>
  Array.from(topics.values(), ({ id, name, covers, stories, publications }) => ({
    id,
    name,
    covers,
    stories: stories.length,
    publications: publications.length,
  })).sort((a, b) => (a.name < b.name ? -1 : 1))
