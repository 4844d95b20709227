import { A } from '../../site-context.tsx'
import type { ContactView } from '../../update-view.ts'

/** One person's block as printed: "Role: Name (Organisation)" unbroken, then addresses and numbers as links. */
export function ContactCard({ contact }: { contact: ContactView }) {
  // Of somebody who is withheld no line may be shown, only the role.
  const [first = contact.role, ...others] = contact.lines
  return (
    <li class="card">
      <p class="who">
        <Who contact={contact} line={first} />
      </p>
      {others.map(line => (
        <p key={line}>
          <Detail line={line} contact={contact} />
        </p>
      ))}
    </li>
  )
}

function Who({ contact: { name, to }, line }: { contact: ContactView; line: string }) {
  const at = name === '' ? -1 : line.lastIndexOf(name)
  if (at === -1) return <>{line}</>
  return (
    <>
      <span class="role">{line.slice(0, at)}</span>
      {to === null ? (
        <span class="name">{name}</span>
      ) : (
        <A to={to} class="name">
          {name}
        </A>
      )}
      <span class="organisation">{line.slice(at + name.length)}</span>
    </>
  )
}

function Detail({ line, contact: { emails, phones } }: { line: string; contact: ContactView }) {
  const email = emails.find(value => line.includes(value))
  const phone = phones.find(value => line.includes(value))
  const found = email ?? phone
  if (found === undefined) return <>{line}</>
  const [before = '', ...after] = line.split(found)
  return (
    <>
      {before}
      {email === undefined ? <Phone number={found} /> : <Email address={found} />}
      {after.join(found)}
    </>
  )
}

export const Email = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>

/** The number as printed; the link drops spaces, brackets and an extension in words. */
export function Phone({ number }: { number: string }) {
  return <a href={`tel:${number.replace(/(?!^\+)[^\d]/gu, '')}`}>{number}</a>
}
