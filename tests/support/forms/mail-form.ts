/** Linked lines as an e-mail from Outlook: plain text and HTML, every link a safelink with the recipient's address. */
import { asHtmlBody } from './html-forms.ts'
import type { LinkedLine } from './linked-lines.ts'

const safelink = (address: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7Creader%40example.org%7Cabc&reserved=0`

export function asMail(lines: readonly LinkedLine[]): Buffer {
  const packed = lines.map(line => ({
    ...line,
    links: line.links.map(link => ({ ...link, address: safelink(`${link.address}&utm_source=mail`) })),
  }))
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div class="WordSection1">${asHtmlBody(packed)}<img src="https://example.org/open.gif" width="1" height="1" alt="pixel"></div></body></html>`
  return mailOf({ subject: 'The newsletter', text: lines.map(({ text }) => text).join('\n\n'), html })
}

type Parts = { subject: string; text: string; html?: string }

/** In base64, a line of 76 characters each. */
const packedPart = (type: string, content: string): string =>
  [
    `Content-Type: text/${type}; charset="utf-8"`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []),
    '',
  ].join('\r\n')

export function mailOf({ subject, text, html }: Parts): Buffer {
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`
  const head = [
    'Received: from mail.example.org by mail.example.com; Fri, 4 Apr 2025 12:00:00 +0100',
    'From: Programme <programme@example.org>',
    'To: Reader <reader@example.org>',
    `Subject: ${encoded}`,
    'Date: Fri, 4 Apr 2025 12:00:00 +0100',
    'MIME-Version: 1.0',
  ]
  if (html === undefined) return Buffer.from([...head, packedPart('plain', text)].join('\r\n'))
  const body = ['--part', packedPart('plain', text), '--part', packedPart('html', html), '--part--', '']
  return Buffer.from([...head, 'Content-Type: multipart/alternative; boundary="part"', '', ...body].join('\r\n'))
}
