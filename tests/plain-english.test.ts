/** Words that make our English read like a translation: docs/style.md has what to write instead. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const markers = new RegExp(
  [
    /\bwhom to ask\b/,
    /\b(?:is|are|was|were) told\b/,
    /\btold in\b/,
    /\btells? of\b/,
    /\bstands? (?:in|at|beside|there|for|here|on|above|below)\b/,
    /\banew\b/,
    /\bnobody\b/,
    /\bsomebody\b/,
    /\bwhoever\b/,
    /\bnewest\b/,
    /\bmend(?:s|ed|ing)?\b/,
    /\b(?:a|one|the|each|listed) work\b(?! (?:of|on|in|with)\b)/,
    /\bworks\b/,
    /\bNone is known\b/,
    /\bleads everywhere\b/,
    /\bof which there is\b/,
    /\bas of\b/,
    /\botherwise than\b/,
    /\bis no \w+ that\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)

/** Uses in which the word is right. */
const allowed = [
  // Quoted in order to say what to write instead.
  { file: /^docs\/style\.md$/u, words: /[\s\S]*/gu },
  // The name of an organisation: the What Works Centre.
  { file: /^src\/archive\/names\/names\.ts$/u, words: /\bWhat Works\b/gu },
  // Words of the newsletter, of readers and of addresses: "Works Tuesday to Thursday", "the newest update", "sort=newest".
  {
    file: /^src\/parse\//u,
    words: /\bWorks Tuesday\b|\(\?:works\?\||\bAs told in Update\b|“Nobody at school knows”/gu,
  },
  { file: /^src\/search\/client\//u, words: /(?<=['=|])newest(?=['&|])|\bnewest(?=: ')/gu },
  // The glossary's column of words that we do not use.
  { file: /^docs\/design\.md$/u, words: /(?<=\| )whom to ask(?= \|)/gu },
  // A person or a thing that does its job: "the site works", "A build works like this".
  { file: /\.(?:md|tsx?)$/u, words: /\b(?:site|host|build|still|not|it|that|what|page|box;|command)[ -]works?\b/giu },
]

/** Where no marker is left. A folder is added when its text has been rewritten, and stays. */
const areas = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs', 'scripts', 'src', 'templates']

const filesIn = (path: string): string[] =>
  statSync(path).isFile() ? [path] : readdirSync(path).flatMap(name => filesIn(join(path, name)))

const files = areas.flatMap(filesIn).filter(path => /\.(?:md|tsx?|css|js)$/u.test(path))

test.each(files)('%s', file => {
  const exceptions = allowed.filter(one => one.file.test(file))
  const text = exceptions.reduce((rest, { words }) => rest.replace(words, ''), readFileSync(file, 'utf8'))
  expect(Array.from(text.matchAll(markers), ([found]) => found)).toEqual([])
})

test('finds the markers', () => {
  const text = 'Whom to ask is told in the newest work. Nobody stands at the works, as of today.'
  expect(Array.from(text.matchAll(markers), ([found]) => found.toLowerCase())).toEqual([
    ...['whom to ask', 'is told', 'newest', 'nobody', 'stands at', 'works', 'as of'],
  ])
})
