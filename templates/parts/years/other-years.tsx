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

/** Links to the years beside one, latest first. */
export const linksToOtherYears = (
  years: Iterable<number>,
  year: number,
  addressOfYear: (year: number) => string,
): Link[] =>
  [...years]
    .filter(other => other !== year)
    .sort((a, b) => b - a)
    .map(other => ({ to: addressOfYear(other), text: String(other) }))
