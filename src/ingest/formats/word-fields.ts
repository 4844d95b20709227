/**
 * Word keeps a link in one of three ways: as a hyperlink, as a simple field, and as a complex field of several runs. mammoth
 * drops a simple field together with its words, and where the end of a complex one is missing it links everything below.
 */

/** The XML of a document part with each simple field as a complex one, and each field ended in the paragraph of its words. */
export const withPlainFields = (xml: string): string => endedFields(complexFields(xml))

const run = (content: string): string => `<w:r>${content}</w:r>`
const fieldMark = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`)

/** `<w:fldSimple w:instr="HYPERLINK &quot;https://…&quot;"><w:r>…</w:r></w:fldSimple>` → begin, instruction, separate, words, end. */
function complexFields(xml: string): string {
  if (!xml.includes('<w:fldSimple')) return xml
  return xml
    .replace(/<w:fldSimple\b[^>]*\/>/gu, '')
    .replace(/<w:fldSimple\b(?<attributes>[^>]*)>/gu, (_, attributes: string) => {
      const instruction = /\bw:instr\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u.exec(attributes)?.groups
      const text = instruction?.double ?? instruction?.single ?? ''
      return `${fieldMark('begin')}${run(`<w:instrText xml:space="preserve">${text}</w:instrText>`)}${fieldMark('separate')}`
    })
    .replaceAll('</w:fldSimple>', fieldMark('end'))
}

const PIECE =
  /<w:fldChar\b[^>]*\bw:fldCharType\s*=\s*["'](?<type>begin|separate|end)["'][^>]*>|<w:instrText\b[^>]*>(?<instruction>[^<]*)|<\/w:p>/gu

/** A table of contents goes over many paragraphs; the words of a link never do. */
function endedFields(xml: string): string {
  if (!xml.includes('<w:fldChar')) return xml
  const open: { isLink: boolean }[] = []
  let result = ''
  let done = 0
  for (const match of xml.matchAll(PIECE)) {
    const { type, instruction } = match.groups ?? {}
    const innermost = open.at(-1)
    if (type === 'begin') open.push({ isLink: false })
    else if (type === 'end') open.pop()
    else if (instruction !== undefined && innermost !== undefined)
      innermost.isLink ||= /^\s*HYPERLINK\b/u.test(instruction)
    else if (match[0] === '</w:p>') {
      result += xml.slice(done, match.index)
      done = match.index
      for (; open.at(-1)?.isLink; open.pop()) result += fieldMark('end')
    }
  }
  return result + xml.slice(done)
}
