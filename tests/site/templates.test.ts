/** What every page must have. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundle } from 'lightningcss'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { publishedFiles } from '../../src/publish/published-files.ts'
import { oldPostScript, toOldPostsScript } from '../../src/publish/site-files/old-post.ts'
import { slashKeyScript } from '../../src/publish/site-files/slash-key.ts'
import { unfoldScript } from '../../src/publish/site-files/unfold.ts'
import { StoryList } from '../../templates/parts/update/story-list.tsx'
import { safeUrl } from '../../templates/safe-url.ts'
import { onePerKind, renderedPages } from '../support/site/rendered-pages.ts'
import { faultsIn } from '../support/site/valid-html.ts'
import { aMeeting, anItem, crowdedYear, smallArchive } from '../support/small-archive.ts'

const archive = smallArchive()
const pages = renderedPages(archive)
const full = pages.filter(({ kind }) => kind !== 'redirect')
const pageAt = (address: string) => pages.find(page => page.address === address)?.html ?? ''

test('every address of the contract has a page', () => {
  expect(pages.map(({ address }) => address)).toEqual(
    expect.arrayContaining([
      ...['/', '/404.html', '/updates/', '/updates/2026/', '/updates/701/', '/updates/702/', '/search/', '/data/'],
      ...['/topics/', '/topics/floods/', '/updates/701/cite/', '/updates/702/cite/'],
      ...['/networks/', '/networks/otters-and-weirs/', '/networks/silent/', '/contacts/', '/contacts/ada-brook/'],
      ...[
        '/publications/',
        '/publications/2026/',
        '/publications/2026/flood-report/',
        '/publishers/',
        '/publishers/river-board/',
        '/calendar/',
      ],
      ...['/newsletters/update-no-702-13th-march-2026/', '/contacts/a-brook/', '/accessibility/', '/privacy/'],
    ]),
  )
  expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length)
})

test.each([
  ['networks', 'otters-and-weirs', '/networks/otters-and-weirs/'],
  ['people', 'ada-brook', '/contacts/ada-brook/'],
  ['publishers', 'river-board', '/publishers/river-board/'],
  ['publications', 'flood-report', '/publications/2026/flood-report/'],
  ['topics', 'floods', '/topics/floods/'],
] as const)('the page of one of the %s shows what an editor notes about it', (records, id, address) => {
  const noted = smallArchive()
  Object.assign(noted[records].get(id) ?? {}, { note: 'A note by an editor.' })
  expect(renderedPages(noted).find(page => page.address === address)?.html).toContain('<p>A note by an editor.</p>')
})

test('a network shows all contacts of the latest update that names any, and folds earlier ones away', () => {
  const some = smallArchive()
  const network = some.networks.get('otters-and-weirs')
  const one = {
    contact: { printed: 'Second Asked', person: null },
    updates: [702],
    from: '2026-03-13',
    to: '2026-03-13',
  }
  network?.convenors.splice(1, 0, one)
  const html = renderedPages(some).find(({ address }) => address === '/networks/otters-and-weirs/')?.html ?? ''
  const contact = html.slice(html.indexOf('<div class="contact">'))
  const order = ['>Contact<', '>Ada Brook<', 'Second Asked', '>Previous contacts<', 'desk@example.org'].map(words =>
    contact.indexOf(words),
  )
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test.each(pages)('$address is valid HTML', async ({ html }) => {
  expect(await faultsIn(html)).toEqual([])
})

describe.each(onePerKind(full))('a page of kind "$kind"', ({ html }) => {
  test('has one h1, a way past the header, landmarks and a search box that works without script', () => {
    expect(html.match(/<h1[ >]/gu)).toHaveLength(1)
    expect(html).toMatch(/<body><header class="site-header"><a class="skip" href="#main_"/u)
    expect(html).toContain('<main id="main_"')
    for (const landmark of ['<header', '<nav', '<footer', '<search']) expect(html).toContain(landmark)
    expect(html).toMatch(/<form action="\/search\/" method="get"[^>]*>.*name="q"/su)
  })

  test('says in its head what it is', () => {
    expect(html).toMatch(/<html lang="en-GB">/u)
    expect(html).toMatch(/<title>[^<]+<\/title>/u)
    expect(html).toMatch(/<meta name="description" content="[^"]{10,}"/u)
    for (const property of ['og:title', 'og:description', 'og:url', 'og:type']) expect(html).toContain(`"${property}"`)
    expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml"/u)
    expect(html).toMatch(/rel="canonical" href="https:\/\/example\.org\/archive\/|name="robots" content="noindex"/u)
  })

  test('loads nothing from elsewhere, and no script unless it is the search', () => {
    const loaded = Array.from(html.matchAll(/<(?:script|link|img)\b[^>]*>/gu), ([tag]) => tag)
    expect(
      loaded.filter(tag => /(?:src|href)="(?:https?:)?\/\//u.test(tag) && !tag.includes('rel="canonical"')),
    ).toEqual([])
    expect(loaded.filter(tag => tag.startsWith('<script ') && !tag.includes('application/ld+json'))).toEqual([])
    // The one line that hears the "/" key, and what knows old addresses; nothing to read depends on them.
    const inline = Array.from(html.matchAll(/<script>(?<text>.*?)<\/script>/gu), ({ groups }) => groups?.text)
    expect(inline[0]).toBe(slashKeyScript)
    expect(
      inline.slice(1).filter(script => ![toOldPostsScript, oldPostScript, unfoldScript].includes(script ?? '')),
    ).toEqual([])
    expect(html).not.toMatch(/<[^>]+ (?:style|on[a-z]+)="/u)
  })
})

test('every link inside the site leads to a page, a file or an anchor that is there', () => {
  const files = new Set(
    Array.from(publishedFiles(archive), ({ address }) => address).concat(
      '/favicon.svg',
      '/apple-touch-icon.png',
      '/assets/site.css',
    ),
  )
  const htmlOf = new Map(pages.map(({ address, html }) => [address, html]))
  const dead = pages.flatMap(({ address, html }) =>
    Array.from(html.matchAll(/ (?:href|action)="(?<to>[^"]*)"/gu), ({ groups }) => groups?.to ?? '')
      .filter(to => !/^(?:https?:|mailto:|tel:|webcal:)/u.test(to))
      // Two publications that the small archive says were listed, in updates that do not print them.
      .filter(to => !/#work_(?:awkward|undated)$/u.test(to))
      .filter(to => {
        const [path = '', fragment] = to.split('#')
        const target = path === '' ? address : path.replace(/\?.*$/u, '')
        if (fragment === undefined) return !htmlOf.has(target) && !files.has(target)
        return !htmlOf.get(target)?.includes(` id="${decodeURIComponent(fragment)}"`)
      })
      .map(to => `${address} → ${to}`),
  )
  expect(dead).toEqual([])
})

test('anchors are unique on each page', () => {
  const twice = pages.flatMap(({ address, html }) => {
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/gu), ([, id]) => id)
    return ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `${address}#${id}`)
  })
  expect(twice).toEqual([])
})

test('under a path prefix every address has it', () => {
  const prefixed = renderedPages(smallArchive(), { pathPrefix: '/archive/' })
  const bare = prefixed.flatMap(({ address, html }) =>
    Array.from(
      html.matchAll(/ (?:href|action|src|data-root|data-index)="(\/[^"]*)"|url=(\/[^"]*)"/gu),
      ([, one, other]) => one ?? other ?? '',
    )
      .filter(to => !to.startsWith('/archive/'))
      .map(to => `${address} → ${to}`),
  )
  expect(bare).toEqual([])
})

test.each(onePerKind(full).filter(({ kind }) => !['update', 'person', 'network'].includes(kind)))(
  '"$kind" shows no e-mail addresses: those are on updates, people and networks',
  ({ html }) => {
    expect(html.match(/mailto:(?!\?)|[\w.]+@example\.org/gu)).toBeNull()
  },
)

test.each([
  ['/updates/2026/', '#month_2026-03'],
  ['/publications/2026/', '#month_2026-03'],
  ['/calendar/2026/', '#month_2026-03'],
])('%s shows how many there were by month, each a link with its count', (address, to) => {
  const [figure = ''] = pageAt(address).match(/<figure class="bars">.*?<\/figure>/su) ?? []
  expect(figure).toMatch(/<figcaption>[^<]* month<\/figcaption>/u)
  expect(figure).toMatch(new RegExp(`href="${to}"><span class="label">March</span>.*?<span class="count">[1-9]`, 'su'))
  expect(figure).not.toMatch(/<a [^>]*><span class="label">[^<]+<\/span>(?:(?!<\/a>).)*<span class="count">0</su)
})

test('pages weigh little: stylesheet 14 kB, a publication 8 kB, a page to read 25 kB with all it loads', () => {
  const style = gzipSync(bundle({ filename: 'templates/assets/site.css', minify: true }).code).length
  expect(style).toBeLessThanOrEqual(14_000)
  const around = ['pictures/favicon.svg', 'share.js'].map(
    file => gzipSync(readFileSync(join('templates/assets', file))).length,
  )
  const loaded = around.reduce((sum, bytes) => sum + bytes, style)
  const heavy = full.filter(({ kind, html }) => {
    const bytes = gzipSync(html).length
    return bytes + loaded > 25_000 || (kind === 'publication' && bytes > 8000)
  })
  expect(heavy.map(({ address }) => address)).toEqual([])
})

test('the home page counts titles as the A–Z does', () => {
  const [, onHome] = pageAt('/').match(/A–Z of titles<\/a><span class="count">\u00a0([\d,]+)/u) ?? []
  expect(pageAt('/a-z/')).toContain(`>${onHome} titles.`)
})

test('how to receive the newsletter is what site.yaml says', () => {
  expect(pageAt('/subscribe/')).toContain('ask the programme manager')
  const pages = renderedPages(smallArchive({ subscribe: { email: null, link: 'https://example.org/sign-up' } }))
  expect(pages.find(({ address }) => address === '/subscribe/')?.html).toContain('href="https://example.org/sign-up"')
})

test('a calendar can be followed in Outlook, Google and others, or copied as an address', () => {
  for (const [page, file] of [
    ['/calendar/', 'calendar.ics'],
    ['/networks/otters-and-weirs/', 'networks/otters-and-weirs/meetings.ics'],
  ] as const) {
    const html = pageAt(page)
    expect(html).toContain(`webcal://example.org/archive/${file}"`)
    expect(html).toContain(`>https://example.org/archive/${file}<`)
    expect(html).toContain(
      `outlook.office.com/calendar/addfromweb?url=${encodeURIComponent(`https://example.org/archive/${file}`)}`,
    )
    expect(html).toContain(
      `calendar.google.com/calendar/render?cid=${encodeURIComponent(`webcal://example.org/archive/${file}`)}`,
    )
  }
})

test('a network’s page has its next meetings first, then contacts, then past meetings, then how to follow it', () => {
  const html = pageAt('/networks/otters-and-weirs/')
  const places = ['id="next_"', 'id="ask_"', 'id="past_"', 'id="subscribe_"'].map(id => html.indexOf(id))
  const there = places.filter(place => place !== -1)
  expect(there.length).toBeGreaterThanOrEqual(3)
  expect(there).toEqual(there.toSorted((a, b) => a - b))
})

test('a network’s next meetings come soonest first, its past ones latest first, and each says which it is', () => {
  const days = ['2026-02-06', '2026-03-06', '2026-03-20', '2026-04-03']
  const meetings = days.map(date => aMeeting({ id: `m-${date}`, date }))
  const some = smallArchive()
  const network = some.networks.get('otters-and-weirs')
  if (network === undefined) throw new Error('no such network')
  network.meetings = meetings.map(({ id }) => id)
  const held = { ...some, asOf: '2026-03-13', meetings: new Map(meetings.map(one => [one.id, one])) }
  const html = renderedPages(held).find(({ address }) => address === '/networks/otters-and-weirs/')?.html ?? ''
  const lines = Array.from(html.matchAll(/<li class="(past|to-come)" id="m-([\d-]+)"/gu), ([, state, date]) => [
    state,
    date,
  ])
  expect(lines).toEqual([
    ['to-come', '2026-03-20'],
    ['to-come', '2026-04-03'],
    ['past', '2026-03-06'],
    ['past', '2026-02-06'],
  ])
})

test('an accessible name holds the words that are seen (WCAG 2.5.3)', () => {
  const faults = full.flatMap(({ address, html }) =>
    Array.from(
      html.matchAll(/<(a|button)\b[^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/\1>/gsu),
      ([, , name = '', seen = '']) => ({
        name: name.toLowerCase(),
        seen: seen
          .replace(/<[^>]+>/gu, '')
          .trim()
          .toLowerCase(),
      }),
    )
      .filter(({ name, seen }) => !name.includes(seen))
      .map(({ name, seen }) => `${address}: "${seen}" is called "${name}"`),
  )
  expect(faults).toEqual([])
})

test('the accessibility statement has the parts of the model statement for UK public bodies', () => {
  const html = pageAt('/accessibility/')
  const headings = Array.from(html.matchAll(/<h[1-3][^>]*>(.*?)<\/h[1-3]>/gu), ([, text]) => text)
  expect(headings.filter(text => !text?.startsWith('In this'))).toEqual([
    'Accessibility statement',
    'How accessible this website is',
    'Feedback and contact information',
    'Reporting accessibility problems with this website',
    'Enforcement procedure',
    'Technical information about this website’s accessibility',
    'Compliance status',
    'Non-accessible content',
    'Non-compliance with the accessibility regulations',
    'Disproportionate burden',
    'Content that’s not within the scope of the accessibility regulations',
    'What we’re doing to improve accessibility',
    'Preparation of this accessibility statement',
  ])
  expect(html).toContain('Equality and Human Rights Commission (EHRC)')
})

test('an update whose number is a year keeps its address, and the year gets another', () => {
  const [first, second] = archive.updates
  if (first === undefined || second === undefined) throw new Error('the small archive has two updates')
  const late = renderedPages({ ...archive, updates: [first, { ...second, number: 2026 }] })
  const addresses = late.map(({ address }) => address)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(late.find(({ address }) => address === '/updates/2026/')?.kind).toBe('update')
  expect(late.find(({ address }) => address === '/updates/year-2026/')?.kind).toBe('updates-of-year')
  for (const at of ['/', '/updates/', '/search/', '/updates/701/'])
    expect(late.find(({ address }) => address === at)?.html, at).toContain('href="/updates/year-2026/"')
})

describe('the page that says how to cite an update', () => {
  const html = pageAt('/updates/702/cite/')

  test('has a citation of the update and of each story, and one way to report a mistake', () => {
    const stories = pageAt('/updates/702/').match(/<article class="story"/gu)?.length ?? 0
    expect(html).toContain('@article{friday-update-702-flood-defences,')
    expect(html).toContain('@misc{friday-update-702,')
    for (const found of [/<summary>BibTeX</gu, /<summary>RIS</gu, /<summary>CSL-JSON</gu])
      expect(html.match(found)).toHaveLength(stories + 1)
    expect(html.match(/>Report a mistake</gu)).toHaveLength(1)
  })
})

describe('a publication', () => {
  const html = pageAt('/publications/2026/flood-report/')

  test('says where to read it, where it was listed and what is about it', () => {
    const some = smallArchive()
    const publication = some.publications.get('flood-report')
    if (publication) publication.sourceUrl = 'https://www.example.org/floods.pdf'
    const page = renderedPages(some).find(({ address }) => address === '/publications/2026/flood-report/')
    expect(page?.html).toMatch(/<a href="https:\/\/www\.example\.org\/floods\.pdf"[^>]*>Read it at example\.org</u)
    expect(html).toMatch(/Listed in<\/dt><dd><a href="\/updates\/701\/#work_flood-report">Update 701/u)
    expect(html).toContain('href="/updates/701/#flood-defences"')
    expect(html).toContain('href="/topics/floods/"')
  })

  test('can be cited, and says to reference managers what it is', () => {
    expect(html).toContain('@report{flood-report,')
    expect(html).toContain('<meta name="citation_title" content="Floods"')
    expect(html).toContain('<meta name="citation_technical_report_institution" content="The River Board"')
    expect(html).toContain('<meta name="citation_publication_date" content="2026/03/02"')
    expect(html).toContain('"@type":"Report"')
  })

  test('keeps its line on the page of its year', () => {
    expect(pageAt('/publications/2026/')).toMatch(/<li id="flood-report">/u)
  })
})

describe('an update', () => {
  const html = pageAt('/updates/702/')

  test('prints its words in order, headings and labels as they were', () => {
    const words = html
      .replace(/<head>.*<\/head>|<script.*?<\/script>/gsu, '')
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ')
    const order = [
      'Update no 702 13th March 2026',
      'Three herons by a pond',
      'Newsletters',
      'Our plan can be found here',
      'Rivers rise again',
      'Findings show:',
      'Reeds help',
      'Programme:',
      '[Eels return]',
      'Reminders:',
      'Tools &amp; Templates',
      'The River Board published Floods',
      'Reed Warden, acting: Ada Brook (Upper Weir',
    ]
    const main = words.slice(words.lastIndexOf('Words such as'))
    const places = ['Update no 702 13th March 2026']
      .map(text => words.indexOf(text))
      .concat(order.slice(1).map(text => main.replace(/ (?=[:,.)])|(?<=\() /gu, '').indexOf(text)))
    expect(places).not.toContain(-1)
    expect(places.slice(1)).toEqual(places.slice(1).toSorted((a, b) => a - b))
  })

  test('gives each story a link, an e-mail and a citation, and names its other updates', () => {
    expect(html).toContain('<article class="story" id="flood-defences">')
    const [row = ''] = html.match(/<p class="share">.*?<\/p>/su) ?? []
    expect(row).toMatch(/<a href="\/updates\/702\/#flood-defences" class="copy-link" aria-label="Link to Flood/u)
    expect(row).toContain('href="mailto:?subject=Flood')
    expect(row).toContain('body=https://example.org/archive/updates/702/%23flood-defences"')
    expect(row).toContain('href="/updates/702/cite/#flood-defences"')
    expect(html).toMatch(
      /First in<\/span> <a href="\/updates\/701\/#flood-defences" aria-label="Update 701: Flood defences [^"]*">Update 701/u,
    )
  })

  test('shows a supplied title in brackets, and says so', () => {
    expect(html).toMatch(/\[Eels return\].*We took this title from another line/su)
    expect(html).toContain('[untitled]')
  })

  test('says once that words such as "here" lost their address', () => {
    expect(html.match(/class="lost-links"/gu)).toHaveLength(1)
  })

  test('shows of a withheld person nothing but the role', () => {
    expect(html).toMatch(/<li class="card"><p class="who">Withheld Role<\/p><\/li>/u)
  })

  test('has each dated meeting as linked data', () => {
    expect(html).toContain('<time datetime="2026-03-29T10:00">Sunday 29 March 2026, 10:00–11:30</time>')
    expect(html).toContain('href="/networks/otters-and-weirs/otters-and-weirs-2026-03-29.ics"')
    expect(html).toContain('Cancelled')
  })

  test('leads from each publication to its page, once', () => {
    expect(html.match(/href="\/publications\/2026\/flood-report\/"/gu)?.length).toBeGreaterThan(0)
    const [entry = ''] = html.match(/<li id="work_flood-report">.*?<\/li>/su) ?? []
    expect(entry.match(/<a /gu)).toHaveLength(1)
  })

  test('keeps what a story says about its use with the e-mail and the citation', () => {
    const some = smallArchive()
    const said = 'The film should not be posted on websites.'
    const [, second] = some.updates
    second?.sections.push({
      kind: 'updates',
      heading: 'More',
      items: [anItem({ id: 'film', parts: [{ heading: null, label: null, text: said }] })],
    })
    const at = (address: string) => renderedPages(some).find(page => page.address === address)?.html
    expect(at('/updates/702/')).toContain(encodeURIComponent(said))
    expect(at('/updates/702/cite/')).toContain(said)
  })

  test('offers a prepared e-mail for mistakes only if there is an address to write to', () => {
    expect(html).toContain('<a href="/privacy/#corrections">Report a mistake</a>')
    const other = renderedPages(smallArchive({ reportTo: 'desk@example.org' })).find(
      page => page.address === '/updates/702/',
    )
    expect(other?.html).toContain('href="mailto:desk@example.org?subject=')
  })
})

test('a new title changes the page of its own letter, and no other', () => {
  const archive = smallArchive()
  const before = renderedPages(archive).filter(({ kind }) => kind === 'letter')
  const publication = archive.publications.get('flood-report')
  const publications = new Map(archive.publications)
  if (publication) publications.set('flood-maps', { ...publication, id: 'flood-maps', title: 'Flood maps' })
  const after = renderedPages({ ...archive, publications }).filter(({ kind }) => kind === 'letter')
  const changed = after.filter(({ html }, at) => html !== before[at]?.html)
  expect(changed.map(({ address }) => address)).toEqual(['/a-z/f/'])
})

test('an A–Z has a story and a publication of the same title in one line, the publication first', () => {
  const archive = smallArchive()
  const publication = archive.publications.get('flood-report')
  const story = [...archive.stories.values()].find(({ id }) => id.includes('flood-defences'))
  if (!publication || !story) throw new Error('the small archive has both')
  const title = `The ${story.title?.toLowerCase()}`
  const publications = new Map(archive.publications).set(publication.id, { ...publication, title })
  const html = renderedPages({ ...archive, publications }).find(({ address }) => address === '/a-z/f/')?.html ?? ''
  const [line = ''] = html.match(/<li>(?:(?!<\/li>).)*flood-report.*?<\/li>/su) ?? []
  expect(line).toMatch(
    /<\/a> <span>The River Board, 2026 · <a href="\/updates\/701\/#flood-defences" aria-label="Update 701: [^"]+">Update 701/u,
  )
  expect(html.match(/#flood-defences/gu)).toHaveLength(1)
})

describe('a year with more publications than fit on a page', () => {
  const crowded = renderedPages(crowdedYear(2027))
  const html = crowded.find(({ address }) => address === '/publications/2027/')?.html ?? ''

  test('folds its months, all but the latest, with every anchor inside', () => {
    const months = [...html.matchAll(/<details class="group"(?<open> open)?>.*?<\/details>/gsu)]
    expect(months.map(({ groups }) => groups?.open ?? '')).toEqual([' open', ...Array(11).fill('')])
    for (const [month] of months) expect(month).toMatch(/<\/summary><div id="month_2027-\d\d"><ul .*<li id="/su)
    expect(html).toContain(`<script>${unfoldScript}</script>`)
  })

  test('while one with few has headings and jump links', () => {
    const few = pageAt('/publications/2026/')
    expect(few).not.toContain('<details')
    expect(few).not.toContain(unfoldScript)
    expect(few).toMatch(/<section class="group" aria-labelledby="month_2026-\d\d"><h2 id="month_2026/u)
  })
})

test.each([
  { count: 22, inView: 22, folded: 0 },
  { count: 60, inView: 20, folded: 40 },
])('of $count stories in a list $folded are folded away, and none is lost', ({ count, inView, folded }) => {
  const stories = Array.from({ length: count }, (_, at) => ({
    to: `/updates/${at + 1}/#eels`,
    title: `Eels, part ${at + 1}`,
    update: at + 1,
    date: '2026-03-06',
  }))
  const [before = '', after = ''] = renderToString(h(StoryList, { stories })).split('<details class="rest">')
  expect(before.match(/<li>/gu)).toHaveLength(inView)
  expect(after.match(/<li>/gu)?.length ?? 0).toBe(folded)
  if (folded > 0) expect(after).toContain(`<summary>Show ${folded} earlier stories</summary>`)
})

test('text from an update never becomes markup', () => {
  const hostile = smallArchive()
  const text = '<script>alert(1)</script> <img src=x onerror=y> [a](javascript:b) &lt;i&gt;'
  const [update] = hostile.updates
  update?.sections.push({
    kind: 'updates',
    heading: text,
    items: [anItem({ id: 'hostile', title: text, kicker: text, parts: [{ heading: text, label: text, text }] })],
  })
  const html = renderedPages(hostile).find(({ address }) => address === '/updates/701/')?.html ?? ''
  expect(html).not.toMatch(/<script>alert|<img|href="javascript:/u)
})

test('only parts/update/prose.tsx puts raw HTML into pages', () => {
  const files = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/u.test(name))
  const raw = files.filter(name =>
    /dangerouslySetInnerHTML|innerHTML/u.test(readFileSync(join('templates', name), 'utf8')),
  )
  expect(raw).toEqual(['parts/update/prose.tsx'])
})

test.each([
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//example.org', null],
  ['example.org', null],
  [null, null],
])('safeUrl(%j) is %j', (typed, safe) => {
  expect(safeUrl(typed)).toBe(safe)
})

test('a redirect page sends its visitor on without script', () => {
  const html = pageAt('/newsletters/update-no-702-13th-march-2026/')
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/updates/702/"')
  expect(html).toContain('<link rel="canonical" href="https://example.org/archive/updates/702/"')
  expect(html).not.toContain('<script')
})

test('the "Page not found" page lists what old post numbers became', () => {
  expect(pageAt('/404.html')).toMatch(/\?p=8851<\/code> is now <a href="\/updates\/702\/"/u)
})
