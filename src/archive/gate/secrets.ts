/** Finding what may not be shown in a text, and putting a neutral mark in its place. */
import { foldedWords } from '../names/names.ts'
import { disguisedEmailsIn, emailsIn, phonesIn, undisguised } from './details-in-text.ts'
import { type Cut, cut, type Flat, flatten } from './flatten.ts'
import { withoutMarkup } from './markup.ts'
import { withoutPersonalLinks, withShownAddresses } from './shown-addresses.ts'
import { type NameFinder, nameFinders } from './withheld-names.ts'

export const detailsMark = '[contact details withheld]'
export const nameMark = '[name withheld]'
export const contactMark = '[contact withheld]'

export type Secrets = {
  /** Addresses by `emailKey`, and numbers by `phoneKey`. */
  emails: ReadonlySet<string>
  phones: ReadonlySet<string>
  /** Addresses made of these people's names are theirs too; with `withhold: person` the names vanish as well. */
  people: readonly { names: readonly string[]; withhold: 'details' | 'person' }[]
  /** Names of everyone else, some of whom may have such a surname too. */
  others: readonly string[]
}

export type Cleaner = {
  /** For plain text. */
  plain: (text: string) => string
  /** For Markdown: the mark's brackets are escaped, or "[name withheld]: …" would be a link's definition and vanish. */
  markdown: (text: string) => string
  /** What may be a withheld person's name, and was left in the text. */
  doubts: (text: string) => string[]
}

/** Where nothing is withheld: only what was never published goes. */
export const asPublished: Cleaner = { plain: withShownAddresses, markdown: withShownAddresses, doubts: () => [] }

export const emailKey = (email: string): string => email.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
/** "+44 (0)1632 960123" and "01632 960123" are one number. */
export const phoneKey = (phone: string): string =>
  phone
    .replace(/\D/gu, '')
    .replace(/^(?:00)?44(?=0?\d{9,10})0?/u, '0')
    .replace(/^(?=7\d{9}$)/u, '0')
    .slice(0, 11)

/** Two cleaners for the same texts: one for secrets alone, one for every address and number as well. */
export type Cleaners = { secrets: Cleaner; allDetails: Cleaner }

/**
 * Makes the functions that take secrets out of the texts of one update. `context`: all its words, by which a surname is
 * known to be someone else's or an ordinary word.
 */
export function cleanersFor(secrets: Secrets): (context: string) => Cleaners {
  const withheld = secrets.people.filter(({ withhold }) => withhold === 'person').map(({ names }) => names)
  const finderIn = nameFinders({ withheld, others: secrets.others })
  const others = secrets.others.map(localParts)
  const locals = secrets.people.flatMap(({ names: all }) => all.map(localParts)).filter(parts => parts.length >= 2)
  const initialled = new Set(locals.filter(parts => !others.some(isLike(parts))).flatMap(initialledLocals))
  const isSecret = {
    email: (found: string) => isSecretEmail(found, { secrets, locals, initialled }),
    phone: (found: string) => secrets.phones.has(phoneKey(found)),
  }
  return context => {
    const finder = finderIn(flatten(context).text)
    return { secrets: cleanerOf(finder, isSecret), allDetails: cleanerOf(finder, everyDetail) }
  }
}

/** First what is shown where markup is read as such, then what the characters say. */
const VIEWS: readonly ((printed: string) => Flat | null)[] = [withoutMarkup, flatten]
type CutFound = { view: (printed: string) => Flat | null; mark: string; found: 'details' | 'names' }

type IsSecret = { email: (found: string) => boolean; phone: (found: string) => boolean }
const everyDetail: IsSecret = { email: () => true, phone: () => true }

function cleanerOf(finder: NameFinder, isSecret: IsSecret): Cleaner {
  const find = {
    details: (text: string): Cut['stretches'] => [
      ...[...emailsIn(text), ...disguisedEmailsIn(text)].filter(({ found }) => isSecret.email(found)),
      ...phonesIn(text).filter(({ found }) => isSecret.phone(found)),
    ],
    names: finder.names,
  }
  const isSecretLink = (to: string) =>
    isSecret === everyDetail || find.details(flatten(to.replace(/^\w+:/u, '')).text).length > 0
  const clean = (printed: string, [details, name]: [string, string]): string => {
    const text = withShownAddresses(printed)
    const cleaned = VIEWS.reduce((left, view) => {
      const shown = cutFound(left, { view, mark: details, found: 'details' })
      return cutFound(shown, { view, mark: name, found: 'names' })
    }, text)
    return cleaned === text ? text : single(cleaned, details)
  }
  const cutFound = (text: string, { view, mark, found }: CutFound): string => {
    const flat = view(text)
    if (flat === null) return text
    const stretches = find[found](flat.text)
    return stretches.length === 0 ? text : cut(text, flat, { stretches, mark })
  }
  const escaped = (mark: string) => mark.replace(/[[\]]/gu, '\\$&')
  return {
    plain: text => clean(text, [detailsMark, nameMark]),
    markdown: text => clean(withoutPersonalLinks(text, isSecretLink), [escaped(detailsMark), escaped(nameMark)]),
    doubts: text => finder.doubts(flatten(text).text).map(({ found }) => found),
  }
}

/** The text with every address and number replaced, for what is made of it: an id, a sample. */
export const withDetailsReplaced = (text: string, replacement: string): string =>
  withoutAny.plain(text).replaceAll(detailsMark, replacement)

type SecretEmails = { secrets: Secrets; locals: readonly string[][]; initialled: ReadonlySet<string> }
function isSecretEmail(found: string, { secrets, locals, initialled }: SecretEmails): boolean {
  const address = undisguised(found)
  const local =
    address
      .split('@')[0]
      ?.toLowerCase()
      .replace(/[^a-z]/gu, '') ?? ''
  const isMade = initialled.has(local) || locals.some(parts => parts.every(part => local.includes(part)))
  return isMade || secrets.emails.has(emailKey(address))
}

/** "rtyndall", "tyndallr". */
const initialledLocals = ([first = '', last = '']: string[]): string[] => [`${first[0]}${last}`, `${last}${first[0]}`]

/** Another person of the same surname and initial. */
const isLike =
  ([first = '', last]: string[]) =>
  ([otherFirst = '', otherLast]: string[]): boolean =>
    last === otherLast && first[0] === otherFirst[0]

/** First and last word of a name, without accents. */
const localParts = (name: string): string[] => {
  const words = foldedWords(flatten(name).text)
    .map(word => word.replace(/[^a-z]/gu, ''))
    .filter(word => word.length > 1)
  const [first, ...others] = words
  const last = others.at(-1)
  return first === undefined || last === undefined ? [] : [first, last]
}

const withoutAny = cleanerOf({ names: () => [], doubts: () => [] }, everyDetail)

/** An address and a number side by side leave one mark. */
function single(text: string, mark: string): string {
  const literal = mark.replace(/[[\]\\]/gu, '\\$&')
  return text.replace(new RegExp(`${literal}(?:(?:[\\s,;/|\\\\]|and|or)*${literal})+`, 'gu'), () => mark)
}
