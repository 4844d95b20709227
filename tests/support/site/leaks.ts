/**
 * Looks for contact details and names in a built site as someone determined to find them would: in every file, packed
 * or not, through tags, entities, escapes, folded lines and anything between digits. It knows nothing of how the gate
 * finds them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** `emails` in lower case; `phones` without their 0 or +44: "1632960123". Each once. */
export type Details = { emails: string[]; phones: string[] }

/** What a text holds that is written like an address or a number. */
export function detailsIn(text: string): Details {
  const emails = text.match(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]*[^\s<>()[\],;:".]/gu) ?? []
  const phones = text.match(/(?<![\d/])(?:\+44|0)[\d() -]{8,}\d/gu) ?? []
  return {
    emails: [...new Set(emails.map(email => email.toLowerCase()))],
    phones: [...new Set(phones.map(phone => phone.replace(/\D/gu, '').replace(/^(?:44)?0?/u, '')))],
  }
}

/** A file of a site, and all that it says: lower case, once as it is and once as a browser or a program reads it. */
export type SiteFile = { file: string; said: string; digits: string }

/** Every file of the site, unpacked. */
export function siteFiles(site: string): SiteFile[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      const said = saidBy(readFileSync(path))
      return {
        file: relative(site, path).replaceAll(sep, '/'),
        said,
        digits: said.replace(/[\s().+/\u00a0‐-―·-]/gu, ''),
      }
    })
}

/** Pagefind's index and its program are gzip files under other names. */
function saidBy(bytes: Buffer): string {
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  const read = text
    .replace(/\r?\n[ \t]/gu, '')
    .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/giu, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\u([\da-f]{4})|%([\da-f]{2})/giu, (_, unit, byte) =>
      String.fromCharCode(Number.parseInt(unit ?? byte, 16)),
    )
  return `${read}\n${read.replace(/<[^>]*>|[\u00ad\u200b-\u200f\u2060\ufeff\\]/gu, '')}`.toLowerCase()
}

/** Each detail that the files hold, with the files that hold it. */
export function leaksIn(files: readonly SiteFile[], { emails, phones }: Details): Map<string, string[]> {
  const held = (detail: string, holds: (file: SiteFile) => boolean) =>
    [detail, files.filter(holds).map(({ file }) => file)] as const
  return new Map(
    [
      ...emails.map(email => held(email, ({ said }) => said.includes(email))),
      ...phones.map(phone => held(phone, ({ digits }) => digits.includes(phone))),
    ].filter(([, where]) => where.length > 0),
  )
}

/** The files that hold a name, in either order, its words parted by anything but letters ("ada-brook", "Brook, Ada"). */
export function filesNaming(files: readonly SiteFile[], name: string): string[] {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? []
  const orders = [words, [...words.slice(-1), ...words.slice(0, -1)]]
  const pattern = new RegExp(orders.map(order => order.join('[^\\p{L}]{0,4}')).join('|'), 'u')
  // Few files hold all its words, and the pattern is slow.
  return files
    .filter(({ said }) => words.every(word => said.includes(word)) && pattern.test(said))
    .map(({ file }) => file)
}
