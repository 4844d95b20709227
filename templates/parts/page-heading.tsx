import type { ComponentChildren } from 'preact'

/** The page's one h1, a line that says what sort of thing it is, and its opening sentence. */
export function PageHeading({ title, kind, children }: { title: string; kind?: string; children?: ComponentChildren }) {
  return (
    <div class="page-heading">
      {kind && <p class="kicker">{kind}</p>}
      <h1>{title}</h1>
      {children && <div class="lede">{children}</div>}
    </div>
  )
}
