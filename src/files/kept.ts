/** Values kept in `.cache`. One that is missing, cut off or altered counts as absent. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeWhole } from './whole-file.ts'

/** A value of JSON, below a line with the hash of its text. */
export function keep(file: string, value: unknown): void {
  const text = JSON.stringify(value)
  writeWhole(file, `${hash('sha256', text)}\n${text}`)
}

/** undefined: there is none, or it cannot be trusted. */
export function kept<Value>(file: string): Value | undefined {
  const text = textOf(file)
  const end = text.indexOf('\n')
  const json = text.slice(end + 1)
  return end > 0 && text.slice(0, end) === hash('sha256', json) ? JSON.parse(json) : undefined
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
