import type { ComponentChildren } from 'preact'

/** The page's one h1 and its opening sentence. */
export function PageHeading({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="page-heading">
      <h1>{title}</h1>
      {children && <div class="lede">{children}</div>}
    </div>
  )
}
