/** One build at a time; and a lock that no living process holds stops no one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LockHeld, takeLock } from '../../src/site/lock.ts'

let top: string
let file: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'friday-update-lock-'))
  file = join(top, 'lock')
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

const impatient = { sayAfter: 0, giveUpAfter: 0, say: () => {} }
/** Finds an abandoned lock at the second attempt. */
const soon = { sayAfter: 1e6, giveUpAfter: 1e6, say: () => {} }

/** A process that holds the lock until it is stopped. */
async function holder() {
  const program = `import { takeLock } from ${JSON.stringify(resolve('src/site/lock.ts'))}
    await takeLock(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, file])
  await once(child.stdout, 'data')
  return child
}

test('is held by one, and free once that one lets go', async () => {
  const lock = await takeLock(file, soon)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() })
  lock.release()
  expect(existsSync(file)).toBe(false)
})

test('a waiting command says what it waits for, and what to do when it gives up', async () => {
  const child = await holder()
  const lines: string[] = []
  const waiting = takeLock(file, { sayAfter: 100, giveUpAfter: 400, say: line => lines.push(line) })
  await expect(waiting).rejects.toThrow(LockHeld)
  await expect(waiting).rejects.toThrow(`process ${child.pid}`)
  expect(lines).toEqual([expect.stringContaining(`waiting for another build (process ${child.pid}, since 20`)])
  expect(existsSync(file)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await takeLock(file, soon).then(lock => lock.release())
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s lets go', async signal => {
  const child = await holder()
  child.kill(signal)
  await once(child, 'exit')
  expect(existsSync(file)).toBe(false)
})

describe('is void', () => {
  test.each([
    ['of another machine', { host: 'another.example', pid: process.pid, started: null, since: '' }],
    ['whose process id now belongs to another', { host: hostname(), pid: process.ppid, started: '1', since: '' }],
    ['whose process is gone', { host: hostname(), pid: 2 ** 22 + 1, started: null, since: '' }],
    ['that is not of our making', { hello: 1 }],
    ['that is a number', 4],
  ])('one %s', async (_, owner) => {
    writeFileSync(file, JSON.stringify(owner))
    const lock = await takeLock(file, soon)
    lock.release()
  })

  test('an empty one, unless its owner is only just writing it', async () => {
    writeFileSync(file, '')
    await expect(takeLock(file, impatient)).rejects.toThrow(LockHeld)
    const before = new Date(Date.now() - 10_000)
    utimesSync(file, before, before)
    await takeLock(file, soon).then(lock => lock.release())
  })
})
