/**
 * Awkward updates: tests/cases/NAME.txt, and in NAME.expect.json what a careful reader takes from it. Those named in
 * tests/cases/not-yet.txt are passed over; `ALL_CASES=1 npx vitest run tests/parse/cases.test.ts` runs them too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { renderDiagnostic } from '../../src/diagnostics/render.ts'
import { expectation, wrongFacts } from '../support/cases/case-facts.ts'
import { outcomeOf } from '../support/cases/case-outcome.ts'

const folder = join(import.meta.dirname, '../cases')
const namesIn = (path: string) =>
  readdirSync(path)
    .filter(file => file.endsWith('.txt') && file !== 'not-yet.txt')
    .map(file => file.slice(0, -'.txt'.length))
const notYet = new Set(
  readFileSync(join(folder, 'not-yet.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#')),
)
const passedOver = (name: string) => process.env.ALL_CASES === undefined && notYet.has(name)
const expected = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.expect.json`), 'utf8'))

describe('awkward updates', () => {
  for (const name of namesIn(folder))
    it.skipIf(passedOver(name))(name, () => {
      const want = expectation.parse(expected(name))
      const { outcome, diagnostics } = outcomeOf(join(folder, `${name}.txt`))
      expect(outcome, diagnostics.map(one => renderDiagnostic(one)).join('\n')).not.toBeNull()
      expect(outcome && wrongFacts(want, outcome), want.why).toEqual([])
    })
})

/** What has to be said of a text that cannot be used, or which update it is, if it can be read all the same. */
const refusal = z.strictObject({
  why: z.string(),
  line: z.number(),
  words: z.array(z.string()).default([]),
  notWords: z.array(z.string()).default([]),
  or: z.object({ number: z.number(), date: z.string() }).optional(),
})

describe('updates that cannot be used', () => {
  for (const file of namesIn(join(folder, 'refused'))) {
    const name = `refused/${file}`
    it.skipIf(passedOver(name))(name, () => {
      const { why, line, words, notWords, or } = refusal.parse(expected(name))
      const { outcome, diagnostics } = outcomeOf(join(folder, `${name}.txt`))
      if (outcome !== null) return expect(outcome.update, why).toMatchObject(or ?? {})
      const [error] = diagnostics.filter(({ severity }) => severity === 'error')
      const said = error === undefined ? '' : renderDiagnostic(error)
      expect(error?.at.line, said).toBe(line)
      for (const word of words) expect(said, why).toMatch(new RegExp(word, 'i'))
      for (const word of notWords) expect(said, why).not.toMatch(new RegExp(word, 'i'))
    })
  }
})

it('passes over only cases that there are', () => {
  const all = [...namesIn(folder), ...namesIn(join(folder, 'refused')).map(name => `refused/${name}`)]
  expect([...notYet].filter(name => !all.includes(name))).toEqual([])
})
