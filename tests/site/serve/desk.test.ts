/** The editor's desk: what it shows, what its buttons write, and which requests it refuses. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Diagnostic, diagnose, type Place } from '../../../src/diagnostics/diagnostic.ts'
import { compare } from '../../../src/site/desk/compare.ts'
import type { DeskSources } from '../../../src/site/desk/desk.ts'
import { desk } from '../../../src/site/desk/requests.ts'
import { smallArchive } from '../../support/small-archive.ts'

const at = (file: string, source: string): Place => ({ file, line: 3, column: 1, length: 4, source })
const unknown = diagnose('unknown-name', at('content/updates/654.md', 'Otto Vain: <b>'), {
  kind: 'person',
  printed: 'Otto Vain',
  times: 1,
  file: 'people.yaml',
  id: 'otto-vain',
  nearest: { id: 'otto-vane', name: 'Otto Vane', variants: [], isKnown: true },
})
const lost: Diagnostic = {
  ...diagnose('lost-title', at('content/raw/x.txt', 'Details'), { supplied: null }),
  update: 653,
}

const compared = {
  text: 'One\n\nTwo',
  fresh: '# One\n\nTwo\n          - { label: "AD Ed", date: "2026-03-06", yearFrom: "weekday" }',
  current: '# One\n\nThree\n          - { label: "AD Ed", date: "2026-03-06", yearFrom: "weekday" }',
  names: new Map([['AD Ed', 'AD Education']]),
}

let root: string
let server: Server
let address: string
let sources: DeskSources

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'desk-'))
  cpSync('tests/small-content', join(root, 'content'), { recursive: true })
  sources = {
    diagnostics: [unknown, lost],
    setAside: [],
    updates: [
      { number: 653, date: '2025-03-14', heading: 'Update no 653' },
      { number: 654, date: '2025-03-21', heading: 'Update no 654' },
    ],
    imported: [],
    drafts: [],
    archive: null,
  }
  const answer = desk({
    root,
    prefix: '/archive/',
    sources: () => sources,
    isBuilding: () => false,
    comparisonOf: number => (number === 654 ? compare(compared) : null),
    openFile: 'editor://{path}:{line}',
  })
  server = createServer((request, response) => void answer(request, response, () => response.end('the site')))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const port = server.address()
  address = `http://127.0.0.1:${typeof port === 'object' ? port?.port : ''}`
})
afterEach(() => {
  server.close()
  rmSync(root, { recursive: true })
})

const page = async (path = '') => (await fetch(`${address}/archive/desk/${path}`)).text()
const people = () => readFileSync(join(root, 'content/authorities/people.yaml'), 'utf8')

/** Sends the form whose button has this label, as a browser does. */
async function press(label: string, more: Record<string, string> = {}, path = ''): Promise<string> {
  const forms = (await page(path)).split('<form ').slice(1)
  const form = forms.find(one => (one.split('</form>')[0] ?? '').includes(`>${label}</button>`)) ?? ''
  const action = /action="(?<to>[^"]+)"/u.exec(form)?.groups?.to
  if (action === undefined) throw new Error(`no button "${label}"`)
  const fields = [...(form.split('</form>')[0] ?? '').matchAll(/name="(?<name>\w+)" value="(?<value>[^"]*)"/gu)]
  const body = new URLSearchParams([
    ...fields.map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']),
    ...Object.entries(more),
  ])
  const answer = await fetch(address + action, { method: 'POST', body, headers: { origin: address } })
  return answer.text()
}

describe('the desk shows', () => {
  test('this week first, each message with its line, what to do and where', async () => {
    const text = await page()
    expect(text).toContain('This week: Update no 654')
    expect(text).toContain('There is no record of a person called')
    expect(text).toMatch(/<mark>Otto<\/mark> Vain: &lt;b>/u)
    expect(text).toContain(`editor://${root}/content/updates/654.md:3`)
    expect(text).toContain('/archive/updates/654/')
    expect(text).not.toContain('content/raw/x.txt')
  })

  test('a draft first, and then what is left to do on the update before it', async () => {
    sources = { ...sources, drafts: [{ file: '654.txt', number: 654, heading: 'Update no 654' }] }
    expect(await page()).toMatch(
      /This week: Update no 654 \(draft\).*The update before: Update no 653.*content\/raw\/x\.txt/su,
    )
  })

  test('why there is nothing to compare', async () => {
    expect(await page('compare/653/')).toContain('What was received for update 653 is not in content/raw any more')
  })

  test('the archive by update and by kind', async () => {
    expect(await page()).toMatch(/by kind.*Lost title.*by update.*Update no 653/su)
    expect(await page('kind/lost-title/')).toContain('content/raw/x.txt, line 3')
    expect(await page('update/653/')).toContain('content/raw/x.txt, line 3')
  })

  test('lists of the archive, each with its number and a page of its own', async () => {
    sources = { ...sources, archive: smallArchive() }
    const overview = await page()
    const linked = [...overview.matchAll(/desk\/(?<path>list\/[\w-]+\/)">(?<title>[^<]+)/gu)].map(
      ({ groups }) => groups,
    )
    expect(linked.map(list => list?.title)).toEqual([
      'Names no one has confirmed',
      'Publications without a web address',
      'Links that were lost',
      'Stories without a topic',
    ])
    for (const list of linked) expect(await page(list?.path)).toContain(`<h1>${list?.title}`)
    expect(await page('list/names/')).toContain('data-copy="- { id: otto-vain, name: &quot;Otto Vain&quot; }"')
    expect(await page('list/publications/')).toMatch(/data-copy="- \{ id: [\w-]+, url: &quot;&quot; \}"/u)
    expect((await fetch(`${address}/archive/desk/list/nothing/`)).status).toBe(404)
  })

  test('where on the page a message belongs', async () => {
    expect(await page('kind/lost-title/')).toContain('/archive/updates/653/#:~:text=Details')
  })

  test('a raw text beside what was made of it', async () => {
    const text = await page('compare/654/')
    expect(text).toContain('href="#made-1"')
    expect(text).toContain('href="#raw-1"')
    expect(text).toMatch(/id="made-3" class="corrected".*Was: .*Two.*Three/su)
    expect(text).toContain('Inferred: “AD Ed” is AD Education')
    expect(text).toContain('Inferred: year from the weekday')
    expect((await fetch(`${address}/archive/desk/compare/1/`)).status).toBe(404)
  })

  test('nothing of other addresses', async () => {
    expect(await (await fetch(`${address}/archive/desks/`)).text()).toBe('the site')
    expect(await (await fetch(`${address}/archive/updates/654/`)).text()).toBe('the site')
  })
})

describe('its buttons', () => {
  test('add a spelling to a known name, and take it back', async () => {
    const before = people()
    expect(await press('Same as Otto Vane: add this spelling')).toContain('Added the spelling')
    expect(people()).toContain('variants: [Otto Vain]')
    expect(await press('Undo')).toContain('Undone')
    expect(people()).toBe(before)
  })

  test('add a new record', async () => {
    await press('Add Otto Vain as new')
    expect(people()).toContain('- { id: otto-vain, name: Otto Vain }')
  })

  test('do not undo over what someone has changed since', async () => {
    await press('Add Otto Vain as new')
    const changed = `${people()}# more\n`
    writeFileSync(join(root, 'content/authorities/people.yaml'), changed)
    expect(await press('Undo')).toContain('has changed since')
    expect(people()).toBe(changed)
  })

  test('asks why, and sets nothing aside without an answer', async () => {
    expect(await press('Set aside', { why: '  ' }, 'kind/lost-title/')).toContain('Please say why.')
    expect(existsSync(join(root, 'content/reviewed.yaml'))).toBe(false)
  })

  test('set a message aside with its reason', async () => {
    await press('Set aside', { why: 'It never had a title' }, 'kind/lost-title/')
    const text = readFileSync(join(root, 'content/reviewed.yaml'), 'utf8')
    expect(text).toContain('update: 653')
    expect(text).toContain('why: It never had a title')
  })

  test('publish a draft, and only one that is shown', async () => {
    mkdirSync(join(root, 'content/drafts'))
    writeFileSync(join(root, 'content/drafts/700.txt'), 'Update no 700')
    sources = { ...sources, drafts: [{ file: '700.txt', number: 700, heading: 'Update no 700' }] }
    expect(await press('Publish update 700')).toContain('700.txt is no longer a draft')
    expect(readFileSync(join(root, 'content/raw/700.txt'), 'utf8')).toBe('Update no 700')
    expect(await press('Publish update 700', { file: '../site.yaml' })).toContain('is not in content/drafts')
  })
})

describe('the desk takes nothing', () => {
  const send = (headers: Record<string, string>, body: string) =>
    fetch(`${address}/archive/desk/answer`, { method: 'POST', body, headers })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const token = async () => /name="token" value="(?<token>\w+)"/u.exec(await page())?.groups?.token ?? ''

  test('without its token', async () => {
    expect((await send({ ...form, origin: address }, 'token=0&note=1&nth=0')).status).toBe(403)
  })

  test('from another origin, or another site', async () => {
    const body = `token=${await token()}&note=1&nth=0`
    expect((await send({ ...form, origin: 'http://elsewhere.example' }, body)).status).toBe(403)
    expect((await send({ ...form, 'sec-fetch-site': 'cross-site' }, body)).status).toBe(403)
  })

  test('that is not a form, or too long', async () => {
    const right = await token()
    expect((await send({ 'content-type': 'application/json', origin: address }, `token=${right}`)).status).toBe(403)
    expect((await send({ ...form, origin: address }, `token=${right}&why=${'x'.repeat(20_000)}`)).status).toBe(403)
  })

  test.each(['GET //[ HTTP/1.1', 'GET http://[/ HTTP/1.1', 'GET /archive/desk/%E0%A4%A HTTP/1.1'])(
    'and goes on after a request for no address: %s',
    async line => {
      await sendRaw(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
      expect(await page()).toContain('This week')
    },
  )

  test('and goes on after a form that breaks off', async () => {
    const head = `POST /archive/desk/answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${form['content-type']}\r\n`
    await sendRaw(`${head}Content-Length: 100\r\n\r\ntoken=`, 'break off')
    expect(await page()).toContain('This week')
  })
})

/** By hand, because `fetch` sends no such thing. */
const sendRaw = (text: string, end: 'wait' | 'break off' = 'wait') =>
  new Promise<void>(done => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket
      .on('error', () => done())
      .on('close', () => done())
      .resume()
    socket.write(text)
    if (end === 'break off') setTimeout(() => socket.destroy(), 50)
  })
