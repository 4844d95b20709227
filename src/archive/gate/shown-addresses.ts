/**
 * Web addresses as the site may show them. A tracking link can hold the mailbox of the person who received the newsletter,
 * packed as `%40` or `%2540`: it was never published, so it goes under every contact policy.
 */
import { withoutInvisible } from '../../diagnostics/invisible.ts'
import { cleanAddress, fullyDecoded } from '../../update/clean-address.ts'

const WEB_ADDRESS = /\bhttps?:\/\/[^\s<>"]+/giu
const MAILBOX = /(?<![\p{L}\p{N}._+'’-])[\p{L}\p{N}._+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const HOST = /^(?<scheme>https?:\/\/)(?:[^/@]*@)?(?<host>[^/?#@]+)/iu
/** "logo@2x.png" is a picture. */
const PICTURE = /@\dx?\.(?:png|jpe?g|gif|webp|svg)/giu

/** The text with every web address in it as it may be shown. */
export const withShownAddresses = (text: string): string =>
  text.includes('://') ? text.replace(WEB_ADDRESS, shownAddress) : text

/** Unwrapped, without what counts readers, and without a mailbox: its query goes first, then its path. */
export function shownAddress(address: string): string {
  const clean = cleanAddress(address).address
  if (!holdsMailbox(clean)) return clean
  const [page = ''] = clean.split(/[?#]/u)
  if (!holdsMailbox(page)) return page
  const { scheme = '', host = '' } = HOST.exec(page)?.groups ?? {}
  return host === '' ? '' : `${scheme}${host}/`
}

function holdsMailbox(address: string): boolean {
  const said = withoutInvisible(fullyDecoded(address))
    .replace(/<[^<>]*>/gu, '')
    .replace(/%u0040|&#(?:64|x40);|&commat;/giu, '@')
    .replace(PICTURE, '')
  return MAILBOX.test(said) || (said.match(PACKED) ?? []).some(isPackedMailbox)
}

/** In base64 or in figures of base 16, as tracking tools write the reader. */
const PACKED = /[\w+/-]{16,}/gu

function isPackedMailbox(packed: string): boolean {
  const pieces = [packed, ...packed.split('/')].filter(piece => piece.length >= 12)
  return pieces
    .flatMap(piece => [Buffer.from(piece, 'base64'), Buffer.from(piece, 'hex')])
    .map(bytes => bytes.toString('latin1'))
    .some(said => /^[\x20-\x7E]*$/u.test(said) && PLAIN_MAILBOX.test(said))
}

const PLAIN_MAILBOX = /[\w.+-]@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/iu

/** `[Jo](mailto:jo@example.org)`, `[ring](tel:+441632960123 "Jo")`: what a Markdown link to a person leads to. */
const PERSONAL_LINK =
  /(?<!\\)\[(?<words>(?:\\.|[^\][\\])*)\]\(\s{0,3}<?(?<to>(?:(?:mailto|tel|sms):|https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)\/)[^)>\s]{0,2000})>?(?:\s{1,3}(?:"[^"\n]*"|'[^'\n]*'))?\s{0,3}\)/giu

/** Links to a mailbox or telephone become their words where `isSecret` says so of the address they lead to. */
export const withoutPersonalLinks = (markdown: string, isSecret: (address: string) => boolean): string =>
  markdown.replace(PERSONAL_LINK, (link: string, words: string, to: string) =>
    isSecret(fullyDecoded(to.replace(/\\/gu, ''))) ? words : link,
  )
