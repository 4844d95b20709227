import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import { storySlug } from '../../src/update/story-id.ts'
import { anyUpdate } from '../support/any-update.ts'

test('what was written is read again, whatever the update says', () => {
  fc.assert(
    fc.property(anyUpdate, update => {
      const { update: read, diagnostics } = readUpdateFile(writeUpdateFile(update), '1.md')
      expect(diagnostics.filter(d => d.severity === 'error')).toEqual([])
      expect(read).toEqual(update)
    }),
    { numRuns: 300 },
  )
})

test('a title of plain letters has the slug that it has beside others', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ,.:;!?&\'"()[]#@+*/\\_-‘’“”–—…•£'), maxLength: 40 })
  fc.assert(
    fc.property(plain, words => {
      const alone = storySlug(`a ${words}`).split('-')
      expect(storySlug(`à ${words}`).split('-')).toEqual(alone)
    }),
  )
})

test('a word without end makes no anchor without end', () => {
  expect(storySlug(`Hold the d${'ate'.repeat(80)}`)).toMatch(/^hold-the-date[a-z]{80,90}$/u)
})

test('files of the time before meetings had a status are read', () => {
  const file = `---
number: 701
date: "2026-01-09"
sections:
  - kind: "reminders"
    items:
      - id: "dates"
        kind: "network-dates"
        meetings:
          - { label: "AD Education", contact: "Ada Brook", cancelled: "true" }
contacts: []
---

# Update no 701 9th January 2026

## Reminders

### Dates

- AD Education: cancelled. More from Ada Brook
`
  const { update, diagnostics } = readUpdateFile(file, '701.md')
  expect(diagnostics).toEqual([])
  const [meeting] = update?.sections.flatMap(section => ('items' in section ? section.items : []))[0]?.meetings ?? []
  expect(meeting).toMatchObject({ status: 'cancelled', contacts: ['Ada Brook'], lastDate: null })
  expect(update && writeUpdateFile(update)).toContain('contact: "Ada Brook", status: "cancelled"')
})

test('contacts inside a story and joint leads survive an edit; what was removed is reported', () => {
  const file = `---
number: 701
date: "2026-01-09"
sections:
  - kind: "updates"
    items:
      - id: "audit-day"
        contacts:
          - { role: "Audit Adviser", name: "Ada Brook", emails: ["ada.brook@example.org"] }
          - { role: "Audit Adviser", name: "Otto Vane" }
  - kind: "contacts"
contacts:
  - { role: "Joint leads", name: "Kim Lee", organisation: "Kent" }
  - { role: "Joint leads", name: "Dana Reed", organisation: "Kent", with: "Kim Lee" }
---

# Update no 701 9th January 2026

## Updates

### Audit day

The adviser is Ada Brook now.

## Contact Details

Joint leads: Kim Lee and Dana Reed (Kent)
`
  const { update, diagnostics } = readUpdateFile(file, '701.md')
  expect(diagnostics.map(({ code, at, message }) => [code, at.line, message])).toEqual([
    ['facts-without-entry', 10, 'there is no entry below for "Otto Vane"'],
  ])
  const [stories, contacts] = update?.sections ?? []
  expect(stories).toMatchObject({ items: [{ contacts: [{ name: 'Ada Brook', lines: [] }, { name: 'Otto Vane' }] }] })
  expect(contacts).toMatchObject({ entries: [{ name: 'Kim Lee' }, { name: 'Dana Reed', lines: [] }] })
  expect(update && writeUpdateFile(update)).toBe(file)
})
