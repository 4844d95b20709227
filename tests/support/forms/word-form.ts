/** Linked lines as a Word document: its links are hyperlinks, simple fields and complex fields by turns, as Word has all three. */
import { zipped } from '../../../src/ingest/formats/zip.ts'
import { bulletOf, escapeMarkup, type LinkedLine, pieces } from './linked-lines.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const run = (words: string): string => `<w:r><w:t xml:space="preserve">${escapeMarkup(words)}</w:t></w:r>`

/** The body's XML, and the addresses of its hyperlinks. */
function bodyOf(lines: readonly LinkedLine[]): { body: string; targets: string[] } {
  const targets: string[] = []
  let count = 0
  const linkOf = (words: string, address: string): string => {
    count += 1
    if (count % 3 === 0)
      return `<w:fldSimple w:instr=" HYPERLINK &quot;${escapeMarkup(address)}&quot; ">${run(words)}</w:fldSimple>`
    if (count % 3 === 1) {
      targets.push(address)
      return `<w:hyperlink r:id="rLink${targets.length}" w:history="1">${run(words)}</w:hyperlink>`
    }
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const instruction = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "${escapeMarkup(address)}" \\o "A tip" </w:instrText></w:r>`
    return `${mark('begin')}${instruction}${mark('separate')}${run(words)}${mark('end')}`
  }
  const body = lines.map(line => {
    const bullet = bulletOf(line.text)
    const runs = pieces(line).map(({ words, address }, index) => {
      const shown = index === 0 && bullet !== null ? words.slice(bullet.length) : words
      return address === null ? run(shown) : linkOf(shown, address)
    })
    const list = bullet === null ? '' : '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return `<w:p>${list}${runs.join('')}</w:p>`
  })
  return { body: body.join(''), targets }
}

export function asDocx(lines: readonly LinkedLine[]): Buffer {
  const { body, targets } = bodyOf(lines)
  return docxOf(body, targets)
}

/** A document of this body, whose hyperlinks rLink1, rLink2 … lead to `targets`. */
export function docxOf(body: string, targets: readonly string[] = []): Buffer {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const links = targets.map(
    (address, index) =>
      `<Relationship Id="rLink${index + 1}" Type="${type}/hyperlink" Target="${escapeMarkup(address)}" TargetMode="External"/>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rNum" Type="${type}/numbering" Target="numbering.xml"/>${links.join('')}</Relationships>`,
    'word/numbering.xml': `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  }
  return zipped(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
}
