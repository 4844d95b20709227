/** The gate takes four times as long for four times the text: what takes the square of it takes sixteen times. */
import { expect, test } from 'vitest'
import { cleanersFor } from '../../../src/archive/gate/secrets.ts'
import { shownAddress } from '../../../src/archive/gate/shown-addresses.ts'

const { secrets, allDetails } = cleanersFor({
  emails: new Set(['a@b.cc']),
  phones: new Set(['07700900123']),
  people: [{ names: ['Richard Tyndall'], withhold: 'person' }],
  others: ['Sarah Tyndall'],
})('')

const cleaning = (text: string) => () => {
  for (const clean of [secrets.plain, secrets.markdown, allDetails.plain, allDetails.markdown, secrets.doubts])
    clean(text)
}

const seconds = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
const best = (work: () => unknown) => Math.min(...Array.from({ length: 2 }, () => seconds(work)))

test.each([
  'a',
  'a-',
  '[',
  '(\\[',
  '[a](mailto:',
  'a@',
  'http://a.b/',
  '07700 ',
  '1 ',
  '-',
  '"a',
  'R. Tyndall ',
  'a at b dot ',
  '_',
  '<a ',
  '](a(',
  '](a "',
  '&a',
])('%j', unit => {
  const textOf = (length: number) => `x@y.zz ${unit.repeat(length / unit.length)} Richard Tyndall`
  // The library that knows telephone numbers takes its time over each.
  const length = unit.startsWith('0') ? 2_000 : 8_000
  seconds(cleaning(textOf(length / 2)))
  const [small, large] = [best(cleaning(textOf(length))), best(cleaning(textOf(4 * length)))]
  expect(large).toBeLessThan(Math.max(small, 0.02) * 12)
})

test.each(['a', 'a.', '%25', 'a@b.cc '])('a web address that holds %j again and again, plain or packed', unit => {
  const addressesOf = (length: number) => {
    const long = unit.repeat(length / unit.length)
    return [long, Buffer.from(`${long}\0`).toString('base64'), Buffer.from(`${long}\0`).toString('hex')]
  }
  const showing = (length: number) => {
    const addresses = addressesOf(length)
    return () => addresses.map(address => shownAddress(`https://example.org/${address}`))
  }
  const [small, large] = [best(showing(12_000)), best(showing(48_000))]
  expect(large).toBeLessThan(Math.max(small, 0.02) * 12)
})
