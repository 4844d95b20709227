/** Where a saved page was published: what WordPress writes into each of its pages. */
import type { Element, ParentNode } from 'domhandler'
import { isSafeAddress } from '../../update/clean-address.ts'
import type { Origin } from '../../update/update.ts'
import { attribute, classesOf, elementsBelow } from './elements.ts'

/** `address`: `<link rel=canonical>`; `post`: `?p=8851` of the short link, else the body's class "postid-8851". */
export function originOf(document: ParentNode): Origin {
  const elements = elementsBelow(document)
  const linked = (rel: string) =>
    elements
      .filter(element => element.name === 'link' && attribute(element, 'rel').toLowerCase() === rel)
      .map(element => attribute(element, 'href'))
      .find(isSafeAddress) ?? null
  const short = /[?&]p=(?<post>\d{1,9})\b/u.exec(linked('shortlink') ?? '')?.groups?.post
  const body = elements.find(({ name }) => name === 'body')
  const classed =
    body &&
    classesOf(body)
      .find(name => /^postid-\d{1,9}$/u.test(name))
      ?.slice('postid-'.length)
  const post = short ?? classed ?? null
  return { post: post === null ? null : Number(post), address: linked('canonical') ?? shared(elements) }
}

/** What relative links are relative to: `<base>`, else the page's own address, else what a browser notes when it saves a page. */
export function baseOf(document: ParentNode, html: string): string | null {
  const elements = elementsBelow(document)
  const { address } = originOf(document)
  const base = elements.find(({ name }) => name === 'base')
  const saved = /<!-- saved from url=\(\d+\)(?<address>https?:\/\/\S+)/u.exec(html.slice(0, 4096))?.groups?.address
  const said = base === undefined ? null : attribute(base, 'href')
  const within = address ?? saved ?? null
  if (said === null || said === '') return within
  return isSafeAddress(said)
    ? said
    : within !== null && URL.canParse(said, within)
      ? new URL(said, within).href
      : within
}

const shared = (elements: readonly Element[]): string | null =>
  elements
    .filter(element => element.name === 'meta' && attribute(element, 'property') === 'og:url')
    .map(element => attribute(element, 'content'))
    .find(isSafeAddress) ?? null
