/** A warm build and a cold one give the same bytes, whatever was edited in between, in whatever order. */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chance } from '../scripts/bench/chance.ts'
import { copyProject } from './project-copy.ts'

const { at, read, run, bytesOf, remove } = copyProject()
const random = chance(7)

beforeAll(async () => {
  expect(await run('build')).toMatchObject({ status: 0 })
})
afterAll(remove)

/** Each leaves content that can be used. What an edit needs may be gone: then it does nothing. */
const edits: Record<string, () => void> = {
  'a word of a story': () =>
    replaceIn(`content/updates/${anUpdate()}.md`, /^(?=[A-Z][a-z]+ [a-z]+ [a-z]+)/mu, 'Lately. '),
  'the title of the site': () =>
    replaceIn('content/site.yaml', /^title: .*$/mu, `title: The archive, ${random.below(99)}`),
  'the policy for contact details': () =>
    replaceIn(
      'content/site.yaml',
      /^contactDetails: .*$/mu,
      `contactDetails: ${random.one(['printed', 'latest', 'none'])}`,
    ),
  "a publisher's name": () =>
    replaceIn('content/authorities/publishers.yaml', /name: "?Ofsted"?/u, `name: "Ofsted ${random.below(9)}"`),
  'the raw text of an update, gone': () => rmSync(at(`content/raw/${anUpdate()}.txt`), { force: true }),
  'an update, gone': () => {
    const number = anUpdate()
    rmSync(at(`content/raw/${number}.txt`), { force: true })
    rmSync(at(`content/updates/${number}.md`), { force: true })
  },
  'a new update': () => {
    const number = 700 + random.below(50)
    const text = `Update no ${number} ${1 + random.below(28)} May 20${number - 670}\n\nUpdates\n\nThe sea again\n\nOn 2 April DfE published The sea again\n\nContact Details\n\nLead: Robin Sample (Kent)\nrobin.sample@example.org\n`
    writeFileSync(at(`content/raw/${number}.txt`), text)
  },
  'a template': () =>
    replaceIn('templates/parts/site-footer.tsx', /\{site\.description\}/u, `{site.description} ${random.below(99)}`),
}

const anUpdate = (): string =>
  random.one(readdirSync(at('content/updates')).filter(name => name.endsWith('.md'))).replace('.md', '')

function replaceIn(path: string, pattern: RegExp, by: string): void {
  if (existsSync(at(path))) writeFileSync(at(path), read(path).replace(pattern, by))
}

test.each(Array.from({ length: 8 }, (_, at) => at))('after edit %i of a series', async () => {
  const names = random.some(Object.keys(edits), 2)
  for (const name of names) edits[name]?.()
  const warm = await run('build')
  expect(warm, `${names.join(', ')}: ${warm.output}`).toMatchObject({ status: 0 })
  const site = bytesOf('_site')
  for (const folder of ['_site', '.cache']) renameSync(at(folder), at(`${folder}.warm`))
  expect(await run('build')).toMatchObject({ status: 0 })
  expect(bytesOf('_site'), names.join(', ')).toEqual(site)
  for (const folder of ['_site', '.cache']) {
    rmSync(at(folder), { recursive: true })
    renameSync(at(`${folder}.warm`), at(folder))
  }
})
