/** Labels on the line of their text, as a table of two columns gives them when it is pasted: "Programme: Care leavers and housing". */
import type { Line } from '../text/lines.ts'
import { lineKey } from '../text/wording.ts'
import { labelled } from './labelled.ts'

const words = [...labelled.kickers.list, ...labelled.labels.list].map(phrase => phrase.words).join('|')
const label = new RegExp(String.raw`^(?<label>${words})\s?:\s+(?<rest>\S.*)$`, 'iu')
const opensStory = /^Programme\s?:\s+\S/i
/** One such line may be a title; two are how the text prints its stories. */
const fewest = 2

/** The lines, each label on one of its own (with the number of the line it is on) where that is how the text prints its stories. */
export function withLabelsApart(lines: readonly Line[]): Line[] {
  if (lines.filter(({ text }) => opensStory.test(text)).length < fewest) return [...lines]
  return lines.flatMap(line => {
    const { label: name, rest } = label.exec(line.text)?.groups ?? {}
    if (name === undefined || rest === undefined) return [line]
    const behind = line.text.length - rest.length
    return [
      { ...line, text: `${name}:`, key: lineKey(`${name}:`) },
      { ...line, text: rest, key: lineKey(rest), indent: line.indent + behind, raw: line.raw.replaceAll('\t', ' ') },
    ]
  })
}
