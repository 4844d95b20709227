/** What a story says about the use of its material: shown wherever the story is shared, cited or in a feed. */
import type { ArchivedItem } from '../archive/archive.ts'
import { plain } from '../update/markdown.ts'
import { rememberedOf } from '../update/remembered.ts'

/**
 * "The film … should not be posted on websites": the first sentence that limits the use of the story's material, as
 * printed; null if there is none. "Schools must not share data" is news, not such a limit.
 */
export const usageNote = rememberedOf(({ parts }: Pick<ArchivedItem, 'parts'>): string | null => {
  for (const { text } of parts) {
    // Most texts are ruled out by this one quick test.
    if (!hint.test(text)) continue
    const found = sentencesOf(plain(text)).find(sentence => limits.some(limit => limit.test(sentence)))
    if (found !== undefined) return found
  }
  return null
})

const use =
  '(?:post|publish|shar|circulat|distribut|forward|reproduc|cop(?:y|ied)|upload|disseminat|quot)(?:e|ed|ing|es)?'
const material =
  '(?:this|these|it|they|film|video|recording|document|paper|report|draft|slides?|presentation|material|resource|guide|toolkit|information|content|version|link|notes?|photos?|pictures?)s?'
const hint = /\bnot\b|\bonly\b|\bconfiden|\bembargo/i
const limits = [
  new RegExp(
    `\\b${material}\\b.*\\b(?:should|must|may|can|is|are)\\s+(?:not|never)\\s+(?:to\\s+)?be\\s+${use}\\b`,
    'i',
  ),
  new RegExp(`\\b(?:please\\s+)?do\\s+not\\s+${use}\\b.*\\b${material}\\b`, 'i'),
  new RegExp(`\\bplease\\s+do\\s+not\\s+${use}\\b`, 'i'),
  /\bnot\s+(?:for|to\s+be)\s+(?:onward|further|wider|public|external)(?:ly)?\s+(?:circulat|distribut|publi|shar|disseminat)/i,
  /\bnot\s+for\s+(?:circulation|distribution|publication|sharing|dissemination)\b/i,
  /\bfor\s+(?:internal|personal|professional|local\s+authority)\s+use\s+only\b/i,
  /\b(?:strictly|in\s+strict)\s+confiden(?:tial|ce)\b|\bembargoed\s+(?:until|to)\b/i,
]

const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}(“"‘])/u)
    .map(sentence => sentence.replace(/\s+/gu, ' ').trim())
    .filter(sentence => sentence !== '')
