import { safeUrl } from '../../safe-url.ts'
import { A } from '../../site-context.tsx'
import type { CardView, ContactView } from '../../update-view.ts'

/** One block of the contact list: "Role: Name (Organisation)" as one line, then e-mail addresses and phone numbers as links. */
export function ContactCard({ card: { lines, people } }: { card: CardView }) {
  // If the person is withheld, only the role may be shown.
  const [first = people[0].role, ...others] = lines
  return (
    <li class="card">
      <p class="who">
        <FirstLine people={people} line={first} />
      </p>
      {others.map(line => (
        <p key={line}>
          <Details line={line} people={people} />
        </p>
      ))}
    </li>
  )
}

/** The role, each name as a link, and the words after it. */
function FirstLine({ people, line }: { people: readonly ContactView[]; line: string }) {
  const found = people
    .map(({ name, to }) => ({ name, to, at: name === '' ? -1 : line.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  const [first] = found
  if (first === undefined) return <Details line={line} people={people} />
  return (
    <>
      <span class="role">{line.slice(0, first.at)}</span>
      {found.map(({ name, to, at }, place) => (
        <>
          {to === null ? (
            <span class="name">{name}</span>
          ) : (
            <A to={to} class="name">
              {name}
            </A>
          )}
          <AfterName text={line.slice(at + name.length, found[place + 1]?.at)} people={people} />
        </>
      ))}
    </>
  )
}

/** "(Surrey)" on a line of its own; " and " before another name beside it. */
function AfterName({ text, people }: { text: string; people: readonly ContactView[] }) {
  const details = <Details line={text} people={people} />
  return /^\s*(?:and|&|,)?\s*$/u.test(text) ? details : <span class="organisation">{details}</span>
}

/** A line, with these people’s addresses and numbers as links. */
function Details({ line, people }: { line: string; people: readonly ContactView[] }) {
  const emails = new Set(people.flatMap(person => person.emails))
  const links = new Map(people.flatMap(({ links = [] }) => links.map(({ words, address }) => [words, address])))
  const details = [...emails, ...people.flatMap(person => person.phones), ...links.keys()]
  const [found] = details
    .map(detail => ({ detail, at: line.indexOf(detail) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.detail.length - a.detail.length)
  if (found === undefined) return <>{line}</>
  return (
    <>
      {line.slice(0, found.at)}
      <Detail
        detail={found.detail}
        isEmail={emails.has(found.detail)}
        address={safeUrl(links.get(found.detail) ?? null)}
      />
      <Details line={line.slice(found.at + found.detail.length)} people={people} />
    </>
  )
}

type DetailProps = { detail: string; isEmail: boolean; address: string | null }

function Detail({ detail, isEmail, address }: DetailProps) {
  if (isEmail) return <Email address={detail} />
  return address === null ? <Phone number={detail} /> : <a href={address}>{detail}</a>
}

export const Email = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>

/** The number as the newsletter gives it; the link has only its digits, without the "(0)" after +44. */
export function Phone({ number }: { number: string }) {
  const isAbroad = number.includes('+')
  const digits = (isAbroad ? number.replace('(0)', '') : number).replace(/\D/gu, '')
  return <a href={`tel:${isAbroad ? '+' : ''}${digits}`}>{number}</a>
}
