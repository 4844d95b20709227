import { absolute } from '../../../src/publish/addresses.ts'
import { redirects } from '../../../src/publish/site-files/redirects.ts'
import { definePage } from '../../define-page.tsx'
import { A, useHref, useSite } from '../../site-context.tsx'

/** Addresses that were published once: each takes the visitor to the new page at once, without script. */
export default definePage<{ to: string }>({
  *pages(archive) {
    for (const { from, to } of redirects(archive)) yield { address: from, props: { to } }
  },
  render: ({ to }) => <RedirectPage to={to} />,
})

function RedirectPage({ to }: { to: string }) {
  const { site, stylesheet } = useSite()
  const href = useHref()
  const target = href(to)
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{`This page has moved – ${site.title}`}</title>
        <meta http-equiv="refresh" content={`0; url=${target}`} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={absolute(site, to)} />
        <link rel="stylesheet" href={href(stylesheet)} />
      </head>
      <body>
        <main>
          <h1>This page has moved</h1>
          <p>
            Go to <A to={to}>the new page</A>
          </p>
        </main>
      </body>
    </html>
  )
}
