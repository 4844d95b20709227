import { addressOf } from '../../../src/publish/addresses.ts'
import { oldPostAnchor, oldPostScript } from '../../../src/publish/site-files/old-post.ts'
import { oldPostAddresses } from '../../../src/publish/site-files/redirects.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { SearchForm } from '../../parts/frame/search-form.tsx'
import { A } from '../../site-context.tsx'

type NotFoundProps = {
  latest: number | null
  /** Old addresses of the form `?p=8851`, which no file of a static site can answer: post → site-relative address. */
  oldPosts: [post: string, to: string][]
}

/** `/404.html`: what hosts show for an address without a page. */
export default definePage<NotFoundProps>({
  pages: ({ updates, site }) => [
    {
      address: pageAddress.notFound(),
      props: { latest: updates.at(-1)?.number ?? null, oldPosts: Object.entries(oldPostAddresses(site)) },
    },
  ],
  render: props => <NotFoundPage {...props} />,
})

function NotFoundPage({ latest, oldPosts }: NotFoundProps) {
  return (
    <PageFrame title="Page not found" description="There is no page at this web address." robots="noindex" ownSearch>
      <div class="hero">
        <h1>Page not found</h1>
        <p class="lede">
          If you typed the web address, check it is correct. If you pasted it, check you copied all of it.
        </p>
        <SearchForm id="site-search" class="large" label="Search the archive" />
      </div>
      <section aria-labelledby="ways_">
        <h2 id="ways_">You may be looking for</h2>
        <ul class="plain-list">
          {latest !== null && (
            <li>
              <A to={addressOf.update(latest)}>The latest update, {latest}</A>
            </li>
          )}
          <li>
            <A to={addressOf.updates()}>All updates by number and year</A>: an update’s web address ends in its number,
            such as <code>/updates/{latest ?? 656}/</code>
          </li>
          <li>
            <A to={pageAddress.alphabet()}>A–Z of stories and publications</A>
          </li>
          <li>
            <A to={addressOf.topics()}>Topics</A>, <A to={addressOf.networks()}>networks</A>,{' '}
            <A to={addressOf.contacts()}>contacts</A>, <A to={addressOf.publishers()}>publishers</A>
          </li>
        </ul>
      </section>
      {oldPosts.length > 0 && <OldPosts posts={oldPosts} />}
    </PageFrame>
  )
}

function OldPosts({ posts }: { posts: NotFoundProps['oldPosts'] }) {
  return (
    <section aria-labelledby="old_">
      <h2 id="old_">Followed an old link?</h2>
      <p>Links to the newsletter’s old website ended in a number. They are now:</p>
      <ul class="inline-list">
        {posts.map(([post, to]) => (
          <li id={oldPostAnchor(post)}>
            <code>?p={post}</code> is now <A to={to}>{to}</A>
          </li>
        ))}
      </ul>
      <script>{oldPostScript}</script>
    </section>
  )
}
