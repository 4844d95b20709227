import { addressOf } from '../../../src/publish/addresses.ts'
import { oldPostAnchor, oldPostScript } from '../../../src/publish/site-files/old-post.ts'
import { oldPostAddresses } from '../../../src/publish/site-files/redirects.ts'
import { definePage } from '../../define-page.tsx'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { SearchForm } from '../../parts/frame/search-form.tsx'
import { A } from '../../site-context.tsx'

type NotFoundProps = {
  newest: number | null
  /** Old addresses of the form `?p=8851`, which no file of a static site can answer: post → site-relative address. */
  oldPosts: [post: string, to: string][]
}

/** `/404.html`: what hosts show for an address that leads nowhere. */
export default definePage<NotFoundProps>({
  pages: ({ updates, site }) => [
    {
      address: pageAddress.notFound(),
      props: { newest: updates.at(-1)?.number ?? null, oldPosts: Object.entries(oldPostAddresses(site)) },
    },
  ],
  render: props => <NotFoundPage {...props} />,
})

function NotFoundPage({ newest, oldPosts }: NotFoundProps) {
  return (
    <Layout title="Nothing is here" description="This address leads nowhere." robots="noindex" ownSearch>
      <div class="hero">
        <h1>Nothing is here</h1>
        <p class="lede">The address may have been cut short, or it may never have been one of this archive.</p>
        <SearchForm id="site-search" class="large" label="Search the archive" />
      </div>
      <section aria-labelledby="ways_">
        <h2 id="ways_">Where you may want to go</h2>
        <ul class="plain-list">
          {newest !== null && (
            <li>
              <A to={addressOf.update(newest)}>The newest update, {newest}</A>
            </li>
          )}
          <li>
            <A to={addressOf.updates()}>All updates by number and year</A>: an update’s address ends in its number, as
            in <code>/updates/{newest ?? 656}/</code>
          </li>
          <li>
            <A to={pageAddress.alphabet()}>A–Z of stories and publications</A>
          </li>
          <li>
            <A to={addressOf.networks()}>Networks</A>, <A to={addressOf.contacts()}>contacts</A>,{' '}
            <A to={addressOf.publishers()}>publishers</A>
          </li>
        </ul>
      </section>
      {oldPosts.length > 0 && <OldPosts posts={oldPosts} />}
    </Layout>
  )
}

function OldPosts({ posts }: { posts: NotFoundProps['oldPosts'] }) {
  return (
    <section aria-labelledby="old_">
      <h2 id="old_">Came by an old link?</h2>
      <p>Links of the newsletter’s former site ended in a number. These are the updates behind them:</p>
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
