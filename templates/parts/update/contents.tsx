import { displayTitle } from '../../../src/publish/bibliography/reference.ts'
import type { SectionView, StoryView } from '../../update-view.ts'

export type SectionEntry = {
  id: string
  title: string
  stories: Pick<StoryView, 'id' | 'title' | 'titleSource' | 'parts'>[]
}

/**
 * An update’s table of contents. The page has it twice: at the side for wide screens, and folded at the top for narrow
 * ones. The stylesheet shows one of them.
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
      <nav class="contents" aria-labelledby="contents_">
        <h2 id="contents_">In this update</h2>
        {list}
      </nav>
    )
  }
  return (
    <nav class="contents-top" aria-label="Contents">
      <details>
        <summary>In this update</summary>
        {list}
      </details>
    </nav>
  )
}

/** No id of a story has a "_": anchors that belong to the page have one. */
export const sectionId = (index: number, { kind }: Pick<SectionView, 'kind'>): string =>
  index === 0 ? `${kind}_` : `${kind}_${index + 1}`
