import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { plainLine } from '../markdown.ts'
import type { HeadedText } from './body.ts'
import type { FactPath, FrontMatter } from './front-matter.ts'

/** What the readers of an update's Markdown file share: the facts, the places to point at, the messages so far. */
export type Reading = {
  facts: FrontMatter
  diagnostics: Diagnostic[]
  /** A line of the file. */
  lineAt: (line: number) => Place
  /** A value of the front matter. */
  factAt: (path: FactPath) => Place
}

/** Reports headings inside a block that cannot have any: their text would belong to nothing. */
export function refuseHeadings({ blocks }: Pick<HeadedText, 'blocks'>, { diagnostics, lineAt }: Reading): void {
  for (const { heading, line } of blocks) {
    diagnostics.push(diagnose('heading-out-of-place', lineAt(line), { heading: plainLine(heading ?? '') }))
  }
}
