/** Links to the groups of a long list. */
export function Jump({ to, label }: { to: { id: string; text: string }[]; label: string }) {
  if (to.length < 2) return null
  return (
    <nav class="jump" aria-label={label}>
      <ul>
        {to.map(({ id, text }) => (
          <li>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
