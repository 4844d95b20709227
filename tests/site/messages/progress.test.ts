/** How far long work is: one line on a terminal, which is taken away, and nothing anywhere else. */
import { expect, test, vi } from 'vitest'
import { progressLine } from '../../../src/site/messages/progress.ts'

const terminal = (isTTY: boolean) => {
  const written: string[] = []
  return { written, isTTY, write: (text: string) => written.push(text) > 0 }
}
const read = (done: number) => ({ what: 'updates read', done, of: 1700 })

test('on a terminal one line says how far it is, once the work has taken a second', () => {
  vi.useFakeTimers()
  const out = terminal(true)
  const line = progressLine(out)
  line.show(read(3))
  expect(out.written).toEqual([])
  vi.advanceTimersByTime(1001)
  line.show(read(312))
  line.show(read(313))
  vi.advanceTimersByTime(101)
  line.show(read(1700))
  line.clear()
  line.clear()
  vi.useRealTimers()
  expect(out.written).toEqual([
    '\r\u001B[2K312 of 1,700 updates read',
    '\r\u001B[2K1,700 of 1,700 updates read',
    '\r\u001B[2K',
  ])
})

test('elsewhere nothing is written', () => {
  vi.useFakeTimers()
  const out = terminal(false)
  const line = progressLine(out)
  vi.advanceTimersByTime(5000)
  line.show(read(312))
  line.clear()
  vi.useRealTimers()
  expect(out.written).toEqual([])
})
