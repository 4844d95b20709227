/** Which of the links in a text leads to a publication: the one whose words are its title. */
import { linksIn } from '../../update/markdown.ts'
import type { Markdown, PublicationEntry } from '../../update/update.ts'
import { titleKey } from './titles.ts'

/**
 * The address that an entry's own link leads to: the link on its title, else an address that is printed in it as such.
 * null where there is none, or where two links claim to be it.
 */
export function entryLink({ title, text }: Pick<PublicationEntry, 'title' | 'text'>): string | null {
  const links = webLinks(text)
  const onTitle = links.filter(({ words }) => isTitle(words, title))
  const printed = links.filter(({ words }) => isAddress(words))
  return onlyAddress(onTitle) ?? (onTitle.length === 0 ? onlyAddress(printed) : null)
}

/** The addresses of the links in a story's text whose words are the whole title. */
export const linksOnTitle = (text: Markdown, title: string): string[] =>
  webLinks(text).flatMap(({ words, address }) => (titleKey(words) === titleKey(title) ? [address] : []))

const webLinks = (text: Markdown) => linksIn(text).filter(({ address }) => /^https?:/iu.test(address))

const onlyAddress = (links: readonly { address: string }[]): string | null => {
  const [first, ...others] = links.map(({ address }) => address)
  return first !== undefined && others.every(other => samePlace(other, first)) ? first : null
}

const isAddress = (words: string): boolean => /^(?:https?:\/\/|www\.)\S+$/iu.test(words)

/** The words are the title, the better part of it, or hold it: "Pathways, the full report". */
function isTitle(words: string, title: string): boolean {
  const [linked, whole] = [titleKey(words), titleKey(title)]
  if (linked === '' || whole === '') return false
  if (linked === whole || ` ${linked} `.includes(` ${whole} `)) return true
  return ` ${whole} `.includes(` ${linked} `) && linked.length * 2 > whole.length
}

/** Whether two addresses lead to one page: "http" or "https", "www.", a slash at the end and a place within the page do not count. */
export const samePlace = (one: string, other: string): boolean => placeKey(one) === placeKey(other)

/** What two addresses of one page have in common. */
export function placeKey(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, port, pathname, search } = new URL(address)
  return `${hostname.replace(/^www\./u, '')}:${port}${pathname.replace(/\/+$/u, '')}${search}`
}
