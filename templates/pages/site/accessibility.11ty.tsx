import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { WriteTo } from '../../parts/records/write-to.tsx'
import { A, useSite } from '../../site-context.tsx'

/** `/accessibility/`: the statement, in the form of the model statement for UK public sector bodies. */
export default definePage<Record<string, never>>({
  pages: () => [{ address: pageAddress.accessibility(), props: {} }],
  render: () => <AccessibilityPage />,
})

/** When the statement was prepared and the site last tested: to be renewed with each review, at least yearly. */
const PREPARED = '22 November 2026'
const REVIEWED = '28 November 2026'

function AccessibilityPage() {
  const { site } = useSite()
  return (
    <PageFrame
      title="Accessibility statement"
      description={`Accessibility statement for ${site.title}: what works, what does not, and who to contact.`}
      above={[]}
    >
      <PageHeading title="Accessibility statement">
        <p>This accessibility statement applies to {site.title}.</p>
      </PageHeading>
      <p>
        This website is published by: {site.publisher}. As many people as possible should be able to use it. For
        example, you should be able to:
      </p>
      <ul>
        <li>zoom in to 400% without the text spilling off the screen</li>
        <li>change colours, contrast levels, fonts and the spacing of text with your browser or device</li>
        <li>get to every page, and to everything on it, using a keyboard alone</li>
        <li>read every page with a screen reader, and with scripts turned off</li>
        <li>read in light or dark colours, as your device is set</li>
      </ul>
      <p>
        <a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to use if you
        have a disability.
      </p>
      <h2>How accessible this website is</h2>
      <p>We know that some parts of this website are not fully accessible:</p>
      <ul>
        <li>
          where the newsletter’s text reached the archive without its lists, tables or sub-headings, they appear here as
          plain paragraphs
        </li>
        <li>
          words such as “here” were links in the newsletter, but their web addresses were not kept; an update with such
          words <A to={`${pageAddress.about()}#links`}>says so at the top</A>
        </li>
        <li>the search needs JavaScript; without it you can browse by topic, year, name and title</li>
        <li>the reports named in the updates are on other organisations’ websites, and may not be accessible</li>
      </ul>
      <h2>Feedback and contact information</h2>
      <p>
        If you need information on this website in a different format, like accessible PDF, large print, easy read,
        audio recording or braille, <WriteTo subject="Accessibility of the archive" />. Say which page it is and what
        would help you. We aim to answer within 10 working days.
      </p>
      <h2>Reporting accessibility problems with this website</h2>
      <p>
        We’re always looking to improve the accessibility of this website. If you find any problems not listed on this
        page, or think we’re not meeting accessibility requirements, <WriteTo subject="Accessibility problem" />.
      </p>
      <h2>Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites
        and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not
        happy with how we respond to your complaint, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service (EASS)</a>.
      </p>
      <h2>Technical information about this website’s accessibility</h2>
      <p>
        The publisher is committed to making this website accessible, in accordance with the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <h3>Compliance status</h3>
      <p>
        This website is partially compliant with the{' '}
        <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard, due to
        the non-compliances listed below.
      </p>
      <h2>Non-accessible content</h2>
      <p>The content listed below is non-accessible for the following reasons.</p>
      <h3>Non-compliance with the accessibility regulations</h3>
      <p>
        Some lists, tables and sub-headings of the newsletter appear as plain paragraphs, because its text reached us
        without them. A screen reader cannot tell them from other text. This fails WCAG 2.2 success criterion 1.3.1
        (info and relationships).
      </p>
      <h3>Disproportionate burden</h3>
      <p>We claim none.</p>
      <h3>Content that’s not within the scope of the accessibility regulations</h3>
      <p>
        The reports named in the updates are third-party content, on websites that we neither fund, develop nor control.
      </p>
      <h2>What we’re doing to improve accessibility</h2>
      <p>
        Every update is kept as text that people can correct. If you tell us about a lost list, heading or web address,
        we will put it back.
      </p>
      <h2>Preparation of this accessibility statement</h2>
      <p>
        This statement was prepared on {PREPARED}. It was last reviewed on {REVIEWED}.
      </p>
      <p>
        This website was last tested on {REVIEWED}, by its makers. Every kind of page was tested in Chromium: with axe
        in light and dark colours, at 320 and 1280 pixels; most kinds with IBM’s accessibility checker; samples of pages
        with wider text spacing, with the keyboard alone, in forced colours and without scripts. Pages and the search
        were also tried in Firefox and in WebKit, the engine of Safari. People who use assistive technology every day
        have not tested it yet.
      </p>
    </PageFrame>
  )
}
