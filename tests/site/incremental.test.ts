/** A warm build and a cold one give the same bytes, whatever was edited in between. */
import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chance, chance } from '../../scripts/bench/chance.ts'
import { copyProject, type ProjectCopy } from '../support/site/project-copy.ts'
import { type StartedProject, startProject } from '../support/site/started-project.ts'

/** Each leaves content that can be used. What an edit needs may be gone: then it does nothing. */
function editsOf({ at, read }: ProjectCopy, random: Chance): Record<string, () => void> {
  const anUpdate = (): string =>
    random.one(readdirSync(at('content/updates')).filter(name => name.endsWith('.md'))).replace('.md', '')
  const replaceIn = (path: string, pattern: RegExp, by: string): void => {
    if (existsSync(at(path))) writeFileSync(at(path), read(path).replace(pattern, by))
  }
  return {
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
      replaceIn('content/authorities/publishers.yaml', /name: "?Ofsted[ \d]*"?/u, `name: "Ofsted ${random.below(9)}"`),
    'the raw text of an update, gone': () => rmSync(at(`content/raw/${anUpdate()}.txt`), { force: true }),
    'an update, gone': () => {
      const number = anUpdate()
      rmSync(at(`content/raw/${number}.txt`), { force: true })
      rmSync(at(`content/updates/${number}.md`), { force: true })
    },
    'a new update': () => {
      const number = 682 + random.below(40)
      const day = new Date(Date.UTC(2025, 9, 10) + (number - 681) * 7 * 86_400_000)
      const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
      const text = `Update no ${number} ${date}\n\nUpdates\n\nThe sea again\n\nOn 2 April DfE published The sea again\n\nContact Details\n\nLead: Robin Sample (Kent)\nrobin.sample@example.org\n`
      writeFileSync(at(`content/raw/${number}.txt`), text)
    },
    'a template': () =>
      replaceIn(
        'templates/parts/frame/site-footer.tsx',
        /\{site\.description\}/u,
        `{site.description} ${random.below(99)}`,
      ),
  }
}

/** Each edit is made once, half of them at a time. */
const inTwo = (names: readonly string[]): string[][] => [0, 1].map(odd => names.filter((_, at) => at % 2 === odd))

/** What a build from nothing makes of the current content. */
async function coldBytes({ at, bytesOf, run }: ProjectCopy): Promise<Record<string, string>> {
  const folders = ['_site', '.cache']
  for (const folder of folders) renameSync(at(folder), at(`${folder}.warm`))
  const cold = await run('build')
  expect(cold, cold.output).toMatchObject({ status: 0 })
  const bytes = bytesOf('_site')
  for (const folder of folders) {
    rmSync(at(folder), { recursive: true })
    renameSync(at(`${folder}.warm`), at(folder))
  }
  return bytes
}

describe('npm run build', () => {
  const copy = copyProject()
  const edits = editsOf(copy, chance(7))
  beforeAll(async () => {
    expect(await copy.run('build')).toMatchObject({ status: 0 })
  })
  afterAll(copy.remove)

  test.each(inTwo(Object.keys(edits)))('after %s and %s and more', async (...names) => {
    for (const name of names) edits[name]?.()
    const warm = await copy.run('build')
    expect(warm, `${names.join(', ')}: ${warm.output}`).toMatchObject({ status: 0 })
    expect(copy.bytesOf('_site'), names.join(', ')).toEqual(await coldBytes(copy))
  })
})

describe('npm start, which remembers', () => {
  const [copy, cold] = [copyProject(), copyProject()]
  // A changed program starts another process.
  const { 'a template': _, ...edits } = editsOf(copy, chance(11))
  let started: StartedProject
  beforeAll(async () => {
    started = startProject(copy, 9330, '/')
    await started.until(() => started.output().includes('searchable in'))
  })
  afterAll(async () => {
    await started.stop()
    copy.remove()
    cold.remove()
  })

  test.each(inTwo(Object.keys(edits)))('after %s and %s and more', async (...names) => {
    for (const name of names) edits[name]?.()
    for (const folder of ['_site', '.cache', 'content']) rmSync(cold.at(folder), { recursive: true, force: true })
    // What import writes of it is the same in both.
    cpSync(copy.at('content'), cold.at('content'), { recursive: true })
    expect(await cold.run('build', { PATH_PREFIX: '/' })).toMatchObject({ status: 0 })
    const wanted = JSON.stringify(cold.bytesOf('_site'))
    const shown = '_preview'
    await started.until(() => JSON.stringify(copy.bytesOf(shown)) === wanted).catch(() => {})
    expect(copy.bytesOf(shown), names.join(', ')).toEqual(cold.bytesOf('_site'))
  })
})
