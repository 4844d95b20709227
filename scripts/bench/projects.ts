/** Folders to measure in: this project with made-up content, and its peers over the same Markdown. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeUpUpdates, type RawText } from './made-up-updates.ts'

const program = [
  ...['src', 'templates', 'scripts', '.eleventy.ts', 'eleventy.config.js'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
]

/** Lays out the project with so many made-up updates. `next` is one more, to be dropped later. */
export function layOutProject(root: string, folder: string, count: number): { bytes: number; next: RawText } {
  for (const name of [...program, join('content', 'authorities'), join('content', 'site.yaml')]) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'content', 'raw'), { recursive: true })
  const texts = [...madeUpUpdates(count + 1, realWords(root))]
  const next = texts.pop()
  if (next === undefined) throw new Error('no updates were made up')
  for (const { name, text } of texts) writeFileSync(join(folder, 'content', 'raw', name), text)
  return { bytes: texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0), next }
}

/** Words of the real updates, as often as they have each. */
function realWords(root: string): string[] {
  const raw = join(root, 'content', 'raw')
  return readdirSync(raw)
    .sort()
    .flatMap(name => readFileSync(join(raw, name), 'utf8').split(/\s+/u))
    .filter(word => /^[\p{L}’-]{2,}$/u.test(word))
}

/** Eleventy with one trivial TSX layout over the Markdown of `content/updates`. */
export function layOutEleventy(root: string, folder: string, updates: string): void {
  layOutPeer(root, folder, updates)
  writeFileSync(join(folder, 'updates', 'updates.json'), JSON.stringify({ layout: 'page.11ty.tsx' }))
  mkdirSync(join(folder, '_includes'))
  writeFileSync(join(folder, '_includes', 'page.11ty.tsx'), layout)
  writeFileSync(join(folder, '.eleventy.ts'), configuration)
}

const layout = `/** @jsxRuntime automatic @jsxImportSource preact */
export const render = ({ number, date, content }) => (
  <html lang="en-GB">
    <head><title>{\`Update \${number}\`}</title></head>
    <body><main><p>{String(date)}</p><div dangerouslySetInnerHTML={{ __html: content }} /></main></body>
  </html>
)
`
const configuration = `import MarkdownIt from 'markdown-it'
import { renderToString } from 'preact-render-to-string'

export default config => {
  config.addExtension(['11ty.ts', '11ty.tsx'], {
    key: '11ty.js',
    compile() {
      return async function (data) {
        const output = await this.defaultRenderer(data)
        return typeof output === 'string' ? output : '<!doctype html>' + renderToString(output)
      }
    },
  })
  config.addTemplateFormats(['11ty.ts', '11ty.tsx'])
  config.setLibrary('md', new MarkdownIt({ html: false, linkify: true }))
  return { markdownTemplateEngine: false }
}
`

/** A bare script that reads, parses front matter, renders and writes: the least any program on Node can take. */
export function layOutLowerBound(root: string, folder: string, updates: string): void {
  layOutPeer(root, folder, updates)
  writeFileSync(join(folder, 'lower-bound.mjs'), lowerBound)
}

const lowerBound = `import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: true })
for (const name of readdirSync('updates')) {
  const { data: { number, date }, content } = matter(readFileSync('updates/' + name, 'utf8'))
  mkdirSync('_site/' + number, { recursive: true })
  writeFileSync('_site/' + number + '/index.html', '<!doctype html><title>' + number + '</title><p>' + date + markdown.render(content))
}
`

function layOutPeer(root: string, folder: string, updates: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'updates'))
  for (const name of readdirSync(updates).filter(name => name.endsWith('.md'))) {
    cpSync(join(updates, name), join(folder, 'updates', name))
  }
}

/** Hugo over the same Markdown, with one trivial layout. */
export function layOutHugo(root: string, folder: string, updates: string): void {
  layOutPeer(root, folder, updates)
  writeFileSync(
    join(folder, 'hugo.toml'),
    "baseURL = 'https://example.org/'\ncontentDir = 'updates'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n",
  )
  mkdirSync(join(folder, 'layouts', '_default'), { recursive: true })
  const page = '<!doctype html><title>{{ .Params.number }}</title><p>{{ .Params.date }}</p>{{ .Content }}'
  for (const name of ['single', 'list']) writeFileSync(join(folder, 'layouts', '_default', `${name}.html`), page)
}
