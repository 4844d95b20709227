/**
 * Raw texts of an archive that never was: of realistic size, words and repetition, in every layout that the newsletter has
 * had. The same number always gives the same texts. Names and addresses are invented (…@example.org, 01632 960…).
 */
import { addDays, addMonths, formatDate, weekday } from '../../src/update/calendar-day.ts'
import type { IsoDate } from '../../src/update/update.ts'
import { type Chance, chance } from './chance.ts'

export type RawText = { name: string; text: string }

/** What a week's newsletter is made of. Stories and publications are repeated in later weeks. */
type Story = { title: string; publisher: string; day: IsoDate; paragraphs: string[]; bullets: string[] }
type Week = { number: number; date: IsoDate; news: Story[]; reminders: Story[]; list: Story[]; contacts: Contact[] }
type Contact = { role: string; name: string; organisation: string; email: string; phone: string }

/** Past the years: the address of update 2013 would be that of the updates of 2013. */
const firstNumber = 3000
const firstDay = '2013-01-04'
/** Weekly, as the real one; closer together where so many weeks would lie beyond any date that an update may have. */
const daysBetween = (count: number): number => (count <= 2300 ? 7 : 2)

/**
 * `words` are those of real texts, as often as those texts have each: sentences are drawn from them, and every twelfth
 * word is a rare one, put together from two of them, so that an archive of 700 has some 15,000 different words, as many as
 * the growth in the real texts leads to (Heaps' law: with the power 0.57 of the words printed).
 */
export function* madeUpUpdates(count: number, words: readonly string[]): Generator<RawText> {
  const random = chance(20181)
  const people = Array.from({ length: 60 }, (_, at) => contact(random, at))
  let earlier: Story[] = []
  let list: Story[] = []
  for (let at = 0; at < count; at += 1) {
    const date = addDays(firstDay, at * daysBetween(count))
    const news = Array.from({ length: 6 }, () => story(random, words, date))
    const from = Math.floor(at / 26) % (people.length - 20)
    const week = {
      number: firstNumber + at,
      date,
      news,
      reminders: random.some(earlier, 4),
      list,
      contacts: people.slice(from, from + 20),
    }
    yield { name: `${week.number}.txt`, text: print(week, at / count) }
    earlier = [...news, ...earlier].slice(0, 24)
    list = [...random.some(news, 3), story(random, words, date), ...list].slice(0, 36)
  }
}

// ── what it says ──

function story(random: Chance, words: readonly string[], date: IsoDate): Story {
  return {
    title: capital(sentence(random, words, 5 + random.below(6))),
    publisher: random.one(publishers),
    day: addDays(date, -1 - random.below(20)),
    paragraphs: Array.from({ length: 2 + random.below(2) }, () => paragraph(random, words)),
    bullets: random.below(2) === 0 ? [] : Array.from({ length: 3 }, () => capital(sentence(random, words, 12))),
  }
}

const paragraph = (random: Chance, words: readonly string[]): string =>
  Array.from({ length: 1 + random.below(3) }, () => `${capital(sentence(random, words, 12 + random.below(14)))}.`).join(
    ' ',
  )

const sentence = (random: Chance, words: readonly string[], length: number): string =>
  Array.from({ length }, () => (random.below(12) === 0 ? rareWord(random, words) : random.one(words))).join(' ')

/** "edupport": one of 30,000, some of them ten times as frequent as others. */
function rareWord(random: Chance, words: readonly string[]): string {
  const rank = Math.floor((random.below(rareWords) * random.below(rareWords)) / rareWords)
  const [first = '', second = ''] = [words[(rank * 7) % words.length], words[(rank * 31 + (rank >> 4)) % words.length]]
  return `${first.slice(0, Math.ceil(first.length / 2))}${second.slice(second.length >> 1)}`.toLowerCase()
}
const rareWords = 30_000

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function contact(random: Chance, at: number): Contact {
  const first = random.one(firstNames)
  const last = `${random.one(lastNames)}${random.one(['', 'son', 'ton', 'ley'])}`
  return {
    role: random.one(roles),
    name: `${first} ${last}`,
    organisation: random.one(organisations),
    email: `${first}.${last}.${at}@example.org`.toLowerCase(),
    phone: `01632 960${String(at).padStart(3, '0')}`,
  }
}

const publishers = [
  ...['DfE', 'Ofsted', 'NSPCC', 'the Children’s Commissioner', 'CQC', 'MoJ', 'NAO', 'ADCS', 'LGA', 'Coram', 'Nesta'],
  ...['Barnardo’s', 'Research in Practice', 'Foundations', 'EEF', 'NFER', 'IFS', 'ONS', 'NHS England', 'the PAC'],
]
const firstNames = ['Robin', 'Alex', 'Sam', 'Chris', 'Jo', 'Kim', 'Pat', 'Lee', 'Max', 'Ash', 'Sandy', 'Terry', 'Val']
const lastNames = [
  'Ash',
  'Bar',
  'Clay',
  'Dun',
  'El',
  'Fen',
  'Gray',
  'Hart',
  'Kings',
  'Lang',
  'Mar',
  'Nor',
  'Row',
  'Wins',
]
const roles = [
  'AD Education Network Lead',
  'SESLIP Consultant',
  'Improvement Adviser',
  'Data Lead',
  'Programme Manager',
]
const organisations = [
  'South East Sector-Led Improvement Programme',
  'Kent',
  'NHS England (South East)',
  'LGA',
  'Surrey',
]
const networks = [
  'AD Education',
  'AD Safeguarding',
  'Lead Members Group',
  'Adoption Leadership Board',
  'SEND SE19',
  'Data Group',
]

// ── how it looks ──

/** From the oldest layout to the latest, as the archive goes on. */
function print(week: Week, share: number): string {
  const body =
    share < 0.15 ? actionRequired(week) : share < 0.4 ? labelled(week) : share < 0.55 ? unheaded(week) : headlined(week)
  return `${body.filter(block => block !== '').join('\n\n')}\n`
}

const invitation =
  'If you have any news that you would like included in our Friday Update, please contact Robin Sample (details below)'
const plan = 'Our Regional Improvement Plan can be found here (https://example.org/plan)'

function actionRequired(week: Week): string[] {
  const item = (it: Story) => [
    it.title,
    published(it),
    ...textOf(it),
    'Action Required:',
    'Please share with your teams',
  ]
  return [
    invitation,
    plan,
    masthead(week, 'UPDATE NO'),
    ...week.news.flatMap(item),
    ...dates(week),
    ...theRest(week, item),
  ]
}

function labelled(week: Week): string[] {
  const item = (it: Story) => [
    'Programme:',
    it.title,
    'Update:',
    published(it),
    ...textOf(it),
    'Action Required:',
    'Please share',
  ]
  return [
    invitation,
    plan,
    masthead(week, 'UPDATE NO'),
    'Updates',
    ...week.news.flatMap(item),
    ...dates(week),
    ...theRest(week, item),
  ]
}

function unheaded(week: Week): string[] {
  return [
    masthead(week, 'Update no'),
    invitation,
    plan,
    ...week.news.flatMap(newer),
    ...dates(week),
    ...theRest(week, newer),
  ]
}

function headlined(week: Week): string[] {
  const top = [masthead(week, 'Update no'), invitation, 'Newsletters', plan, 'Updates']
  return [...top, ...week.news.flatMap(newer), ...dates(week), ...theRest(week, newer)]
}

const newer = (it: Story): string[] => [it.title, published(it), 'Headlines', ...textOf(it)]

const theRest = ({ reminders, list, contacts }: Week, item: (it: Story) => string[]): string[] => [
  ...(reminders.length === 0 ? [] : ['Reminders From Previous Weeks', ...reminders.flatMap(item)]),
  ...(list.length === 0 ? [] : ['Tools & Templates', ...list.map(published)]),
  'Contact Details',
  ...contacts.map(
    ({ role, name, organisation, email, phone }) => `${role}: ${name} (${organisation})\n${email}\n${phone}`,
  ),
]

const masthead = ({ number, date }: Week, words: string): string =>
  `${words} ${number} ${formatDate(date).replace(/^(?=\d )/u, '0')}`
const published = ({ day, publisher, title }: Story): string =>
  `On ${formatDate(day).replace(/ \d{4}$/u, '')} ${publisher} published ${title}`
const textOf = ({ paragraphs, bullets }: Story): string[] => [...paragraphs, ...bullets.map(bullet => `  • ${bullet}`)]

/** The same meeting is announced for four weeks. */
function dates({ number, date, contacts }: Week): string[] {
  const lines = networks.map((network, at) => {
    const day = addDays(addMonths(`${date.slice(0, 7)}-01`, 1), at * 3 + (Math.floor(number / 4) % 3))
    return `${network}: ${weekday(day)} ${formatDate(day)}, 10am online. More from ${contacts[at]?.name} (contact details below)`
  })
  return ['Future dates for network meetings', 'Network dates:', ...lines]
}
