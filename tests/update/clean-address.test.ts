/** Wrapped and tracking addresses: what is left, and that no mailbox or reader's id is. */
import { describe, expect, test } from 'vitest'
import { cleanAddress, fullyDecoded, isSafeAddress } from '../../src/update/clean-address.ts'

const PAGE = 'https://www.gov.uk/government/statistics/absence-2024?page=2&sort=a%20b#data'
const packed = encodeURIComponent(PAGE)
const inBase64 = Buffer.from(PAGE).toString('base64url')
const inJson = Buffer.from(JSON.stringify({ bulletin_link_id: 1, url: PAGE })).toString('base64url')

describe('a wrapped address leads to the page itself', () => {
  test.each([
    [
      'Outlook',
      `https://eur01.safelinks.protection.outlook.com/?url=${packed}&data=05%7C02%7Cjo%40example.org%7C1&reserved=0`,
    ],
    [
      'Outlook, packed twice',
      `https://gbr01.safelinks.protection.outlook.com/?url=${encodeURIComponent(packed)}&data=jo%2540example.org`,
    ],
    ['Proofpoint 1', `https://urldefense.proofpoint.com/v1/url?u=${packed}&k=abc`],
    [
      'Proofpoint 2',
      `https://urldefense.proofpoint.com/v2/url?u=${packed.replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('%', '-')}&d=DwMF`,
    ],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${packed}&c=E,1,abc&typo=1`],
    ['Google', `https://www.google.com/url?q=${packed}&sa=D&source=docs`],
    ['Google in Britain', `https://www.google.co.uk/url?sa=t&url=${packed}&usg=abc`],
    ['GovDelivery', `https://links-2.govdelivery.com/CL0/${packed}/1/010001/abc=300`],
    ['Sophos', `https://eu-west-1.protection.sophos.com/?d=gov.uk&u=${inBase64}&i=NWQ&t=x&h=y`],
    ['Egress', `https://links.uk.defend.egress.com/Warning?crId=a&Domain=gov.uk&Base64Url=${inBase64}`],
    ['Trend Micro', `https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=${packed}&umid=x`],
    ['FireEye', `https://protect2.fireeye.com/v1/url?k=a&q=1&e=b&u=${packed}`],
    ['Check Point', `https://protect.checkpoint.com/v2/___${PAGE}___.YXAx`],
    ['EdgePilot', `https://link.edgepilot.com/s/abc/xyz?u=${packed}`],
    ['Cisco', `https://secure-web.cisco.com/1abc-DEF_2/${packed}`],
    ['GovDelivery, in JSON', `https://lnks.gd/l/eyJhbGciOiJIUzI1NiJ9.${inJson}.sig_a/s/123/br/456-l`],
    ['Instagram', `https://l.instagram.com/?u=${packed}&e=AT0`],
    ['LinkedIn', `https://www.linkedin.com/safety/go?url=${packed}&trk=feed`],
    ['YouTube', `https://www.youtube.com/redirect?event=comments&redir_token=x&q=${packed}`],
    ['Bing', `https://www.bing.com/ck/a?!&&p=abc&u=a1${inBase64}&ntb=1`],
    [
      'one in the other',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.google.com/url?q=${packed}`)}&data=x`,
    ],
  ])('%s', (_, address) => {
    expect(cleanAddress(address)).toEqual({ address: PAGE, unwrapped: true, dropped: [] })
  })

  test('Proofpoint 3, with the characters that it packs apart', () => {
    const apart = Buffer.from('#éxy').toString('base64url')
    expect(cleanAddress(`https://urldefense.com/v3/__https://example.org/a*b*c**A__;${apart}!!abc$`).address).toBe(
      'https://example.org/a#bécxy',
    )
  })

  test('one without an address inside stays', () => {
    const address = 'https://www.google.com/url?q=javascript%3Aalert(1)'
    expect(cleanAddress(address)).toEqual({ address, unwrapped: false, dropped: [] })
  })
})

describe('what only counts readers goes, the rest stays byte for byte', () => {
  test.each([
    ['https://example.org/a?utm_source=mail&x=1%20+2&UTM_Medium=b#c', 'https://example.org/a?x=1%20+2#c'],
    ['https://example.org/a?fbclid=1&gclid=2&mc_eid=3', 'https://example.org/a'],
    ['https://mailchi.mp/example/news?e=0f1e2d', 'https://mailchi.mp/example/news'],
    ['https://us1.campaign-archive.com/?u=1&id=2&e=0f1e2d', 'https://us1.campaign-archive.com/?u=1&id=2'],
    ['https://example.org/a?x=1#utm_source=mail&utm_medium=b', 'https://example.org/a?x=1'],
    ['https://example.org/a?dm_i=1ABC,2D&mtm_campaign=3#part', 'https://example.org/a#part'],
    ['https://child-protection.example.org/a?next=https', 'https://child-protection.example.org/a?next=https'],
    [
      'https://child-protection.example.org/?to=https://gov.uk',
      'https://child-protection.example.org/?to=https://gov.uk',
    ],
    ['https://protection.example.org/?to=https://gov.uk', 'https://protection.example.org/?to=https://gov.uk'],
    ['https://example.org/search?e=mc2', 'https://example.org/search?e=mc2'],
    ['mailto:jo@example.org?utm_source=x', 'mailto:jo@example.org?utm_source=x'],
    ['here', 'here'],
  ])('%s', (address, clean) => {
    expect(cleanAddress(address).address).toBe(clean)
  })
})

test('an address is decoded until nothing changes', () => {
  expect(fullyDecoded('https://example.org/?to=jo%252540example.org')).toBe('https://example.org/?to=jo@example.org')
  expect(fullyDecoded('100% of %E0 and %41%C3%A9')).toBe('100% of %E0 and Aé')
})

test('the safe list holds only http, https and mailto', () => {
  for (const good of ['http://example.org', 'HTTPS://example.org/a', 'mailto:jo@example.org'])
    expect(isSafeAddress(good)).toBe(true)
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'cid:1',
    'file:///c:/x',
    'https://',
    'java\nscript:x',
    '/a',
  ])
    expect(isSafeAddress(bad)).toBe(false)
})
