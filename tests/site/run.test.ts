/** `scripts/run.js`, by which every command runs, and what commands keep in `.cache/` for one another. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { hashOfSources } from '../../src/site/hash-of-sources.js'
import { versionsOf } from '../../src/site/hashes.ts'
import { keptIn } from '../../src/site/memory.ts'
import { copyProject } from '../support/project-copy.ts'

describe('run.js', () => {
  const { at, read, run, remove } = copyProject()
  afterAll(remove)

  test('says that there is no such command', async () => {
    const { status, output } = await run('publish')
    expect(status).toBe(1)
    expect(output).toContain('no command "publish"')
  })

  test('says why it cannot compile, where the compiler itself cannot run', async () => {
    const { status, output } = await run('check', { ESBUILD_BINARY_PATH: process.execPath })
    expect(status).toBe(1)
    expect(output).toContain('The service was stopped')
  })

  test('runs what the sources say now', async () => {
    const before = await run('build')
    expect(before.status).toBe(0)
    const footer = 'templates/parts/frame/site-footer.tsx'
    writeFileSync(at(footer), read(footer).replace('{site.description}', '{site.description} Written by the sea.'))
    await run('build')
    expect(read('_site/index.html')).toContain('Written by the sea.')
    expect((await run('build')).output).toContain(' 0 files written')
  })
})

describe('what a process makes', () => {
  afterEach(() => vi.unstubAllEnvs())
  const versions = versionsOf('.')

  test('is known by the sources that it was compiled from', () => {
    vi.stubEnv('PROGRAM_VERSION', hashOfSources('.'))
    expect(versionsOf('.')).toEqual(versions)
  })

  test('is trusted by no other, where they have changed since', () => {
    vi.stubEnv('PROGRAM_VERSION', 'of the sources before')
    const outdated = versionsOf('.')
    for (const part of ['program', 'parser', 'reader', 'archivist'] as const)
      expect(outdated[part]).not.toBe(versions[part])
  })
})

describe('what is kept', () => {
  const top = mkdtempSync(join(tmpdir(), 'friday-update-kept-'))
  const folder = join(top, 'items')
  afterAll(() => rmSync(top, { recursive: true, force: true }))

  test('is there for another process, until nobody asks for it', () => {
    keptIn(folder, '1').set('a', { said: 'once' })
    const other = keptIn(folder, '1')
    expect(other.get('a')).toEqual({ said: 'once' })
    other.forgetUnused()
    expect(keptIn(folder, '1').get('a')).toEqual({ said: 'once' })
    other.forgetUnused()
    expect(keptIn(folder, '1').get('a')).toBeUndefined()
  })

  test('may be deleted at any time', () => {
    const kept = keptIn(folder, '1')
    rmSync(folder, { recursive: true, force: true })
    kept.forgetUnused()
    expect(kept.get('a')).toBeUndefined()
    kept.set('a', 1)
    expect(kept.get('a')).toBe(1)
  })

  test('what another process is writing stays; what a dead one has left goes', () => {
    const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
    const [theirs, left] = [process.ppid, dead].map(pid => join(folder, `1-b.json.${pid}.part`)) as [string, string]
    for (const part of [theirs, left]) writeFileSync(part, '{')
    keptIn(folder, '1').forgetUnused()
    expect([theirs, left].map(part => existsSync(part))).toEqual([true, false])
  })
})
