/** What commands and builds print for the editor. */
import { styleText } from 'node:util'
import { type Diagnostic, type Severity, updateOf } from '../../diagnostics/diagnostic.ts'
import { inReadingOrder, type Paint, renderDiagnostic } from '../../diagnostics/render.ts'
import type { Prepared } from '../sources.ts'

const colours = { error: 'red', warning: 'yellow', note: 'green', frame: 'blue', hint: 'cyan' } as const

/** Colour where the terminal shows it, unless NO_COLOR is set. */
const paint: Paint = (piece, text) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(colours[piece], text) : text

/** Prints messages in reading order: notes, then warnings, then errors, which end up nearest the prompt. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const of = (severity: Severity) => inReadingOrder(diagnostics.filter(diagnostic => diagnostic.severity === severity))
  const inOrder = [...of('note'), ...of('warning'), ...of('error')]
  // In one write: an archive has thousands, and each write takes time.
  if (inOrder.length > 0) console.log(inOrder.map(one => `${renderDiagnostic(one, paint)}\n`).join('\n'))
}

export type Said = Pick<Prepared, 'diagnostics' | 'setAside' | 'imported'>

/** Printed apart from errors. A first import of the whole archive has thousands. */
const mostPrinted = 20

/** `due`: what is new. `all` is only counted; `whereToSeeAll` ends the line that counts. */
type News = { due: readonly Diagnostic[]; all: readonly Diagnostic[]; setAside: number; whereToSeeAll: string }

/** Prints what is new, or the first twenty and all errors; then one line with the totals. */
export function printNews({ due, all, setAside, whereToSeeAll }: News): void {
  const sorted = inReadingOrder(due)
  const errors = sorted.filter(({ severity }) => severity === 'error')
  const others = sorted.filter(({ severity }) => severity !== 'error')
  printDiagnostics([...others.slice(0, mostPrinted), ...errors])
  const left = setAside === 0 ? '' : `, ${setAside} set aside`
  const cut = others.length > mostPrinted ? ` (only the first ${mostPrinted} are above)` : ''
  console.log(`${countedBySeverity(all)}${left}${cut}${all.length === 0 ? '' : `: ${whereToSeeAll}`}`)
}

/** Prints errors, messages about updates imported just now and, from the second call on, new messages. Prints nothing twice. */
export function diagnosticPrinter(whereToSeeAll: string): (said: Said) => void {
  let known: ReadonlySet<string> | null = null
  return ({ diagnostics, setAside, imported }) => {
    const now = new Set(imported)
    const isDue = (one: Diagnostic) =>
      known === null
        ? one.severity === 'error' || now.has(updateOf(one) ?? Number.NaN)
        : !known.has(renderDiagnostic(one))
    printNews({ due: diagnostics.filter(isDue), all: diagnostics, setAside: setAside.length, whereToSeeAll })
    known = new Set(diagnostics.map(one => renderDiagnostic(one)))
  }
}

/** "2 errors, 1 warning"; "no errors or warnings". */
export function countedBySeverity(diagnostics: readonly { severity: Severity }[]): string {
  const number = (severity: Severity): string[] => {
    const { length } = diagnostics.filter(diagnostic => diagnostic.severity === severity)
    return length === 0 ? [] : [`${length} ${severity}${length === 1 ? '' : 's'}`]
  }
  return [...number('error'), ...number('warning'), ...number('note')].join(', ') || 'no errors or warnings'
}
