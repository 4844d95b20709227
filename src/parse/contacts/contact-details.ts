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

// Between two digits: a space, a dot, a slash, a bracket, or a dash of any kind (U+2010 is a hyphen, U+2011 one that does not break).
const sign = String.raw`[\s().\/‐-―−-]`
/**
 * 07855 492010 · 0161 729 1065 · (01962) 845 000 · +44 (0)7855 492010 · 07700/900123 · 01632–960–126. The 0 and ten digits are a
 * whole number, so "07700 900124/07700 900125" is two; there must be eight or more, so that a date does not count.
 */
const phonePattern = new RegExp(
  String.raw`(?<![\p{L}\d.,+-])(?<![^\d\s]\/)(?:(?:\+\s?44|00\s?44|44(?=[\s-]?7\d{3}))(?:${sign}{0,2}\(0\))?|\(\+44\)(?:\s?\(0\))?|\(?0)(?:${sign}{0,3}\d){8,10}\d?(?!\d)`,
  'gu',
)
/** 09/10/2024 10.30 */
const dayInFigures = /^\d{1,2}([./‐-―−-])\d{1,2}\1(?:19|20)\d{2}/u

/** British telephone numbers of a text, as printed, in order: what begins with 0 or +44 and has about as many digits. */
export const findPhones = (text: string): string[] =>
  /\d{3}/u.test(text)
    ? matchesOf(phonePattern, text)
        .map(match => match[0])
        .filter(number => !dayInFigures.test(number))
    : []

/** Whether a number has as many digits as British numbers have: one that lost a digit has not. */
export function isWholeNumber(phone: string): boolean {
  // Nearly all have ten digits behind the 0; only of the others does the library know which there are.
  const digits = phone.replace(/[^\d+]/gu, '')
  return /^(?:0|\+?44|0044|\+440)\d{10}$/u.test(digits) || isValidPhoneNumber(digits, 'GB')
}

/** A line with only addresses and numbers, and "Tel:" or "Email:". */
export const isContactDetail = (text: string): boolean => saysNothing(restOf(text))

/** … or with a remark behind them: "07700 900123 (Mon–Wed)", "Tel: 07700 900123 – term time only". */
export function isDetailWithRemark(text: string): boolean {
  const [before = '?', ...behind] = restOf(text).split(taken)
  const last = behind.pop() ?? ''
  return saysNothing(before) && behind.every(saysNothing) && (saysNothing(last) || isRemark(last))
}

const taken = '\0'
/** The line with a mark where each address and number stood; "?" where it has none, or is longer than any such line. */
function restOf(text: string): string {
  if (text.length > 200 || !/@|\d{3}/u.test(text)) return '?'
  const found = [...findEmails(text), ...findPhones(text)]
  return found.length === 0 ? '?' : found.reduce((left, detail) => left.replace(detail, taken), text)
}

const saysNothing = (words: string): boolean =>
  words
    .split(/[\s\0<>()[\],.;:/|‐-―−-]+/u)
    .every(word => word === '' || besideDetails.has(word.toLowerCase()) || /^\d{1,5}$/u.test(word))
const besideDetails = new Set(
  'e-mail email mail e mailto tel telephone phone mobile mob m t p direct dial office work home line or and ext extension x no number fax switchboard landline text call'.split(
    ' ',
  ),
)

/** "(Mon-Wed)", "– term time only", "ext 2", "not Fridays": a few words. */
const isRemark = (words: string): boolean => {
  const bare = words.trim()
  if (/[:@]/u.test(bare)) return false
  return /^\([^()]*\)[.,;]?$/u.test(bare) || bare.split(/\s+/u).length <= 7
}
