/**
 * What import last wrote to an update's Markdown file: `content/updates/.imported/654.lines`. It is committed with the
 * file, so that on any clone, after any change of the parser, corrections by hand can be distinguished from import's own work.
 */
import { hash } from 'node:crypto'
import { fingerprints } from './merge.ts'

export type ImportRecord = {
  /** The raw file's name. */
  raw: string
  /** The hash of the text as import wrote it: the file has this hash until someone edits it. */
  written: string
  /** The fingerprints of that text's lines. */
  lines: string[]
}

export const hashOfText = (text: string): string => hash('sha256', text)

export const recordOf = (raw: string, markdown: string): ImportRecord => ({
  raw,
  written: hashOfText(markdown),
  lines: fingerprints(markdown),
})

const NOTE = '# What import last wrote to the Markdown file of this number: keep it beside the file, do not edit it.'

export const writeImportRecord = ({ raw, written, lines }: ImportRecord): string =>
  [NOTE, `raw ${raw}`, `written ${written}`, ...lines, ''].join('\n')

/** null if the text is not a record, which then counts as missing. */
export function readImportRecord(text: string): ImportRecord | null {
  const [, raw = '', written = '', ...lines] = text.replace(/\r\n/gu, '\n').trimEnd().split('\n')
  if (!raw.startsWith('raw ') || !/^written [0-9a-f]{64}$/u.test(written)) return null
  return { raw: raw.slice('raw '.length), written: written.slice('written '.length), lines }
}
