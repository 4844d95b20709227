/** What builds say on the terminal. */
import { styleText } from 'node:util'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { inReadingOrder, type Paint, renderDiagnostic } from '../diagnostics/render.ts'

const colours = { error: 'red', warning: 'yellow', note: 'green', frame: 'blue', hint: 'cyan' } as const

/** Colour where the terminal shows it, unless NO_COLOR is set. */
const paint: Paint = (piece, text) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(colours[piece], text) : text

/** Prints them as one reads the files: warnings first, so that the errors are last, where the eye is. */
export function printComplaints(diagnostics: readonly Diagnostic[]): void {
  const of = (severity: Severity) => inReadingOrder(diagnostics.filter(diagnostic => diagnostic.severity === severity))
  const complaints = [...of('note'), ...of('warning'), ...of('error')]
  // In one piece: an archive has thousands, and the system takes its time for each.
  if (complaints.length > 0) console.log(complaints.map(one => `${renderDiagnostic(one, paint)}\n`).join('\n'))
}

/** Prints, from call to call, only what is new; what was said before is counted. */
export function complaintPrinter(): (diagnostics: readonly Diagnostic[]) => void {
  let known: ReadonlySet<string> = new Set()
  return diagnostics => {
    const texts = new Map(diagnostics.map(one => [renderDiagnostic(one), one]))
    const fresh = [...texts].filter(([text]) => !known.has(text)).map(([, one]) => one)
    const isPartial = known.size > 0 && fresh.length < diagnostics.length
    printComplaints(fresh)
    console.log(`${counted(diagnostics)}${isPartial ? `, ${fresh.length} of them new` : ''}`)
    known = new Set(texts.keys())
  }
}

/** "2 errors, 1 warning"; "nothing to complain about". */
export function counted(complaints: readonly { severity: Severity }[]): string {
  const number = (severity: Severity): string[] => {
    const { length } = complaints.filter(complaint => complaint.severity === severity)
    return length === 0 ? [] : [`${length} ${severity}${length === 1 ? '' : 's'}`]
  }
  return [...number('error'), ...number('warning'), ...number('note')].join(', ') || 'nothing to complain about'
}
