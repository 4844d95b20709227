/** An editor's whole Friday, at the desk in a real browser: a drop, answers, a correction, a collision, a bad file, a restart. */
import { rmSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject } from '../support/site/project-copy.ts'
import { type StartedProject, startProject } from '../support/site/started-project.ts'
import { accessibilityFaults } from './accessibility.ts'
import { launchBrowser } from './browser.ts'

const raw = `Update no 682 17th October 2025

If you have any news that you would like included in our Friday Update, please contact Robin Sample (details below)

Updates

Lighthouses for learners

On 13 October DfE published Lighthouses for learners

Reminders From Previous Weeks

Reminder

Future dates for network meetings

Network dates:

AD Education: Friday 7 November, 20-1. More from Robin Sample (contact details below)

Tools & Templates

On 9 October Ofsted published A year of harbours

Contact Details

Lighthouse Network Lead: Robin Sample (Seaside Council)
robin.sample@example.org
`

const copy = copyProject([681])
const { at, read } = copy
let started: StartedProject
let browser: Browser
let page: Page

const port = 9330
const start = async () => {
  started = startProject(copy, port, '/')
  await started.until(() => started.output().includes('searchable in'))
}
/** Waits until an address shows what it should; a page may be loaded again while it is read. */
const shows = (path: string, holds: (text: string) => boolean) =>
  started.until(async () => {
    try {
      await page.goto(started.address() + path)
      return holds(await page.innerText('body'))
    } catch {
      return false
    }
  })
const deskShows = (holds: (text: string) => boolean) => shows('desk/', holds)
/** What the desk says of this week. */
const weekIn = (text: string): string => text.slice(text.indexOf('This week'), text.indexOf('The whole archive'))
/** A page that is loaded again while it is looked at is looked at once more. */
async function violations(path: string): Promise<string[]> {
  for (let tries = 10; ; tries--) {
    try {
      await page.goto(started.address() + path)
      const found = await accessibilityFaults(page)
      if (found.length === 0 || tries === 0) return found
    } catch (error) {
      if (tries === 0) throw error
    }
    await page.waitForTimeout(2000)
  }
}

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 900, height: 900 } })).newPage()
})
afterAll(async () => {
  await browser?.close()
  await started?.stop()
  copy.remove()
})

test('she opens the site too early, and it comes by itself', async () => {
  const starting = start()
  await started.until(() =>
    page.goto(`http://localhost:${port}/`).then(
      () => true,
      () => false,
    ),
  )
  await started.until(async () => /Friday Update/u.test(await page.title().catch(() => '')))
  await starting
})

test('she drops the file, and the desk says what to look at', async () => {
  writeFileSync(at('content/raw/this week.txt'), raw)
  await deskShows(text => /This week: Update no 682/u.test(text) && weekIn(text).includes('20-1'))
  await deskShows(text => weekIn(text).includes('Robin Sample'))
  for (const path of ['', 'list/names/', 'list/publications/', 'list/topics/', 'kind/unreadable-time/', 'set-aside/'])
    expect(await violations(`desk/${path}`)).toEqual([])
})

test('one button adds a new person, and another takes that back', async () => {
  const isAdded = () => read('content/authorities/people.yaml').includes('- { id: robin-sample, name: Robin Sample }')
  await pressUntil('Add Robin Sample as new', isAdded)
  await started.until(async () => (await focused()) === 'said')
  await pressUntil('Undo', () => !isAdded())
  await deskShows(text => text.includes('Undone') && weekIn(text).includes('Add Robin Sample as new'))
  await pressUntil('Add Robin Sample as new', isAdded)
  await deskShows(text => !weekIn(text).includes('Robin Sample as new'))
})

test('what she corrects in the Markdown is settled', async () => {
  const file = 'content/updates/682.md'
  writeFileSync(at(file), read(file).replace('20-1.', '10am-1pm.'))
  await deskShows(text => weekIn(text).includes('Nothing to look at'))
})

test('a line that the raw text and she have both changed is shown, and hers stays', async () => {
  writeFileSync(at('content/raw/this week.txt'), raw.replace('Friday 7 November, 20-1.', 'Friday 14 November, 2-4pm.'))
  await deskShows(text => weekIn(text).includes('10am-1pm'))
  expect(read('content/updates/682.md')).toContain('10am-1pm')
  await shows('desk/compare/682/', text => text.includes('Corrected'))
  expect(await violations('desk/compare/682/')).toEqual([])
})

test('a file that is no update is named on each page, and holds nothing up', async () => {
  writeFileSync(at('content/raw/this week.txt'), raw)
  writeFileSync(at('content/raw/minutes.txt'), 'Minutes of the meeting\n')
  await shows('', text => text.includes('content/raw/minutes.txt'))
  await deskShows(text => text.includes('Could not be used') && text.includes('This week: Update no 682'))
})

test('after a restart the notes are there still, until their cause is gone', async () => {
  await started.stop()
  await start()
  await deskShows(text => text.includes('content/raw/minutes.txt'))
  rmSync(at('content/raw/minutes.txt'))
  await deskShows(text => !text.includes('minutes.txt') && text.includes('This week: Update no 682'))
})

/** The id of what has the focus; null while the page is loaded again. */
const focused = () => page.evaluate(() => document.activeElement?.id ?? null).catch(() => null)

/** Presses until it is done: a page that is loaded again at that moment loses the press. */
const pressUntil = (name: string, isDone: () => boolean) =>
  started.until(async () => {
    if (isDone()) return true
    await page.goto(`${started.address()}desk/`).catch(() => {})
    await page
      .getByRole('button', { name })
      .click({ timeout: 2000 })
      .catch(() => {})
    await page.waitForTimeout(500)
    return isDone()
  })
