import type { ComponentChildren } from 'preact'

type CountedSectionProps = { id: string; title: string; count: number; children: ComponentChildren }

/** A list with its heading, and how many there are of what it lists: "Stories 12". */
export function CountedSection({ id, title, count, children }: CountedSectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        <span class="count">{`\u00a0${count}`}</span>
      </h2>
      {children}
    </section>
  )
}
