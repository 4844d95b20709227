import { definePage } from '../define-page.tsx'
import { pageAddress } from '../page-addresses.ts'
import { Layout } from '../parts/layout.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { WriteTo } from '../parts/write-to.tsx'
import { A, useSite } from '../site-context.tsx'

/** `/accessibility/`: the statement, in the form of the model statement for UK public sector bodies. */
export default definePage<Record<string, never>>({
  pages: () => [{ address: pageAddress.accessibility(), props: {} }],
  render: () => <AccessibilityPage />,
})

/** When the statement was prepared and the site last tested: to be renewed with each review, at least yearly. */
const PREPARED = '22 November 2026'

function AccessibilityPage() {
  const { site } = useSite()
  return (
    <Layout
      title="Accessibility statement"
      description={`Accessibility statement for ${site.title}: what works, what does not, and whom to tell.`}
      above={[]}
    >
      <PageHeading title="Accessibility statement">
        <p>
          This statement applies to {site.title}, published by {site.publisher}. As many people as possible should be
          able to use it.
        </p>
      </PageHeading>
      <p>You should be able to:</p>
      <ul>
        <li>zoom in to 400% without text running off the screen</li>
        <li>change colours, contrast, fonts and the spacing of text</li>
        <li>read every page, and reach everything, with a keyboard alone</li>
        <li>read every page with a screen reader, with scripts turned off</li>
        <li>read in light or dark colours, as your device is set</li>
      </ul>
      <p>
        <a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to use if you
        have a disability.
      </p>
      <h2>How accessible this website is</h2>
      <p>Some parts are not fully accessible:</p>
      <ul>
        <li>
          words such as “here” that were links in the newsletter have lost their address and lead nowhere; each update
          that has them <A to={`${pageAddress.about()}#links`}>says so</A>
        </li>
        <li>the search needs JavaScript; without it the search page offers indexes by year, name and title</li>
        <li>the reports that the updates link to are other organisations’, and may not be accessible</li>
      </ul>
      <h2>Feedback and contact information</h2>
      <p>
        If you need something of this site in another format, or find a problem that is not listed here,{' '}
        <WriteTo subject="Accessibility of the archive" />. Tell us the address of the page. We aim to answer within 10
        working days.
      </p>
      <h2>Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites
        and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are
        not happy with how we respond to your complaint, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service (EASS)</a>.
      </p>
      <h2>Technical information about this website’s accessibility</h2>
      <p>
        {site.publisher} is committed to making its website accessible, in accordance with the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <h3>Compliance status</h3>
      <p>
        This website is partially compliant with the{' '}
        <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard, due to
        the non-compliances listed below.
      </p>
      <h2>Non-accessible content</h2>
      <h3>Non-compliance with the accessibility regulations</h3>
      <p>
        The newsletter’s text is shown as it was printed. Where it uses “here” for a link whose address is lost, the
        purpose of the words is unclear; this touches success criterion 2.4.4 (link purpose in context). We put
        addresses back where somebody tells them.
      </p>
      <h3>Content that’s not within the scope of the accessibility regulations</h3>
      <p>
        Updates of before 23 September 2020 are an archive. Reports on other organisations’ sites are third-party
        content that we neither fund nor control.
      </p>
      <h2>Preparation of this accessibility statement</h2>
      <p>
        This statement was prepared on {PREPARED}. The website was last tested on {PREPARED} by its makers: every kind
        of page with axe in Chromium, in light and dark colours, at 320 and 1280 pixels, with the keyboard and without
        scripts. It has not yet been tested by people who use assistive technology daily.
      </p>
    </Layout>
  )
}
