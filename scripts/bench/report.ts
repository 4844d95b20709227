/** The bench's table, and which targets are met: docs/performance.md says why. */
import type { Editing } from './editing.ts'
import { cost, type Measured } from './measure.ts'

export type SizeReport = {
  size: number
  /** Of all raw texts. */
  bytes: number
  cold: Measured
  unchanged: Measured
  oneMore: Measured
  editing: Editing
  /** Megabytes a second. */
  parse: number
  lowerBound: Measured
  eleventy: Measured
  pagefind: Measured
  hugo: Measured | null
}

export function printReport(reports: readonly SizeReport[]): void {
  console.log(table(reports))
  console.log('')
  for (const line of targets(reports)) console.log(line)
}

/** "12.31 s (CPU 17.02 s), 850 MB" */
function shown(measured: Measured | null): string {
  if (measured === null) return '–'
  const { seconds, cpu, peak } = measured
  return `${seconds.toFixed(2)} s${cpu === null ? '' : ` (CPU ${cpu.toFixed(2)} s)`}${peak === null ? '' : `, ${peak} MB`}`
}

function table(reports: readonly SizeReport[]): string {
  const rows: [string, (report: SizeReport) => string][] = [
    ['updates', ({ size }) => String(size)],
    ['raw text', ({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`],
    ['**npm run build**, from nothing', ({ cold }) => shown(cold)],
    ['… nothing changed', ({ unchanged }) => shown(unchanged)],
    ['… one update more', ({ oneMore }) => shown(oneMore)],
    ['**npm start**, one update more: visible', ({ editing }) => `${editing.visible.toFixed(2)} s`],
    ['… searchable', ({ editing }) => `${editing.searchable.toFixed(2)} s`],
    ['parser alone', ({ parse }) => `${parse.toFixed(1)} MB/s`],
    ['Node, bare script (read, render, write)', ({ lowerBound }) => shown(lowerBound)],
    ['Eleventy, one trivial layout', ({ eleventy }) => shown(eleventy)],
    ['Pagefind CLI over its pages', ({ pagefind }) => shown(pagefind)],
    ['Hugo, one trivial layout', ({ hugo }) => shown(hugo)],
  ]
  const lines = rows.map(([name, cell]) => `| ${[name, ...reports.map(cell)].join(' | ')} |`)
  return [lines[0], `|${' --- |'.repeat(reports.length + 1)}`, ...lines.slice(1)].join('\n')
}

function targets(reports: readonly SizeReport[]): string[] {
  const at = (size: number) => reports.find(report => report.size === size)
  const [small, large] = [at(700), at(7000)]
  const lines = ['Whole builds are compared by processor time if the system gives it.']
  const hold = (what: string, [value, limit]: [number, number], unit = '') =>
    lines.push(`${value <= limit ? 'met   ' : 'MISSED'} ${what}: ${value.toFixed(2)}${unit} (at most ${limit}${unit})`)
  if (small) {
    const peers = cost(small.eleventy) + cost(small.pagefind)
    hold('build at 700, times Eleventy + Pagefind', [cost(small.cold) / peers, 2.45])
    hold('nothing changed, times the full build', [cost(small.unchanged) / cost(small.cold), 0.3])
    hold('one update more, times the full build', [cost(small.oneMore) / cost(small.cold), 0.4])
    hold('npm start, page visible, times the full build', [small.editing.visible / small.cold.seconds, 0.11])
    hold('npm start, searchable, times the full build', [small.editing.searchable / small.cold.seconds, 0.3])
    hold('parser, seconds for 5 MB', [5 / small.parse, 1], ' s')
  }
  if (small && large) {
    hold('growth from 700 to 7,000, exponent', [Math.log10(cost(large.cold) / cost(small.cold)), 1.05])
  }
  if (large?.cold.peak) hold('peak memory at 7,000', [large.cold.peak, 2048], ' MB')
  return lines
}
