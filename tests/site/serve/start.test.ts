/** `npm start`, as an editor uses it: files come, change, break and go while it runs. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../browser/browser.ts'
import { copyProject } from '../../support/site/project-copy.ts'
import { type StartedProject, startProject } from '../../support/site/started-project.ts'

const copy = copyProject([654])
const { at, read, bytesOf, remove } = copy
let started: StartedProject
let address: string

beforeAll(async () => {
  started = startProject(copy, 9310, '/archive/')
  await started.until(() => started.output().includes('searchable in') && started.address() !== '')
  address = started.address()
})
afterAll(async () => {
  await started.stop()
  remove()
})

const page = async (path: string) => (await fetch(address + path)).text()

const raw = `Update no 682 17th October 2025

If you have any news, please contact Robin Sample (details below)

Newsletters

Our plan is on https://example.org/plan

Updates

Lighthouses for learners

On 13 October DfE published Lighthouses for learners

Headlines

Pupils who live beside a lighthouse miss fewer mornings than others.

Contact Details

Lighthouse Network Lead: Robin Sample (Seaside Council)
robin.sample@example.org
`

describe('npm start', () => {
  test('serves the site under its prefix, and leaves its own script out of the files', async () => {
    expect(await page('updates/654/')).toContain('SESLIP')
    expect(read('_preview/updates/654/index.html')).not.toContain('.11ty')
    expect((await fetch(`${address}nowhere/`)).status).toBe(404)
  })

  test('prints the address last, where it is not lost among messages', () => {
    const lines = started.output().trim().split('\n')
    expect(lines.filter(line => !line.startsWith('searchable in')).at(-1)).toBe(
      `the site is at ${address} and the desk at ${address}desk/ (Ctrl-C stops)`,
    )
  })

  test('shows a dropped text, and finds it', async () => {
    const before = started.output().length
    await started.said(['searchable in'], () => writeFileSync(at('content/raw/this week.txt'), raw))
    // What import writes is no change of its own.
    expect(
      started
        .output()
        .slice(before)
        .match(/^the site: /gmu),
    ).toHaveLength(1)
    expect(await page('updates/682/')).toContain('miss fewer mornings')
    expect(await page('')).toContain('Lighthouses for learners')
  })

  test('keeps the last good site while a file is broken, says why, and goes on once it is right', async () => {
    await started.until(async () => (await page('updates/682/')).includes('miss fewer mornings'))
    const good = read('content/site.yaml')
    await started.said(['the site has not changed', 'content/site.yaml:'], () =>
      writeFileSync(at('content/site.yaml'), 'title: [\n'),
    )
    const site = bytesOf('_preview')
    expect(await page('updates/654/')).toContain('content/site.yaml, line')
    expect(bytesOf('_preview')).toEqual(site)
    await started.said(['files written'], () =>
      writeFileSync(at('content/site.yaml'), good.replace(/^title: .*$/mu, 'title: Another title')),
    )
    expect(await page('')).toContain('Another title')
    expect(await page('')).not.toContain('content/site.yaml:')
  })

  test('loads an open page again after a change', async () => {
    const browser = await launchBrowser()
    const tab = await browser.newPage()
    await tab.goto(address)
    const good = read('content/site.yaml')
    writeFileSync(at('content/site.yaml'), good.replace(/^title: .*$/mu, 'title: A third title'))
    await tab.getByText('A third title').first().waitFor()
    await browser.close()
  })

  test('takes away what was deleted, and says what becomes of a raw text that is gone', async () => {
    await started.said(['content/updates/682.md', 'files written'], () => rmSync(at('content/raw/this week.txt')))
    rmSync(at('content/updates/682.md'))
    await started.until(async () => (await fetch(`${address}updates/682/`)).status === 404)
  })

  test('starts again when the code changes', async () => {
    const file = 'templates/parts/frame/site-footer.tsx'
    writeFileSync(at(file), read(file).replace('{site.description}', '{site.description} Written by the sea.'))
    await started.until(async () => (await page('').catch(() => '')).includes('Written by the sea.'))
  })

  test.each([
    ['that cannot be compiled', '{site.description'],
    ['that throws', '{nobody.description}'],
  ])('says where a template is %s, and goes on once it is right', async (_, broken) => {
    const file = 'templates/parts/frame/site-footer.tsx'
    const good = read(file)
    const line = good.slice(0, good.indexOf('{site.description}')).split('\n').length
    await started.said([`site-footer.tsx:${line}:`], () =>
      writeFileSync(at(file), good.replace('{site.description}', broken)),
    )
    const before = started.output().length
    writeFileSync(at(file), good)
    // The address of the broken run may still come; that of the next one is below what `tsx watch` says of it.
    const next = /(?:Rerunning|Restarting)\.{3}.*the site is at/su
    await started.until(() => next.test(started.output().slice(before)))
  })
})

/** By hand, because `fetch` lets no one choose the host or an address that leads upwards. */
const statusOf = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<number>((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: new URL(address).port, path, ...options }, answer => {
      answer.resume()
      done(answer.statusCode ?? 0)
    })
    asked.on('error', failed).end()
  })

describe('its server', () => {
  test.each(['localhost', '127.0.0.1', '[::1]'])('answers for %s', async host => {
    expect(await statusOf('/archive/', { headers: { host: `${host}:9310` } })).toBe(200)
  })

  test.each(['example.org', 'localhost.example.org', '192.0.2.1', 'localhost@example.org'])(
    'does not answer for "%s"',
    async host => {
      expect(await statusOf('/archive/', { headers: { host } })).toBe(403)
    },
  )

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async method => {
    expect(await statusOf('/archive/', { method })).toBe(405)
  })

  test('answers HEAD, and a part of a file', async () => {
    expect(await statusOf('/archive/', { method: 'HEAD' })).toBe(200)
    const [file = ''] = readdirSync(at('_preview/assets')).filter(name => name.endsWith('.css'))
    const part = await fetch(`${address}assets/${file}`, { headers: { range: 'bytes=0-9' } })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe(read(`_preview/assets/${file}`).slice(0, 10))
  })

  test.each([
    ...['/archive/../package.json', '/archive/..%2fpackage.json', '/archive/%2e%2e/package.json'],
    ...['/archive/..%5cpackage.json', '/archive/%', '/archive/%00', '/package.json'],
  ])('serves nothing outside the site at %s', async path => {
    expect(await statusOf(path)).toBeGreaterThanOrEqual(400)
    expect(await statusOf('/archive/')).toBe(200)
  })
})

test('stops at Ctrl-C, in the middle of a build, and leaves whole files', async () => {
  await started.said(['File added: ./content/raw/this week.txt'], () =>
    writeFileSync(at('content/raw/this week.txt'), raw),
  )
  await started.stop()
  const parts = readdirSync(at('content'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.part'))
  expect(parts).toEqual([])
  expect(existsSync(at('_preview/index.html'))).toBe(true)
  expect(existsSync(at('.cache/lock'))).toBe(false)
})
