import { displayTitle } from '../../src/publish/reference.ts'
import type { SectionView, StoryView } from '../update-view.ts'

export type SectionEntry = { id: string; title: string; stories: Pick<StoryView, 'id' | 'title' | 'titleSource'>[] }

/**
 * What is in an update. It stands twice in the page: at the side of a wide one, folded at the top of a narrow one; the
 * stylesheet shows one of the two.
 */
export function Contents({ sections, at }: { sections: SectionEntry[]; at: 'side' | 'top' }) {
  const list = (
    <ol>
      {sections.map(({ id, title, stories }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
          {stories.length > 0 && (
            <ol>
              {stories.map(story => (
                <li key={story.id}>
                  <a href={`#${story.id}`}>{displayTitle(story)}</a>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  )
  if (at === 'side') {
    return (
      <nav class="contents" aria-labelledby="_contents">
        <h2 id="_contents">In this update</h2>
        {list}
      </nav>
    )
  }
  return (
    <nav class="contents-top" aria-label="In this update">
      <details>
        <summary>In this update</summary>
        {list}
      </details>
    </nav>
  )
}

/** Anchors of sections begin with "_": no story's id does. */
export const sectionId = (index: number, { kind }: Pick<SectionView, 'kind'>): string =>
  index === 0 ? `_${kind}` : `_${kind}-${index + 1}`
