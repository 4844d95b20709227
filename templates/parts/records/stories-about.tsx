import type { StoryLine } from '../../lines.ts'
import { StoryList } from '../update/story-list.tsx'
import { CountedSection } from './counted-section.tsx'

/** More would make the page heavy: a search finds the older ones. */
const shown = 100

/** The latest stories about a record, and how many there are of all; nothing where there are none. */
export function StoriesAbout({ title, stories }: { title: string; stories: StoryLine[] }) {
  if (stories.length === 0) return null
  return (
    <CountedSection id="stories_" title={title} count={stories.length}>
      <StoryList stories={stories.slice(0, shown)} />
      {stories.length > shown && <p class="more">These are the latest {shown}.</p>}
    </CountedSection>
  )
}
