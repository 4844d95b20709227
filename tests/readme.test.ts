/** What the documentation names exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs').map(name => join('docs', name)),
]
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
/** What builds make, and placeholders for names. */
const notThere = /^(?:_site|_preview|\.cache|screenshots|coverage)(?:\/|$)|<|\*/u

const found = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ({ groups }) => groups?.it ?? '')

describe.each(documents.filter(name => name.endsWith('.md')))('%s', document => {
  const text = readFileSync(document, 'utf8')

  test('names commands that package.json has', () => {
    const named = [...found(text, /npm run (?<it>[\w:-]+)/gu), ...found(text, /npm (?<it>start|test)\b/gu)]
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })

  test('names files and folders that exist', () => {
    const quoted = found(text, /`(?<it>(?:content|src|templates|scripts|tests|docs|\.ci)\/[^\s`]*)`/gu)
    const paths = quoted.filter(path => !notThere.test(path))
    expect(paths.filter(path => !existsSync(path))).toEqual([])
  })

  test('links to files that exist', () => {
    const links = found(text, /\]\((?<it>(?!https?:)[^)#]+)/gu).map(link => join(dirname(document), link))
    expect(links.filter(link => !existsSync(link))).toEqual([])
  })
})

test('README names each command', () => {
  const readme = readFileSync('README.md', 'utf8')
  const unnamed = Object.keys(scripts).filter(
    name => !readme.includes(`npm run ${name}`) && !readme.includes(`npm ${name}`),
  )
  expect(unnamed).toEqual([])
})
