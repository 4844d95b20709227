/** What the server of `npm start` says if there is no site yet, or an out-of-date one. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnostics/diagnostic.ts'
import { type LastBuild, middlewares } from '../../../src/site/serve/middlewares.ts'

const site = mkdtempSync(join(tmpdir(), 'friday-update-served-'))
const at = { file: 'content/site.yaml', line: 1, column: 1, length: 1, source: 'title: <b>' }
const error = diagnose('missing-site-file', at, {})
const nothing: LastBuild = {
  state: 'not read yet',
  diagnostics: [],
  setAside: [],
  updates: [],
  imported: [],
  drafts: [],
  archive: null,
  freshOf: () => null,
}
let lastBuild: LastBuild
let server: Server
let address: string

beforeAll(async () => {
  const list = middlewares({
    root: site,
    site,
    prefix: '/',
    openFile: '',
    hosts: [],
    lastBuild: () => lastBuild,
    progress: () => ({ what: 'updates read', done: 312, of: 700 }),
  })
  server = createServer((request, response) => {
    const from = (nth: number): unknown =>
      list[nth] === undefined
        ? response.end('<body>the page</body>')
        : list[nth](request, response, () => from(nth + 1))
    from(0)
  })
  await new Promise<void>(done => server.listen(0, 'localhost', done))
  address = `http://localhost:${(server.address() as AddressInfo).port}/`
})
afterAll(() => {
  server.close()
  rmSync(site, { recursive: true })
})

async function shown(now: Partial<LastBuild>, path = ''): Promise<{ status: number; text: string }> {
  lastBuild = { ...nothing, ...now }
  const answer = await fetch(address + path)
  return { status: answer.status, text: await answer.text() }
}

test('before the first build it says so, and looks again by itself', async () => {
  const { status, text } = await shown({ state: 'not read yet', diagnostics: [] })
  expect(status).toBe(503)
  expect(text).toContain('The site is being built')
  expect(text).toContain('312 of 700 updates read')
  expect(text).toContain('<meta http-equiv="refresh"')
  expect((await fetch(`${address}desk/waiting.js`)).status).toBe(200)
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('nothing can be changed by %s', async method => {
  lastBuild = { ...nothing, state: 'shown' }
  const { status, headers } = await fetch(`${address}updates/656/`, { method })
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('while the first pages are made no address is missing', async () => {
  expect((await shown({ state: 'being made' }, 'updates/656/')).status).toBe(503)
})

test('where the first content cannot be used it says why, and no word of it is HTML', async () => {
  const { status, text } = await shown({ state: 'not usable', diagnostics: [error] })
  expect(status).toBe(503)
  expect(text).toContain('content/site.yaml, line 1')
  expect(text).toContain('title: &lt;b>')
})

test('shows an out-of-date site with the errors that hold it back', async () => {
  writeFileSync(join(site, 'index.html'), '')
  expect(await shown({ state: 'shown', diagnostics: [] })).toEqual({ status: 200, text: '<body>the page</body>' })
  const { status, text } = await shown({ state: 'not usable', diagnostics: [error] })
  expect(status).toBe(200)
  expect(text).toMatch(/^<body>the page<aside .*content\/site\.yaml, line 1.*<\/aside><\/body>$/su)
})

test('notes of an update stay on its page until they are dealt with; other pages have none', async () => {
  const lost = diagnose('lost-title', { ...at, file: 'content/updates/654.md' }, { supplied: null })
  const now: Partial<LastBuild> = { state: 'shown', diagnostics: [lost] }
  expect((await shown(now, 'updates/654/')).text).toContain('1 thing to look at in this update')
  expect((await shown(now, 'updates/655/')).text).toBe('<body>the page</body>')
})

test('a draft says that it is one', async () => {
  const drafts = [{ file: '700.txt', number: 700, heading: 'Update no 700' }]
  expect((await shown({ state: 'shown', drafts }, 'updates/700/')).text).toContain(
    'Draft. This update is not published',
  )
})

test.skipIf(process.platform === 'win32')('a link that leads out of the site is not followed', async () => {
  symlinkSync(tmpdir(), join(site, 'out'))
  mkdirSync(join(site, 'updates'), { recursive: true })
  symlinkSync('updates', join(site, 'within'))
  const statuses = ['out', 'out/', 'within/', 'updates/'].map(
    async path => (await shown({ state: 'shown' }, path)).status,
  )
  expect(await Promise.all(statuses)).toEqual([400, 400, 200, 200])
})
