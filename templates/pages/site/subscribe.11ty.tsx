import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { CalendarLinks } from '../../parts/meetings/calendar-links.tsx'
import { safeUrl } from '../../safe-url.ts'
import { A, useSite } from '../../site-context.tsx'

/** `/subscribe/`: how to receive the newsletter, by e-mail, feed or calendar. */
export default definePage<Record<string, never>>({
  pages: () => [{ address: pageAddress.subscribe(), props: {} }],
  render: () => (
    <PageFrame
      title="How to receive the Friday Update"
      description="Get the Friday Update by e-mail, follow it or one topic in a feed reader, or add its meetings to your calendar."
      above={[]}
      shares
    >
      <PageHeading title="How to receive the Friday Update" />
      <div class="sheet">
        <section aria-labelledby="e-mail_">
          <h2 id="e-mail_">By e-mail</h2>
          <ByEmail />
        </section>
        <section aria-labelledby="feeds_">
          <h2 id="feeds_">In a feed reader</h2>
          <p>
            A feed reader, or Outlook’s RSS folder, shows each new update when it is published here:{' '}
            <A to={addressOf.feed()} type="application/atom+xml">
              Atom feed
            </A>{' '}
            or{' '}
            <A to={addressOf.jsonFeed()} type="application/feed+json">
              JSON Feed
            </A>
            .
          </p>
          <p>
            To follow one subject only, use the feed of a <A to={addressOf.topics()}>topic</A>, a{' '}
            <A to={addressOf.networks()}>network</A> or a <A to={addressOf.publishers()}>publisher</A>.
          </p>
        </section>
        <section aria-labelledby="calendar_">
          <h2 id="calendar_">In your calendar</h2>
          <p>All meetings of all networks. Each network’s page has the same for its own meetings.</p>
          <CalendarLinks
            file={addressOf.calendarFile()}
            name="Friday Update meetings"
            saveAs="friday-update-meetings.ics"
          />
        </section>
      </div>
    </PageFrame>
  ),
})

/** The e-mail list is the publisher's own; site.yaml says how to join it. */
function ByEmail() {
  const { site } = useSite()
  const link = safeUrl(site.subscribe?.link ?? null)
  const email = site.subscribe?.email ?? null
  if (link === null && email === null)
    return (
      <p>
        {site.publisher} sends the newsletter. To join its list, ask the programme manager, who is listed under{' '}
        <A to={addressOf.contacts()}>Contacts</A>.
      </p>
    )
  return (
    <p>
      {link !== null && (
        <>
          <a href={link} rel="external">
            Sign up for the newsletter
          </a>
          .{' '}
        </>
      )}
      {email !== null && (
        <>
          {link === null ? 'To join the list, write' : 'Or write'} to <a href={`mailto:${email}`}>{email}</a>.
        </>
      )}
    </p>
  )
}
