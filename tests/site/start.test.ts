/** `npm start`, as an editor uses it: files come, change, break and go while it runs. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser/browser.ts'
import { copyProject } from '../support/project-copy.ts'

const { top, at, read, bytesOf, remove } = copyProject()
let output = ''
let address = ''
let process_: ChildProcess

beforeAll(async () => {
  process_ = spawn(process.execPath, ['scripts/run.js', 'start', '--port', '9310'], {
    cwd: top,
    env: { ...process.env, NO_COLOR: '1', PATH_PREFIX: '/archive/' },
  })
  for (const stream of [process_.stdout, process_.stderr]) stream?.on('data', data => (output += data))
  await until(() => output.includes('searchable in'))
  address = /http:\/\/localhost:\d+\/archive\//u.exec(output)?.[0] ?? ''
})
afterAll(() => {
  process_.kill('SIGKILL')
  remove()
})

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not come about; what was said:\n${output}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const page = async (path: string) => (await fetch(address + path)).text()
const saidSince = (length: number) => output.slice(length)

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
  test('serves the site under its prefix, with a script that no built page has', async () => {
    expect(await page('updates/654/')).toContain('/.live/client.js')
    expect(read('_site/updates/654/index.html')).not.toContain('.live')
    expect((await fetch(`${address}nowhere/`)).status).toBe(404)
  })

  test('shows a dropped text, and finds it', async () => {
    const before = output.length
    writeFileSync(at('content/raw/this week.txt'), raw)
    await until(() => saidSince(before).includes('searchable in'))
    expect(await page('updates/682/')).toContain('miss fewer mornings')
    expect(await page('')).toContain('Lighthouses for learners')
  })

  test('keeps the last good site while a file is broken, says why, and goes on once it is mended', async () => {
    const site = bytesOf('_site')
    const good = read('content/site.yaml')
    let before = output.length
    writeFileSync(at('content/site.yaml'), 'title: [\n')
    await until(() => saidSince(before).includes('the site stays as it was'))
    expect(saidSince(before)).toMatch(/error\[[a-z-]+\][\s\S]+content\/site\.yaml:\d+:\d+/u)
    expect(bytesOf('_site')).toEqual(site)
    const note = await firstEvent()
    expect(note.complaints.map(({ severity }) => severity)).toContain('error')

    before = output.length
    writeFileSync(at('content/site.yaml'), good.replace(/^title: .*$/mu, 'title: Another title'))
    await until(() => saidSince(before).includes('files changed'))
    expect(await page('')).toContain('Another title')
    expect((await firstEvent()).complaints.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('shows the complaint on an open page until it is dismissed, and reloads the page after a change', async () => {
    const browser = await launchBrowser()
    const tab = await browser.newPage()
    await tab.goto(address)
    const good = read('content/site.yaml')
    writeFileSync(at('content/site.yaml'), 'title: [\n')
    const note = tab.getByRole('complementary', { name: 'What the last build complained about' })
    await note.getByText('content/site.yaml:').waitFor()
    await note.getByRole('button', { name: 'Dismiss' }).click()
    expect(await note.count()).toBe(0)
    writeFileSync(at('content/site.yaml'), good.replace(/^title: .*$/mu, 'title: A third title'))
    await tab.getByText('A third title').first().waitFor()
    await browser.close()
  })

  test('takes away what was deleted, and says what becomes of a raw text that is gone', async () => {
    let before = output.length
    rmSync(at('content/raw/this week.txt'))
    await until(
      () => saidSince(before).includes('content/updates/682.md') && saidSince(before).includes('files changed'),
    )
    before = output.length
    rmSync(at('content/updates/682.md'))
    await until(() => saidSince(before).includes('files changed'))
    expect((await fetch(`${address}updates/682/`)).status).toBe(404)
  })

  test('starts its builder again when the code changes', async () => {
    const before = output.length
    const file = 'templates/parts/frame/site-footer.tsx'
    writeFileSync(at(file), read(file).replace('{site.description}', '{site.description} Written by the sea.'))
    await until(() => saidSince(before).includes('files changed'))
    expect(await page('')).toContain('Written by the sea.')
  })

  test.each([
    ['that cannot be compiled', '{site.description', 'the program could not be run'],
    ['that throws', '{nobody.description}', 'the site is as it was before'],
  ])('tells where a template stands %s, and goes on once it is mended', async (_, broken, told) => {
    const file = 'templates/parts/frame/site-footer.tsx'
    const mended = read(file)
    const before = output.length
    writeFileSync(at(file), mended.replace('{site.description}', broken))
    await until(() => saidSince(before).includes(told))
    const line = mended.slice(0, mended.indexOf('{site.description}')).split('\n').length
    expect(saidSince(before)).toContain(`site-footer.tsx:${line}:`)
    const after = output.length
    writeFileSync(at(file), mended)
    await until(() => saidSince(after).includes('files changed'))
  })

  test('stops at Ctrl-C, in the middle of a build, and leaves whole files', async () => {
    writeFileSync(at('content/raw/this week.txt'), raw)
    await until(() => output.includes('written: content/raw/this week.txt'))
    const ended = new Promise(resolve => process_.on('exit', resolve))
    process_.kill('SIGINT')
    await ended
    const parts = readdirSync(at('content'), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.part'),
    )
    expect(parts).toEqual([])
    expect(existsSync(at('_site/index.html'))).toBe(true)
  })
})

type State = { complaints: { severity: string; text: string }[] }

/** What a page hears when it opens. */
async function firstEvent(): Promise<State> {
  const response = await fetch(new URL('/.live/events', address))
  for await (const chunk of response.body ?? []) {
    return JSON.parse(
      Buffer.from(chunk)
        .toString('utf8')
        .replace(/^data: /u, ''),
    )
  }
  throw new Error('nothing was told')
}
