import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { A, useSite } from '../../site-context.tsx'

/** `/about/`: how to read the archive. */
export default definePage<Record<string, never>>({
  pages: () => [{ address: pageAddress.about(), props: {} }],
  render: () => <AboutPage />,
})

function AboutPage() {
  const { site } = useSite()
  return (
    <PageFrame
      title="About the archive"
      description="What is in the archive, what is in the newsletter’s own words, and what the archive adds."
      above={[]}
    >
      <PageHeading title="About the archive">
        <p>{site.description}</p>
      </PageHeading>
      <div class="sheet">
        <section aria-labelledby="printed_">
          <h2 id="printed_">In its own words</h2>
          <p>
            Each update is here in full, in its own words, misprints included. What the archive adds is kept apart: the
            notes below a story, the dates beside the meetings, and the links.
          </p>
          <p>
            The newsletter often repeats a story as a reminder, and lists a publication for months. Here each{' '}
            <A to={addressOf.publications()}>publication</A> appears once, and a repeated story says which update had it
            first.
          </p>
        </section>
        <section aria-labelledby="topics_">
          <h2 id="topics_">Topics</h2>
          <p>
            A story is given up to three <A to={addressOf.topics()}>topics</A>, from the words of its title, its
            publications and its first paragraph. A person chose the words; a program looks for them.
          </p>
        </section>
        <section aria-labelledby="brackets">
          <h2 id="brackets">Titles in brackets</h2>
          <p>
            Some updates reached us with a story’s title missing. If another line of the update gives the title, we use
            that, in square brackets. If not, the story is called [untitled], and lists show its first words in
            brackets.
          </p>
        </section>
        <section aria-labelledby="links">
          <h2 id="links">Lost links</h2>
          <p>
            Most updates reached us as plain text. Words such as “here” or “follow this link” were links once; the web
            addresses were not kept, so they are not links here. A publication’s page offers a search of its publisher’s
            website.
          </p>
        </section>
        <section aria-labelledby="records">
          <h2 id="records">Names</h2>
          <p>
            Networks, people and publishers appear under different names. People decide which names mean the same; a
            page says so if no one has checked it yet. A date without a year gets its year from the date of the update.
          </p>
          <p>“Next” and “past” are counted from the date of the latest update, not from today.</p>
        </section>
        <section aria-labelledby="mistakes_">
          <h2 id="mistakes_">Mistakes</h2>
          <p>
            Found a mistake? <A to={pageAddress.corrections()}>How to report it</A>
          </p>
        </section>
      </div>
    </PageFrame>
  )
}
