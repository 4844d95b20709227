/** Addresses and numbers by which people are reached, as printed. */
import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { LinkifyIt } from 'linkify-it'
import { matchesOf } from '../text/matches.ts'

const linkify = new LinkifyIt()

/** E-mail addresses of a text, as printed, in order. */
export const findEmails = (text: string): string[] =>
  text.includes('@')
    ? (linkify.match(text) ?? [])
        .filter(link => link.schema === 'mailto:' || link.url.startsWith('mailto:'))
        .map(link => link.text.replace(/^mailto:/iu, ''))
    : []

// 07855 492010 · 0161 729 1065 · (01962) 845 000 · +44 (0)7855 492010; eight digits or more, so that a date is none.
const phonePattern = /(?<![\p{L}\d.,/+-])(?:\+\s?44|0044|\(?0)(?:[\s().-]{0,2}\d){8,11}(?!\d)/gu

/** British telephone numbers of a text, as printed, in order: what begins with 0 or +44 and has about as many digits. */
export const findPhones = (text: string): string[] =>
  /\d{3}/u.test(text) ? matchesOf(phonePattern, text).map(match => match[0]) : []

/** Whether a number has as many digits as British numbers have: one that lost a digit has not. */
export function isWholeNumber(phone: string): boolean {
  // Nearly all have ten digits behind the 0; only of the others does the library know which there are.
  return /^(?:0|\+44|0044|\+440)\d{10}$/u.test(phone.replace(/[\s().-]/gu, '')) || isValidPhoneNumber(phone, 'GB')
}

/** A line of addresses and numbers, with no more than "Tel:" or "Email:" beside them. */
export function isContactDetail(text: string): boolean {
  if (text.length > 200 || !/@|\d{3}/u.test(text)) return false
  const found = [...findEmails(text), ...findPhones(text)]
  if (found.length === 0) return false
  const rest = found.reduce((left, detail) => left.replace(detail, ' '), text)
  return rest
    .split(/[\s<>()[\],.;:/|–-]+/u)
    .every(word => word === '' || besideDetails.has(word.toLowerCase()) || /^\d{1,5}$/u.test(word))
}
const besideDetails = new Set(
  'e-mail email mail e mailto tel telephone phone mobile mob m t p direct dial office work home line or and ext extension no number'.split(
    ' ',
  ),
)
