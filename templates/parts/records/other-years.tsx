import { A, type Link } from '../../site-context.tsx'

/** The same list for other years. */
export function OtherYears({ years }: { years: Link[] }) {
  if (years.length === 0) return null
  return (
    <nav aria-labelledby="other-years_">
      <h2 id="other-years_">Other years</h2>
      <ul class="inline-list">
        {years.map(({ to, text }) => (
          <li>
            <A to={to}>{text}</A>
          </li>
        ))}
      </ul>
    </nav>
  )
}
