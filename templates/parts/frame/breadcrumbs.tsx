import { A, type Link } from '../../site-context.tsx'

/** The way down to this page, the page itself left out: its heading follows. */
export function Breadcrumbs({ above }: { above: Link[] }) {
  return (
    <nav class="breadcrumbs" aria-label="Breadcrumb">
      <ol>
        {above.map(({ to, text }) => (
          <li key={to}>
            <A to={to}>{text}</A>
          </li>
        ))}
      </ol>
    </nav>
  )
}
