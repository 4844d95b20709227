import type { Site } from '../../../src/archive/archive.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { WriteTo } from '../../parts/records/write-to.tsx'
import { useSite } from '../../site-context.tsx'

/** `/privacy/`: what is kept about whom, and how to get something corrected or removed. */
export default definePage<Record<string, never>>({
  pages: () => [{ address: pageAddress.privacy(), props: {} }],
  render: () => <PrivacyPage />,
})

const SHOWN: Record<Site['contactDetails'], string> = {
  printed: 'The archive shows them where the newsletter published them.',
  latest: 'The archive shows only each person’s latest details, on their page and in the latest update.',
  none: 'The archive shows no e-mail addresses or phone numbers.',
}

function PrivacyPage() {
  const { site } = useSite()
  return (
    <PageFrame
      title="Privacy and corrections"
      description="What the archive keeps about readers and the people it names, and how to get something corrected or removed."
      above={[]}
    >
      <PageHeading title="Privacy and corrections" />
      <div class="sheet">
        <section aria-labelledby="readers_">
          <h2 id="readers_">Readers</h2>
          <p>
            This site sets no cookies, uses no analytics and loads nothing from other sites. Searching happens in your
            browser. The web host may keep the usual short log of the pages requested; for a search it includes the
            words.
          </p>
        </section>
        <section aria-labelledby="named_">
          <h2 id="named_">People named in the updates</h2>
          <p>
            The newsletter names people who convene networks and run projects, with contact details, some of them
            private, for use by children’s services in the region. {SHOWN[site.contactDetails]} E-mail addresses and
            phone numbers are never in the search index.
          </p>
        </section>
        <section aria-labelledby="corrections">
          <h2 id="corrections">Corrections and removals</h2>
          <p>
            Is something wrong? Or are you named here and do not want your details, or your name, to be shown? Please{' '}
            <WriteTo subject="Correction or removal" />. Say which page it is. You do not have to give a reason. We can
            take details out of every page, file, feed and index at once.
          </p>
          <p>
            If you are unhappy with our answer, you can complain to the{' '}
            <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
          </p>
        </section>
      </div>
    </PageFrame>
  )
}
