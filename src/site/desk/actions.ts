/**
 * What the desk's buttons write: one line in an authority file, an entry in content/reviewed.yaml, a draft moved to the
 * texts that are published. Each can be undone until someone changes the file.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { withRecord, withVariant } from '../../archive/content/edit-authority.ts'
import { asReviewed, REVIEWED_FILE, withoutReviewed, withReviewed } from '../../archive/content/reviewed.ts'
import type { Answer } from '../../diagnostics/catalogue.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { moveTo, writeWhole } from '../../files/whole-file.ts'

/** What was done, in a sentence, and how to take it back; `undo` is null where there is nothing to take back. */
export type Done = { words: string; undo: (() => Done) | null }

const failed = (words: string): Done => ({ words, undo: null })

/** Writes an answer into its authority file. */
export function writeAnswer(root: string, answer: Answer): Done {
  const file = `content/authorities/${answer.file}`
  const change = (text: string) =>
    answer.kind === 'new-record'
      ? withRecord(text, answer)
      : withVariant(text, { id: answer.id, variant: answer.variant })
  const words =
    answer.kind === 'new-record'
      ? `Added ${answer.name} to ${file}.`
      : `Added the spelling “${answer.variant}” to ${answer.name} in ${file}.`
  return edit(root, { file, change, words })
}

/** Sets a message aside, with the reason. `nth`: of those with the same words. */
export function setAside(root: string, diagnostic: Diagnostic, reason: { why: string; nth: number }): Done {
  const entry = asReviewed(diagnostic, reason)
  return edit(root, {
    file: REVIEWED_FILE,
    change: text => withReviewed(text, entry),
    words: `Set aside in ${REVIEWED_FILE}. The message comes back if its line changes.`,
  })
}

/** Deletes the entry of reviewed.yaml that a message points to. */
export const forget = (root: string, { at: { line } }: Diagnostic): Done =>
  edit(root, {
    file: REVIEWED_FILE,
    change: text => withoutReviewed(text, line),
    words: `Deleted the entry in ${REVIEWED_FILE}.`,
  })

/** Moves a draft to content/raw/, so that builds publish it. */
export function publishDraft(root: string, draft: string): Done {
  const from = join(root, 'content', 'drafts', draft)
  const to = join(root, 'content', 'raw', basename(draft))
  if (!existsSync(from)) return failed(`${draft} is not in content/drafts any more.`)
  if (existsSync(to)) return failed(`content/raw already has a file called ${basename(draft)}. Rename one of them.`)
  mkdirSync(dirname(to), { recursive: true })
  moveTo(to, from)
  return {
    words: `${draft} is no longer a draft. It will be on your website once you publish: stop npm start and type npm run build.`,
    undo() {
      if (!existsSync(to) || existsSync(from)) return failed('The file has been moved since.')
      moveTo(from, to)
      return failed(`${draft} is a draft again.`)
    },
  }
}

type Edit = { file: string; change: (text: string) => string | null; words: string }

function edit(root: string, { file, change, words }: Edit): Done {
  const path = join(root, file)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null
  const after = change(before ?? '')
  if (after === null)
    return failed(`This could not be written into ${file}: it may be there already. Please edit the file by hand.`)
  writeWhole(path, after)
  return {
    words,
    undo() {
      if (!existsSync(path) || readFileSync(path, 'utf8') !== after)
        return failed(`${file} has changed since. Please put it right by hand.`)
      if (before === null) rmSync(path)
      else writeWhole(path, before)
      return failed(`Undone: ${file} is as it was.`)
    },
  }
}
