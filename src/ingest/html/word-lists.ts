/**
 * Lists as Word writes them into HTML: paragraphs, each with its mark as text. The mark has "mso-list:Ignore", or, in
 * "filtered" HTML, which has lost that, by its font and the tiny spaces behind it:
 * `<span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span>`.
 */
import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { attribute, hasStyle, textOf } from './elements.ts'

/** `level` counts from 0. `node` is the child that holds the mark. */
export type WordListMark = { mark: string; level: number; node: ChildNode }

/** null for a paragraph that is no list entry. */
export function wordListMark(paragraph: Element): WordListMark | null {
  if (paragraph.name !== 'p' && !/^h[1-6]$/u.test(paragraph.name)) return null
  // Not `<![if !supportLists]>`, which is neither.
  const node = paragraph.children.find(child => isTag(child) || (isText(child) && child.data.trim() !== ''))
  if (node === undefined || !isTag(node) || !holdsMark(node)) return null
  const printed = textOf(node).replace(/[\s\u00A0]+/gu, '')
  // "(a)" and "iv." are words to the parser, which only knows numbers.
  const mark = /^\d{1,3}[.)]$/u.test(printed) ? printed : /^[\p{L}\d()]{1,6}[.)]$/u.test(printed) ? printed : '•'
  return { mark, level: levelOf(paragraph), node }
}

function holdsMark(element: Element): boolean {
  if (hasStyle(element, /mso-list:ignore/u)) return true
  const inner = element.children.filter(isTag)
  if (inner.length === 1 && element.children.length === 1) return inner.some(holdsMark)
  const spaces = inner.some(
    child => hasStyle(child, /font:7\.0pt/u) && textOf(child).replace(/[\s\u00A0]/gu, '') === '',
  )
  return spaces && textOf(element).replace(/[\s\u00A0]/gu, '').length <= 6
}

/** Said by Word ("mso-list:l0 level2 lfo1"), or else by the margin, half an inch a level. */
function levelOf(paragraph: Element): number {
  const style = attribute(paragraph, 'style')
  const said = /mso-list:\s*\S+\s+level(?<level>\d)/iu.exec(style)?.groups?.level
  if (said !== undefined) return Number(said) - 1
  const { margin = '', unit = '' } = /margin-left:\s*(?<margin>[\d.]+)(?<unit>pt|in|cm)/iu.exec(style)?.groups ?? {}
  const inches = Number(margin) / ({ pt: 72, cm: 2.54 }[unit.toLowerCase()] ?? 1)
  return Math.max(0, Math.round(inches / 0.5) - 1)
}
