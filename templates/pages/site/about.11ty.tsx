import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
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
    <Layout
      title="About the archive"
      description="What the archive holds, what stands here as it was printed, and what the archive adds."
      above={[]}
    >
      <PageHeading title="About the archive">
        <p>{site.description}</p>
      </PageHeading>
      <section aria-labelledby="printed_">
        <h2 id="printed_">As it was printed</h2>
        <p>
          Each update stands here in full, in its own words, misprints included. What the archive adds is set apart: the
          lines under a story that tell its publication, where else it was told and whom it names; the dates beside the
          meetings; the links.
        </p>
        <p>
          The newsletter often repeats a story as a reminder, and lists a publication for months. Here each is one
          record: the <A to={addressOf.publications()}>publications</A> stand once, and a repeated story says where it
          was told first.
        </p>
      </section>
      <section aria-labelledby="brackets">
        <h2 id="brackets">Titles in brackets</h2>
        <p>
          Some updates lost the title of a story on their way here. Where another line of the same update tells it, that
          title is supplied and stands in square brackets, as cataloguers do. Where nothing tells it, the story is
          called [untitled].
        </p>
      </section>
      <section aria-labelledby="links">
        <h2 id="links">Lost links</h2>
        <p>
          Most updates reached the archive as plain text. Words such as “here” or “follow this link” were links once;
          their addresses are lost, so they are not links here. A search for the publication’s title usually finds it.
        </p>
      </section>
      <section aria-labelledby="records">
        <h2 id="records">Who is who</h2>
        <p>
          Networks, people and publishers appear under varying names. People decide which names are the same; a record
          that nobody has confirmed yet says so on its page. Dates without a printed year are read from the update’s own
          date.
        </p>
        <p>“Next” and “past” are told from the date of the newest update, not from today’s.</p>
      </section>
      <p class="more">
        Something is wrong? <A to={pageAddress.corrections()}>How to have it corrected</A>
      </p>
    </Layout>
  )
}
