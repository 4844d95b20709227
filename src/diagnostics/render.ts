/** How messages are shown: on a terminal, as JSON, and as totals. */
import type { Code, Diagnostic, Place, Severity } from './diagnostic.ts'

/** Colours a piece of a message; without one the text stays plain. */
export type Paint = (piece: Severity | 'frame' | 'hint', text: string) => string

/** How many columns of a line are shown; a longer line is cut around the place. */
const WINDOW = 100
/** How many columns a cut line keeps before the place. */
const BEFORE = 30

/**
 * What, where, the line with carets below the place, and what to do:
 *
 *     warning[unknown-section]: no section is called "Tools & Templats" in this layout
 *      --> content/raw/656.txt:182:1
 *         |
 *     182 | Tools & Templats
 *         | ^^^^^^^^^^^^^^^^
 *         = hint: did you mean "Tools & Templates"?
 */
export function renderDiagnostic(diagnostic: Diagnostic, paint: Paint = (_piece, text) => text): string {
  const { code, severity, at, message, hint } = diagnostic
  const margin = ' '.repeat(String(at.line).length)
  const more = `\n${margin}   `
  const lines = [
    `${paint(severity, `${severity}[${code}]`)}: ${visible(message).replaceAll('\n', more)}`,
    `${paint('frame', ' -->')} ${at.file}:${at.line}:${at.column}`,
  ]
  if (at.source !== null) {
    const { text, carets } = excerpt(at, at.source)
    lines.push(paint('frame', `${margin} |`))
    lines.push(`${paint('frame', `${at.line} |`)} ${text}`.trimEnd())
    lines.push(`${paint('frame', `${margin} |`)} ${paint(severity, carets)}`)
  }
  lines.push(`${paint('frame', `${margin} =`)} ${paint('hint', `hint: ${visible(hint).replaceAll('\n', more)}`)}`)
  return lines.join('\n')
}

/** The line, cut to a window around the place where it is long, and carets as wide as the place is on a terminal. */
function excerpt({ column, length }: Place, source: string): { text: string; carets: string } {
  const from = Math.min(column - 1, source.length)
  const start = source.length <= WINDOW || from <= BEFORE ? 0 : wholeCharacter(source, from - BEFORE)
  const end = source.length - start <= WINDOW ? source.length : wholeCharacter(source, start + WINDOW)
  const left = start === 0 ? '' : '…'
  const marked = visible(source.slice(from, Math.min(from + length, end)))
  return {
    text: left + visible(source.slice(start, end)) + (end === source.length ? '' : '…'),
    carets: ' '.repeat(widthOf(left + visible(source.slice(start, from)))) + '^'.repeat(Math.max(1, widthOf(marked))),
  }
}

/** Not in the middle of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at - 1 : at)

/**
 * Text that a terminal prints as it is: a tab is one space, so that columns stay columns; other control characters
 * and those that turn the direction of writing are made visible.
 */
const visible = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\0-\x09\x0B-\x1F]/gu, control => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7F-\x9F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu, '�')

/** Columns on a terminal: 2 for East Asian wide characters and pictures, 0 for combining marks. */
function widthOf(text: string): number {
  if (!beyondLatin.test(text)) return text.length
  let width = 0
  for (const character of text) if (!none.test(character)) width += double.test(character) ? 2 : 1
  return width
}

/** Below it, and among dashes and quotes, each character is one column wide. */
const beyondLatin = /[^\0-\u02FF\u2010-\u2027]/u
const none = /\p{M}|\u200B|\u200D/u
const double =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u

/** By file (654 before 1000), then by place. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { compare } = new Intl.Collator('en', { numeric: true })
  return [...diagnostics].sort(
    (a, b) => compare(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column,
  )
}

/** How often each message was given, errors first: "1 error, 3 warnings", then a line for each code. */
export function renderSummary(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<Code, { severity: Severity; count: number }>()
  for (const { code, severity } of diagnostics) {
    counts.set(code, { severity, count: (counts.get(code)?.count ?? 0) + 1 })
  }
  const rows = [...counts].sort(
    ([a, x], [b, y]) =>
      RANKS.indexOf(x.severity) - RANKS.indexOf(y.severity) || y.count - x.count || a.localeCompare(b),
  )
  const digits = Math.max(0, ...rows.map(([, { count }]) => String(count).length))
  return [
    countsOf(diagnostics),
    ...rows.map(([code, { severity, count }]) => `  ${String(count).padStart(digits)} ${severity}[${code}]`),
  ].join('\n')
}

const RANKS: readonly Severity[] = ['error', 'warning', 'note']

function countsOf(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Severity) => {
    const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length
    return `${count} ${severity}${count === 1 ? '' : 's'}`
  }
  const notes = diagnostics.some(({ severity }) => severity === 'note') ? `, ${of('note')}` : ''
  return `${of('error')}, ${of('warning')}${notes}`
}

export type DiagnosticRecord = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'> &
  Pick<Place, 'file' | 'line' | 'column' | 'length'>

/** As JSON: one flat record for each message, and the totals. */
export function diagnosticsAsJson(diagnostics: readonly Diagnostic[]): string {
  const records = diagnostics.map(
    ({ code, severity, at: { file, line, column, length }, message, hint }): DiagnosticRecord => {
      return { code, severity, file, line, column, length, message, hint }
    },
  )
  const number = (severity: Severity) => records.filter(record => record.severity === severity).length
  return JSON.stringify({ errors: number('error'), warnings: number('warning'), diagnostics: records }, null, 2)
}
