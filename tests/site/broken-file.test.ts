/** One file that cannot be used does not hold up the others, and takes no page away. */
import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { copyProject } from '../support/site/project-copy.ts'

const { at, read, run, remove } = copyProject([654])
afterAll(remove)

const next = `Update no 682 17th October 2025

Updates

The sea again

On 2 October DfE published The sea again

Contact Details

Lead: Robin Sample (Kent)
robin.sample@example.org
`

test('a Markdown file that is broken by hand keeps its page, and the next update is published', async () => {
  expect((await run('build')).status).toBe(0)
  const page = read('_site/updates/654/index.html')
  const good = read('content/updates/654.md')
  writeFileSync(at('content/updates/654.md'), good.replace('number: 654', 'number: "six'))
  writeFileSync(at('content/raw/next.txt'), next)
  const { status, output } = await run('build')
  expect(status).toBe(1)
  expect(output).toContain('content/updates/654.md:2')
  expect(read('_site/updates/682/index.html')).toContain('The sea again')
  expect(read('_site/updates/654/index.html').replace(/\s+/gu, ' ')).toContain(
    /<h1[^>]*>.*?<\/h1>/su.exec(page)?.[0] ?? 'none',
  )

  // Without what was kept of it nothing can be published: then the site stays as it is.
  rmSync(at('.cache'), { recursive: true })
  const site = read('_site/updates/682/index.html')
  expect((await run('build')).status).toBe(1)
  expect(read('_site/updates/682/index.html')).toBe(site)

  writeFileSync(at('content/updates/654.md'), good)
})

test('a raw text that cannot be read keeps what was imported of it, and the others are published', async () => {
  writeFileSync(at('content/raw/654.txt'), 'Not an update at all\n')
  writeFileSync(at('content/raw/later.txt'), next.replaceAll('682', '683').replace('17th', '24th'))
  const { status, output } = await run('build')
  expect(status).toBe(1)
  expect(output).toContain('content/raw/654.txt:1')
  expect(read('_site/updates/683/index.html')).toContain('The sea again')
  expect(read('_site/updates/654/index.html')).toContain('654')
})
