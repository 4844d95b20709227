/**
 * `node --import tsx scripts/bench/search-bytes.ts [_site]`: prints how many bytes searches take over the network, as a
 * host would compress them: for a first search, and for one after it.
 * The worker's own code searches; only its `fetch` is another.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { answerer } from '../../src/search/client/find/answer.ts'
import { readAddress } from '../../src/search/client/query/address.ts'
import { indexFolder } from '../../src/search/index.ts'

/** Words of the real updates, of which the made-up ones are made, and some that nothing has. */
const queries = [
  ...['safeguarding', 'children', 'education', 'school', 'tyndall', 'inquest', 'safegaurding', 'zebra', 'EHCP', 'chi'],
  ...['kinship care', 'children education', 'school absence', 'mental health children', 'social work reform'],
  ...['"children in care"', '"the children and the schools"', 'online safety act 2023 guidance for schools'],
  ...['"social care"', 'absence -school', 'absence publisher:DfE year:2019..2021', 'publisher:DfE', 'update 3100'],
  // The archive's most frequent words together, and words that nothing has.
  ...['children school social care', 'children young people families', 'safegaurding chidlren'],
  'Child Safeguarding Practice Review Panel',
  'Royal Botanic Commission for Historical Manuscripts and Ancient Monuments of Wales',
  'what is the impact of school absence on the lifetime earnings of children in care',
]

const site = resolve(process.argv[2] ?? '_site')
const index = pathToFileURL(join(site, indexFolder, '/')).href
let bytes = 0
globalThis.fetch = async address => {
  const file = fileURLToPath(new URL(String(address).replace(/\?.*$/u, '')))
  const content = readIfThere(file)
  if (content === null) return new Response(null, { status: 404 })
  bytes += sent(file, content)
  return new Response(new Uint8Array(content))
}

const scripts = readdirSync(join(site, 'assets')).filter(name => /^search(?:-worker)?\.\w+\.js$/u.test(name))
const files = [...scripts.map(name => join('assets', name)), join(indexFolder, 'pagefind.js')]
const always = files.reduce((sum, file) => sum + sent(file, readFileSync(join(site, file))), 0)
const rows: { query: string; first: number; further: number }[] = []
for (const query of queries) rows.push({ query, first: await first(query), further: await further(query) })
for (const { query, first, further } of rows)
  console.log(`${query.slice(0, 60).padEnd(60)} first ${kilobytes(first)}  further ${kilobytes(further)}`)
for (const which of ['first', 'further'] as const) {
  const sizes = rows.map(row => row[which]).sort((a, b) => a - b)
  const [middle = 0, most = 0] = [sizes[sizes.length >> 1], sizes.at(-1)]
  console.log(`${which}: ${kilobytes(middle)} in the middle, ${kilobytes(most)} at most`)
}

async function first(query: string): Promise<number> {
  bytes = always
  await answerer(index)(asked(query))
  return bytes
}

async function further(query: string): Promise<number> {
  const answers = answerer(index)
  await answers(asked('budget'))
  bytes = 0
  await answers(asked(query))
  return bytes
}

function asked(query: string): ReturnType<typeof readAddress> {
  return readAddress(`?q=${encodeURIComponent(query)}`)
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

/** Hosts compress texts by their endings; Pagefind's files are compressed already. */
function sent(file: string, content: Buffer): number {
  return /\.(?:js|json|txt)$/u.test(file) ? gzipSync(content).length : content.length
}

function kilobytes(count: number): string {
  return `${(count / 1000).toFixed(1).padStart(6)} kB`
}
