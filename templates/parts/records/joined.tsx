import type { ComponentChildren } from 'preact'
import { A, type Link } from '../../site-context.tsx'

/** "a", "a and b", "a, b and c". */
export function Joined({ parts }: { parts: ComponentChildren[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', '}
          {part}
        </>
      ))}
    </>
  )
}

/** Links, joined as in a sentence. */
export function Links({ links }: { links: Link[] }) {
  return <Joined parts={links.map(({ to, text }) => <A to={to}>{text}</A>)} />
}
