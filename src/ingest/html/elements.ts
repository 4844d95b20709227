/** Looking at elements of an HTML document. */
import { type ChildNode, type Element, hasChildren, isTag, isText, type ParentNode } from 'domhandler'

export const attribute = (element: Element, name: string): string => element.attribs[name] ?? ''

export const classesOf = (element: Element): string[] => attribute(element, 'class').split(/\s+/u).filter(Boolean)

/** `pattern` is for styles without spaces, in small letters: /display:none/. */
export const hasStyle = (element: Element, pattern: RegExp): boolean =>
  'style' in element.attribs && pattern.test(attribute(element, 'style').replace(/\s/gu, '').toLowerCase())

/** All text below a node, as it is in the file. */
export function textOf(node: ChildNode | ParentNode): string {
  if (isText(node)) return node.data
  return hasChildren(node) ? node.children.map(textOf).join('') : ''
}

/** Every element below a node, in the order of the file; of one that `isSkipped` none below it, nor itself. */
export function elementsBelow(node: ParentNode, isSkipped: (element: Element) => boolean = () => false): Element[] {
  const found: Element[] = []
  // By hand and not by recursion: pages that are damaged are nested without end.
  const waiting = [...node.children].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isTag(next) && isSkipped(next)) continue
    if (isTag(next)) found.push(next)
    if (hasChildren(next)) for (const child of [...next.children].reverse()) waiting.push(child)
  }
  return found
}
