/**
 * Golden files: tests/golden/<layout>/<number>/{raw.txt, expected.md, expected.txt}. `UPDATE_GOLDEN=1 npm test` accepts what the
 * parser makes of them now; the change shows as a diff.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { renderDiagnostic } from '../../src/diagnostics/render.ts'
import { layouts, recogniseLayout } from '../../src/parse/layouts/layouts.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readLines } from '../../src/parse/text/lines.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import { type Meeting, partLabel, type Section, type Update } from '../../src/update/update.ts'
import { accountFor } from '../support/accounted-lines.ts'

const golden = join(import.meta.dirname, '../golden')
const realTexts = join(import.meta.dirname, '../../content/raw')

const folders = (path: string) => readdirSync(path).filter(name => !name.includes('.') && name !== 'real')
const samples = folders(golden).flatMap(layout => folders(join(golden, layout)).map(number => ({ layout, number })))

describe.each(samples)('$layout/$number', ({ layout, number }) => {
  const folder = join(golden, layout, number)
  const raw = readFileSync(join(folder, 'raw.txt'), 'utf8')
  const { update, diagnostics } = parseUpdate(raw, 'raw.txt')

  it('is read as before, with the same messages', () => {
    if (update === null) throw new Error('this text could not be used')
    expectFile(join(folder, 'expected.md'), writeUpdateFile(update))
    expectFile(join(folder, 'expected.txt'), printed(diagnostics))
  })

  it('is recognised by its text', () => {
    expect(recogniseLayout(readLines(raw, 'raw.txt')).name).toBe(layout)
    expect(layouts.map(({ name }) => name)).toContain(layout)
  })

  it('holds every line, and is the same when its file is read back', () => {
    if (update === null) throw new Error('this text could not be used')
    expectNothingLost(raw, update)
    expect(readUpdateFile(writeUpdateFile(update), 'expected.md').update).toEqual(update)
  })
})

describe.each(readdirSync(realTexts).filter(name => name.endsWith('.txt')))('content/raw/%s', name => {
  const raw = readFileSync(join(realTexts, name), 'utf8')
  const { update, diagnostics } = parseUpdate(raw, `content/raw/${name}`)

  it('is understood as before, with the same messages', () => {
    if (update === null) throw new Error('this text could not be used')
    const digest = `${update.sections.flatMap(digestOf).join('\n')}\n\n${printed(diagnostics)}`
    expectFile(join(golden, 'real', `${update.number}.txt`), withoutDetails(digest))
  })

  it('holds every line', () => {
    if (update === null) throw new Error('this text could not be used')
    expectNothingLost(raw, update)
  })
})

function expectFile(path: string, text: string): void {
  if (process.env.UPDATE_GOLDEN !== undefined) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  expect(text, `${path}: UPDATE_GOLDEN=1 accepts the change`).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '')
}

function expectNothingLost(raw: string, update: Update): void {
  const { lost, ...counts } = accountFor(raw, update)
  expect(lost).toEqual([])
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(raw.split('\n').length)
}

const printed = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(diagnostic => `${renderDiagnostic(diagnostic)}\n`).join('\n')

/** What was understood of a real update, one fact a line, without addresses or phone numbers. */
function digestOf(section: Section): string[] {
  const head = `## ${section.kind}: ${section.heading}`
  switch (section.kind) {
    case 'notices':
      return [head, `${section.lead.length + section.text.length} characters`]
    case 'updates':
    case 'reminders':
      return [
        head,
        ...section.items.flatMap(item => [
          `- ${item.title} [${item.titleSource}, ${item.kind}, ${item.id}]`,
          ...item.parts.map(part => `    ${partLabel(part)}: ${part.text.length} characters`),
          ...item.meetings.map(
            meeting =>
              `    ${meeting.label} | ${daysOf(meeting)} | ${meeting.start}–${meeting.end} | ${meeting.mode} | ${meeting.place} | ${meeting.subject} | ${meeting.contacts.join(' and ') || null}`,
          ),
          ...item.deadlines.map(({ label, date, time }) => `    deadline: ${label} | ${date} | ${time}`),
        ]),
      ]
    case 'publications':
      return [
        head,
        ...section.entries.map(entry => `- ${entry.date} | ${entry.publishers.join('; ')} | ${entry.title}`),
      ]
    case 'contacts':
      return [
        head,
        ...section.entries.map(
          entry =>
            `- ${entry.role} | ${entry.organisation} | ${entry.emails.length} addresses | ${entry.phones.length} numbers`,
        ),
      ]
    default:
      return section satisfies never
  }
}

const withoutDetails = (text: string) =>
  text.replace(/[\w.+-]+@[\w.-]+/gu, '(an address)').replace(/\b0\d{3,4}\s?\d{3}\s?\d{3,4}\b/gu, '(a number)')

/** "2026-03-10 to 2026-03-11", "null (postponed, was 2026-03-03)". */
function daysOf({ date, lastDate, formerDate, status }: Meeting): string {
  const days = lastDate === null ? `${date}` : `${date} to ${lastDate}`
  const more = [...(status === 'planned' ? [] : [status]), ...(formerDate === null ? [] : [`was ${formerDate}`])]
  return more.length === 0 ? days : `${days} (${more.join(', ')})`
}
