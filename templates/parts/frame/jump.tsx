type JumpProps = {
  to: { id: string; text: string }[]
  label: string
  /** On narrow screens alone: on wide ones the bars at the side do the same. */
  on?: 'narrow'
}

/** Links to the groups of a long list. */
export function Jump({ to, label, on }: JumpProps) {
  if (to.length < 2) return null
  return (
    <nav class={on === undefined ? 'jump' : 'jump narrow'} aria-label={label}>
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
