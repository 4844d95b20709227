/** Complaints on their way to the terminal. */
import { styleText } from 'node:util'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { inReadingOrder, type Paint, renderDiagnostic } from '../diagnostics/render.ts'

const colours = { error: 'red', warning: 'yellow', frame: 'blue', hint: 'cyan' } as const

/** Colour where the terminal shows it, and nobody has set NO_COLOR. */
const paint: Paint = (piece, text) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(colours[piece], text) : text

/** Prints them as one reads the files: warnings first, so that the errors stand last, where the eye is. */
export function printComplaints(diagnostics: readonly Diagnostic[]): void {
  const of = (severity: Severity) => inReadingOrder(diagnostics.filter(diagnostic => diagnostic.severity === severity))
  const complaints = [...of('warning'), ...of('error')]
  // In one piece: an archive has thousands, and the system takes its time for each.
  if (complaints.length > 0) console.log(complaints.map(one => `${renderDiagnostic(one, paint)}\n`).join('\n'))
}

/** "2 errors, 1 warning"; "nothing to complain about". */
export function counted(complaints: readonly { severity: Severity }[]): string {
  const number = (severity: Severity): string[] => {
    const { length } = complaints.filter(complaint => complaint.severity === severity)
    return length === 0 ? [] : [`${length} ${severity}${length === 1 ? '' : 's'}`]
  }
  return [...number('error'), ...number('warning')].join(', ') || 'nothing to complain about'
}
