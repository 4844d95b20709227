import type { Site } from '../../../src/archive/archive.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { WriteTo } from '../../parts/records/write-to.tsx'
import { useSite } from '../../site-context.tsx'

/** `/privacy/`: what is kept about whom, and whom to ask for a correction or removal. */
export default definePage<Record<string, never>>({
  pages: () => [{ address: pageAddress.privacy(), props: {} }],
  render: () => <PrivacyPage />,
})

const SHOWN: Record<Site['contactDetails'], string> = {
  printed: 'The archive shows them where the newsletter printed them.',
  latest: 'The archive shows only each person’s newest details, on the person’s page and in the newest update.',
  none: 'The archive shows no e-mail address and no telephone number.',
}

function PrivacyPage() {
  const { site } = useSite()
  return (
    <Layout
      title="Privacy and corrections"
      description="What the archive keeps about readers and about the people it names, and whom to ask for a correction or removal."
      above={[]}
    >
      <PageHeading title="Privacy and corrections" />
      <section aria-labelledby="readers_">
        <h2 id="readers_">Readers</h2>
        <p>
          This site sets no cookies, counts nobody and loads nothing from other sites. Searching happens in your
          browser. The host that delivers the pages may keep the usual short record of the addresses that were asked
          for; that of a search names its words.
        </p>
      </section>
      <section aria-labelledby="named_">
        <h2 id="named_">People whom the updates name</h2>
        <p>
          The newsletter names the people who convene networks and run projects, with contact details, some of them
          private ones, for the use of children’s services in the region. {SHOWN[site.contactDetails]} Addresses and
          numbers are never part of the search index.
        </p>
      </section>
      <section aria-labelledby="corrections">
        <h2 id="corrections">A correction, or a removal</h2>
        <p>
          Is something wrong, or are you named here and do not want your details, or your name, to be shown? Please{' '}
          <WriteTo subject="Correction or removal" />. Say which page it is; you need not give a reason. Details can be
          taken out of every page, file, feed and index at once; the archive is then published again without them.
        </p>
        <p>
          If you are not content with the answer, the{' '}
          <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a> takes complaints.
        </p>
      </section>
    </Layout>
  )
}
