/** What the server of `npm start` says where there is no site yet, or one that is older than the content. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complain } from '../../src/diagnostics/diagnostic.ts'
import { type LastBuild, middlewares } from '../../src/site/serve/middlewares.ts'

const site = mkdtempSync(join(tmpdir(), 'friday-update-served-'))
const at = { file: 'content/site.yaml', line: 1, column: 1, length: 1, source: 'title: <b>' }
const error = complain('missing-site-file', at, {})
let lastBuild: LastBuild
let server: Server
let address: string

beforeAll(async () => {
  const list = middlewares({ site, hosts: [], lastBuild: () => lastBuild })
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

async function shown(now: LastBuild): Promise<{ status: number; text: string }> {
  lastBuild = now
  const answer = await fetch(address)
  return { status: answer.status, text: await answer.text() }
}

test('before the first build it says so, and looks again by itself', async () => {
  const { status, text } = await shown({ state: 'not read yet', diagnostics: [] })
  expect(status).toBe(503)
  expect(text).toContain('The site is being built')
  expect(text).toContain('<meta http-equiv="refresh"')
})

test('where the first content cannot be used it says why, and no word of it is HTML', async () => {
  const { status, text } = await shown({ state: 'not usable', diagnostics: [error] })
  expect(status).toBe(503)
  expect(text).toContain('content/site.yaml:1:1')
  expect(text).toContain('title: &lt;b>')
})

test('where there is a site it is shown, with the errors that it is older for', async () => {
  writeFileSync(join(site, 'index.html'), '')
  expect(await shown({ state: 'shown', diagnostics: [] })).toEqual({ status: 200, text: '<body>the page</body>' })
  const { status, text } = await shown({ state: 'not usable', diagnostics: [error] })
  expect(status).toBe(200)
  expect(text).toMatch(/^<body>the page<aside .*content\/site\.yaml:1:1.*<\/aside><\/body>$/su)
})
