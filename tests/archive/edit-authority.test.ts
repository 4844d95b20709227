/** One line more in an authority file, and nothing else changed. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { withRecord, withVariant } from '../../src/archive/content/edit-authority.ts'

const people = `# Who is who.

- { id: ada-brook, name: Ada Brook } # of Kent
# Two of one name.
- { id: kim-lee, name: Kim Lee, variants: [K. Lee] }

- id: otto-vane
  name: Otto Vane
  note: long
- id: zoe-hart
  name: Zoe Hart
  variants:
    - Zoë Hart # with dots
`

/** The lines that one text has and the other lacks. */
const added = (before: string, after: string | null): string[] => {
  const old = before.split('\n')
  return (after ?? '').split('\n').filter(line => !old.includes(line))
}

describe('a new record', () => {
  test('in its place among records in order, above the comment of the next', () => {
    const text = withRecord(people, { id: 'bo-dale', name: 'Bo Dale' })
    expect(text).toBe(people.replace('# Two of', '- { id: bo-dale, name: Bo Dale }\n# Two of'))
  })

  test('at the end, where that is its place, or the records are in no order', () => {
    expect(withRecord(people, { id: 'zz', name: 'Z: "z"' })).toBe(`${people}- { id: zz, name: 'Z: "z"' }\n`)
    expect(withRecord('- { id: b, name: B }\n- { id: a, name: A }', { id: 'aa', name: 'AA' })).toBe(
      '- { id: b, name: B }\n- { id: a, name: A }\n- { id: aa, name: AA }\n',
    )
  })

  test('in an empty file', () => {
    expect(withRecord('', { id: 'a', name: 'A' })).toBe('- { id: a, name: A }\n')
    expect(withRecord('# nobody yet\n', { id: 'a', name: 'A' })).toBe('# nobody yet\n- { id: a, name: A }\n')
  })

  test('not where the id is there, or the file cannot be read', () => {
    expect(withRecord(people, { id: 'kim-lee', name: 'Kim Lee' })).toBeNull()
    expect(withRecord('- { id: a', { id: 'b', name: 'B' })).toBeNull()
    expect(withRecord('a: 1', { id: 'b', name: 'B' })).toBeNull()
  })
})

describe('one more spelling', () => {
  test.each([
    ['ada-brook', '- { id: ada-brook, name: Ada Brook, variants: [A. Brook] } # of Kent'],
    ['kim-lee', '- { id: kim-lee, name: Kim Lee, variants: [K. Lee, A. Brook] }'],
    ['otto-vane', '  variants: [A. Brook]'],
    ['zoe-hart', '    - A. Brook'],
  ])('of %s', (id, line) => {
    const text = withVariant(people, { id, variant: 'A. Brook' })
    expect(added(people, text)).toContain(line)
    const before = parse(people) as { id: string }[]
    const after = parse(text ?? '') as { id: string; variants?: string[] }[]
    expect(after.find(record => record.id === id)?.variants).toContain('A. Brook')
    expect(after.filter(record => record.id !== id)).toEqual(before.filter(record => record.id !== id))
    expect(text?.match(/#/gu)).toHaveLength(4)
  })

  test('not twice, and not of an unknown record', () => {
    expect(withVariant(people, { id: 'kim-lee', variant: 'K. Lee' })).toBeNull()
    expect(withVariant(people, { id: 'nobody', variant: 'N' })).toBeNull()
  })
})

test.each(['people', 'networks', 'publishers'])(
  '%s.yaml takes a record and a spelling, and changes by one line',
  kind => {
    const text = readFileSync(`content/authorities/${kind}.yaml`, 'utf8')
    const records: { id: string }[] = parse(text)
    // Each change reads the whole file twice: some from all over it are enough.
    const tried = records.filter((_, at) => at % Math.ceil(records.length / 12) === 0 || at === records.length - 1)
    for (const { id } of tried) {
      const changed = withVariant(text, { id, variant: 'A: spelling, "quoted"' })
      expect(added(text, changed), id).toHaveLength(1)
      expect(parse(changed ?? '')).toHaveLength(records.length)
    }
    expect(added(text, withRecord(text, { id: 'quite-new', name: 'Quite – New' }))).toHaveLength(1)
  },
)
