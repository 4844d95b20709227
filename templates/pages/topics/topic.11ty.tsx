import type { Archive, Topic } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { type PublicationLine, publicationLines, type StoryLine, storyLines } from '../../lines.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { PublicationList } from '../../parts/records/publication-list.tsx'
import { StoryList } from '../../parts/update/story-list.tsx'

type TopicProps = Pick<Topic, 'id' | 'name' | 'covers' | 'note'> & { stories: StoryLine[]; works: PublicationLine[] }

/** `/topics/<id>/`: the stories and publications about one subject. */
export default definePage<TopicProps>({
  *pages(archive) {
    for (const topic of archive.topics.values())
      yield { address: addressOf.topic(topic.id), props: propsOf(archive, topic) }
  },
  render: props => <TopicPage {...props} />,
})

const propsOf = (archive: Archive, { id, name, covers, note, stories, publications }: Topic): TopicProps => ({
  id,
  name,
  covers,
  note,
  stories: storyLines(archive, stories),
  works: publicationLines(archive, publications),
})

function TopicPage({ id, name, covers, stories, works }: TopicProps) {
  return (
    <Layout
      title={name}
      description={covers}
      area="topics"
      above={[{ to: addressOf.topics(), text: 'Topics' }]}
      alternates={[{ to: addressOf.topicFeed(id), type: 'application/atom+xml', title: `${name} (Atom)` }]}
    >
      <PageHeading title={name}>
        <p>{covers}</p>
      </PageHeading>
      <h2>Stories</h2>
      <StoryList stories={stories} />
      <h2>Publications</h2>
      <PublicationList works={works} at="elsewhere" />
    </Layout>
  )
}
