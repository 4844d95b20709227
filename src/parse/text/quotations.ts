/** Who said what: an attribution and the paragraphs of a quotation are prose, however short they are. */
import type { Block } from './blocks.ts'

const opensQuotation = /^[“"]/u
// "Inspector, Mr Tom Okoro, said:" · "She added"
const says =
  /\b(?:said|says|added|adds|commented|comments|explained|explains|wrote|writes|stated|states|concluded|concludes|told\s[^:]+|replied|remarked|continued|warned|noted|asked|argued|reflected)(?:\s\w+)?\s*[:,]?$/u

/** For each block, whether it is within a quotation or says whose the quotation below it is. */
export function quotationsIn(blocks: readonly Block[]): boolean[] {
  let isOpen = false
  let isLed = false
  return blocks.map((block, at) => {
    const { text } = block
    const quotes = opensQuotation.test(text)
    const leads =
      block.kind === 'text' && text.length <= 250 && says.test(text) && opensQuotation.test(blocks[at + 1]?.text ?? '')
    const within = quotes && (isOpen || isLed)
    isOpen = quotes && staysOpen(text)
    isLed = leads
    return within || leads
  })
}

/** Each paragraph of a longer quotation opens with a mark, and the last alone closes it. */
const staysOpen = (text: string): boolean => {
  const opened = text.split('“').length - text.split('”').length
  return text.startsWith('"') ? text.split('"').length % 2 === 0 : opened > 0
}
