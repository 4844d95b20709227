/** Looking at elements of an HTML document. */
import { type ChildNode, type Element, hasChildren, isTag, isText, type ParentNode } from 'domhandler'

export const attribute = (element: Element, name: string): string => element.attribs[name] ?? ''

export const classesOf = (element: Element): string[] => attribute(element, 'class').split(/\s+/u).filter(Boolean)

/** `pattern` is for styles without spaces, in small letters: /display:none/. */
export const hasStyle = (element: Element, pattern: RegExp): boolean =>
  element.attribs.style !== undefined && pattern.test(attribute(element, 'style').replace(/\s/gu, '').toLowerCase())

/** All text below a node, as it stands in the file. */
export function textOf(node: ChildNode | ParentNode): string {
  if (isText(node as ChildNode)) return (node as unknown as { data: string }).data
  return hasChildren(node as ChildNode) ? (node as ParentNode).children.map(textOf).join('') : ''
}

/** Every element below a node, in the order of the file. */
export function* elementsBelow(node: ParentNode): Generator<Element> {
  for (const child of node.children) {
    if (isTag(child)) yield child
    if (hasChildren(child)) yield* elementsBelow(child)
  }
}
