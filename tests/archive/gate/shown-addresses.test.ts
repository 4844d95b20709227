/** Mailboxes that were never published: they are packed in web addresses, and go under every contact policy. */
import { describe, expect, test } from 'vitest'
import { buildArchive } from '../../../src/archive/build-archive.ts'
import { readAuthorities } from '../../../src/archive/content/authorities.ts'
import { shownAddress } from '../../../src/archive/gate/shown-addresses.ts'
import { anUpdate, aSite, contact, story } from '../../support/sample-updates.ts'

test.each([
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05%7C02%7Cjo.bloggs%40example.org%7C1',
    'https://example.org/a',
  ],
  ['https://track.example/c?u=jo.bloggs%40example.org&to=a', 'https://track.example/c'],
  ['https://track.example/c?u=jo.bloggs%252540example.org', 'https://track.example/c'],
  ['https://track.example/jo.bloggs%40example.org/open', 'https://track.example/'],
  ['https://jo:secret@track.example.org/open', 'https://track.example.org/'],
  ['https://example.org/a?utm_source=mail&page=2', 'https://example.org/a?page=2'],
  ['https://track.example/o/am8uYmxvZ2dzQGV4YW1wbGUub3Jn/x', 'https://track.example/'],
  [
    `https://track.example/c?r=${Buffer.from('{"to":"jo.bloggs@example.org"}').toString('base64url')}`,
    'https://track.example/c',
  ],
  [`https://track.example/c?r=${Buffer.from('jo.bloggs@example.org').toString('hex')}`, 'https://track.example/c'],
  ['https://track.example/c?r=jo.bloggs%E2%80%8B%40%3Cb%3Eexample.org%3C%2Fb%3E', 'https://track.example/c'],
  ['https://track.example/c?r=jo.bloggs%u0040example.org', 'https://track.example/c'],
  [
    'https://example.org/government/publications/a-long-name',
    'https://example.org/government/publications/a-long-name',
  ],
  ['https://example.org/@someone/about', 'https://example.org/@someone/about'],
  ['https://example.org/logo@2x.png', 'https://example.org/logo@2x.png'],
])('%s', (address, shown) => {
  expect(shownAddress(address)).toBe(shown)
})

const tracked = 'https://track.example/c?u=kit.lane%40example.org'
const item = story(
  'news',
  `News at ${tracked}`,
  `Read [it here](${tracked}), <${tracked}> or ask [Ada](mailto:ada.brook%40example.org) on [this number](tel:+441632960001).`,
)
const update = anUpdate(701, {
  items: [item],
  contacts: [contact('Lead', 'Ada Brook', { email: 'ada.brook@example.org', phone: '01632 960001' })],
})
const { authorities } = readAuthorities({
  people: { file: 'people.yaml', text: '' },
  networks: { file: 'networks.yaml', text: '' },
  publishers: { file: 'publishers.yaml', text: '' },
  topics: { file: 'topics.yaml', text: '' },
})
const saidUnder = (contactDetails: 'printed' | 'latest' | 'none', withhold: 'details' | null = null): string => {
  const people = withhold === null ? [] : [{ ...person, withhold }]
  const site = aSite({ contactDetails })
  const { archive } = buildArchive({ updates: [update], authorities: { ...authorities, people }, site })
  return JSON.stringify(archive, (_, value) => (value instanceof Map ? [...value] : value))
}
const person = {
  ...readAuthorities({
    people: { file: 'people.yaml', text: '- { id: ada-brook, name: "Ada Brook" }' },
    networks: { file: 'networks.yaml', text: '' },
    publishers: { file: 'publishers.yaml', text: '' },
    topics: { file: 'topics.yaml', text: '' },
  }).authorities.people[0],
} as (typeof authorities)['people'][number]

describe('no policy shows a mailbox inside a web address', () => {
  test.each(['printed', 'latest', 'none'] as const)('%s', policy => {
    const said = saidUnder(policy)
    expect(said).not.toMatch(/kit\.lane/u)
    expect(said).toContain('https://track.example/c')
  })
})

describe('a link to a mailbox or a telephone is a contact detail', () => {
  test('where details are shown it stays', () => {
    expect(saidUnder('printed')).toContain('[Ada](mailto:ada.brook%40example.org)')
  })

  test.each([
    ['none', saidUnder('none')],
    ['withheld', saidUnder('printed', 'details')],
  ])('%s: its words stay, and it goes', (_, said) => {
    expect(said).not.toMatch(/mailto:|tel:|960001|ada\.brook(?:@|%40)/iu)
    expect(said).toMatch(/or ask Ada on this number/u)
  })
})
