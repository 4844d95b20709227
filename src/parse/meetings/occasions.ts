/**
 * Which days of a phrase a meeting is on, which it was to be on, and whether it is on at all. Printed, for instance: "now 12 June
 * (was 5 June)", "postponed from 3 March, new date tbc", "w/c 16 March", "Tuesday 10 and Wednesday 11 March", "Fridays 6 March,
 * 5 June and 11 September". A phrase announces one meeting, or several of one kind.
 */
import { daysBetween } from '../../update/calendar-day.ts'
import type { IsoDate, MeetingStatus, YearSource } from '../../update/update.ts'
import { type DatedDay, type DayOfMonth, dateOf } from '../dates/dates.ts'
import type { PrintedDay, Span } from '../dates/days.ts'

/** One meeting's days. `from`: the printed day that it was read from; null where no day is printed for it. `beside`: the days of its run. */
export type Occasion = {
  date: IsoDate | null
  lastDate: IsoDate | null
  formerDate: IsoDate | null
  yearFrom: YearSource | null
  status: MeetingStatus
  from: PrintedDay | null
  beside: readonly PrintedDay[]
}

export type Occasions = {
  occasions: Occasion[]
  /** Each printed day that is a meeting's, or was to be, and what it means. */
  dated: { day: PrintedDay; resolved: DatedDay }[]
  /** Days beyond those that are joined to the first ("6 March at Shaw House. 5 June"). */
  left: PrintedDay[]
}

type Role =
  /** The meeting is on it, or nothing says otherwise. */
  | 'plain'
  /** "now …", "moved to …". */
  | 'new'
  /** "was …", "postponed from …". */
  | 'former'
  /** "next meeting …", behind one that is off. */
  | 'next'
  /** "w/c …", "by …", "between … and …": no day of a meeting. */
  | 'none'

const filler = String.raw`(?:\s|:|\(|,|\b(?:to be|due|planned|scheduled|set|arranged|held|meant|taking place|take place|on|for|the|date|is|will be|a|it)\b)*$`
const leadsFormer = new RegExp(
  String.raw`\b(?:was|were|previously|originally|formerly|instead of|rather than|in place of|replac(?:es|ing)|not)\b${filler}`,
  'iu',
)
const leadsFrom = /\bfrom\s*(?:the\s+)?$/i
const leadsNew = new RegExp(
  String.raw`\b(?:now|to|until|till|new (?:date|day)|rescheduled for|rearranged for|moved for)\b${filler}`,
  'iu',
)
const leadsNext = new RegExp(
  String.raw`\b(?:next\b(?:\s+(?:meeting|one|date))?|will\s+(?:now\s+|instead\s+)?meet\b(?:\s+instead)?|instead\b)${filler}`,
  'iu',
)
const leadsNone =
  /\b(?:w\/?[bc]|wk|week(?:\s+(?:commencing|beginning|ending|starting|of))?|between|around|before|after|by|since)\b[\s.:]*(?:the\s+)?$/i

const moves =
  /\b(?:postponed?|postponement|moved|rearranged|rescheduled|changed?|brought forward|put back|put off|pushed back|deferred|delayed|new (?:date|day))\b/i
const putsOff = /\b(?:postponed?|postponement|put off|put back|pushed back|deferred|delayed|rearranged|rescheduled)\b/i
const putsLater = /\b(?:postponed?|deferred|delayed|put off|put back|pushed back)\b/i
const callsOff =
  /\b(?:cancelled|canceled|called off|stood down|scrapped|abandoned|(?:is|are) (?:now )?off(?=\s*(?:[.,;:)–—-]|$))|not happening|will not happen|(?:not|no longer) (?:be )?(?:going ahead|taking place)|will (?:not|no longer) (?:now )?(?:be held|take place|meet|go ahead))\b/i

/** Whether a phrase says of a meeting that it is off, or not on the day that it was to be. */
export const saysOff = (text: string): boolean =>
  moves.test(text) ||
  putsOff.test(text) ||
  callsOff.test(text) ||
  /\b(?:now|was|previously|originally|instead)\b/iu.test(text)

/** Reads the days of a phrase. `times` may be between days that belong together. */
export function readOccasions(text: string, { days, times, update }: DaysAndTimes): Occasions {
  const roles = rolesOf(text, days)
  const withRole = (...wanted: Role[]) => days.filter((_, at) => wanted.includes(roles[at] ?? 'none'))
  const formers = withRole('former')
  const former = formers.at(-1)
  const formerDate = former === undefined ? null : isoOf(formerDayOf(former, update))
  const current = withRole('plain', 'new')
  const next = withRole('next')
  const { runs, left } = runsOf(text, current, times)
  const dated = [
    ...formers.map(day => ({ day, resolved: formerDayOf(day, update) })),
    ...[...current, ...next].map(day => ({ day, resolved: dateOf(day, 'meeting', update) })),
  ]
  // "Cancelled 5 March – new date 9 April" is on.
  const off = callsOff.test(text) && !roles.includes('new')
  // "Postponed to 22 January": what is brought forward or moved is planned.
  const isLater = days.length > 0 && putsLater.test(text)
  const occasions = runs
    .flatMap(run => occasionsOf(run, update))
    .map((one): Occasion => ({ ...one, formerDate, status: off ? 'cancelled' : isLater ? 'postponed' : 'planned' }))
  if (occasions.length === 0) occasions.push(withoutDay(text, { former, formerDate, off }))
  const later = next.flatMap(day => occasionsOf([{ day, joint: 'and' }], update))
  return { occasions: [...occasions, ...later], dated, left }
}

type DaysAndTimes = { days: readonly PrintedDay[]; times: readonly Span[]; update: IsoDate }

/** A day that a meeting was to be on is past or to come: the one that is nearer to the update. */
function formerDayOf(day: PrintedDay, update: IsoDate): DatedDay {
  const ahead = dateOf(day, 'meeting', update)
  const past = dateOf(day, 'publication', update)
  if (ahead.kind === 'impossible' || past.kind === 'impossible') return ahead.kind === 'impossible' ? past : ahead
  return Math.abs(daysBetween(update, past.date)) < Math.abs(daysBetween(update, ahead.date)) ? past : ahead
}

const isoOf = (day: DatedDay): IsoDate | null => (day.kind === 'date' ? day.date : null)

/** A meeting that the phrase gives no day: off its old one, called off, or not fixed yet. */
function withoutDay(
  text: string,
  { former, formerDate, off }: { former: PrintedDay | undefined; formerDate: IsoDate | null; off: boolean },
): Occasion {
  const none = { date: null, lastDate: null, formerDate: null, yearFrom: null, from: null, beside: [] }
  // "Cancelled (was 6 March)" is off on that day.
  const yearFrom = formerDate === null ? null : 'update date'
  if (off) return { ...none, date: formerDate, yearFrom, from: former ?? null, status: 'cancelled' }
  const isPostponed = formerDate !== null || putsOff.test(text)
  return { ...none, formerDate, status: isPostponed ? 'postponed' : 'planned' }
}

/** What is said of each day: by the words before it; where a meeting moves, also by which of two comes first. */
function rolesOf(text: string, days: readonly PrintedDay[]): Role[] {
  const move = moves.exec(text)
  const off = callsOff.exec(text)
  const roles = days.map(({ index, more }, at): Role => {
    const [above, below] = [days[at - 1], days[at + 1]]
    // "5 or 12 June": which of the two is not fixed yet.
    if (more.some(({ joint }) => joint === 'or') || isEither(text, above, days[at]) || isEither(text, days[at], below))
      return 'none'
    const before = text.slice(above === undefined ? 0 : above.index + above.length, index)
    if (leadsNone.test(before)) return 'none'
    if (leadsFormer.test(before) || (move !== null && leadsFrom.test(before))) return 'former'
    if (off !== null && off.index < index && leadsNext.test(before)) return 'next'
    // "3 to 5 March" goes on from one day to another.
    return (move !== null && move.index < index) || /\bnow\b/i.test(before)
      ? leadsNew.test(before)
        ? 'new'
        : 'plain'
      : 'plain'
  })
  return move === null ? roles : inOrder(text, days, roles)
}

const isEither = (text: string, one: Span | undefined, other: Span | undefined): boolean =>
  one !== undefined && other !== undefined && /^\s*,?\s*or\s*$/i.test(text.slice(one.index + one.length, other.index))

/** "6 March postponed, now 20 March": of two days, the one before the new one is the old one. "Postponed: 6 March": so is the only one. */
function inOrder(text: string, days: readonly PrintedDay[], roles: readonly Role[]): Role[] {
  const firstNew = roles.indexOf('new')
  const plain = roles.filter(role => role === 'plain').length
  if (roles.includes('former') || plain === 0) return [...roles]
  if (firstNew >= 0) return roles.map((role, at) => (role === 'plain' && at < firstNew ? 'former' : role))
  if (!putsOff.test(text)) return [...roles]
  const verb = putsOff.exec(text)?.index ?? 0
  // "Rescheduled: 12 June" names the new day, "Postponed: 12 June" the old one.
  const isOld = (at: number) => /postpone|put off|deferred|delayed/i.test(text) || (days[at]?.index ?? 0) < verb
  const first = roles.indexOf('plain')
  return roles.map((role, at) => (role === 'plain' && at === first && isOld(at) ? 'former' : role))
}

type DayRun = { day: PrintedDay; joint: 'and' | 'to' }[]

/** Days that are joined by no more than commas, "and", a dash, and their hours. */
function runsOf(
  text: string,
  days: readonly PrintedDay[],
  times: readonly Span[],
): { runs: DayRun[]; left: PrintedDay[] } {
  const [first, ...others] = days
  if (first === undefined) return { runs: [], left: [] }
  const run: DayRun = [{ day: first, joint: 'and' }]
  const left: PrintedDay[] = []
  let open = true
  for (const [at, day] of others.entries()) {
    const above = days[at] ?? first
    const joint: DayRun[number]['joint'] | null = open
      ? jointOf(text, { from: above.index + above.length, to: day.index }, times)
      : null
    if (joint === null) left.push(day)
    else run.push({ day, joint })
    open = joint !== null
  }
  return { runs: [run], left }
}

function jointOf(
  text: string,
  { from, to }: { from: number; to: number },
  times: readonly Span[],
): 'and' | 'to' | null {
  let between = text.slice(from, to)
  for (const { index, length } of [...times].sort((a, b) => b.index - a.index))
    if (index >= from && index + length <= to)
      between = between.slice(0, index - from) + between.slice(index - from + length)
  if (/^\s*(?:to|until|till|[-–—])\s*$/i.test(between)) return 'to'
  return /^(?:[\s,;.&]|\b(?:and|then|also|on)\b)*$/i.test(between) && /[,;&]|and/i.test(between) ? 'and' : null
}

/** Longer than any meeting of several days: what lies between is a period. */
const longestMeeting = 14

/** The meetings that a run of days is: days in a row are one meeting. */
function occasionsOf(run: DayRun, update: IsoDate): Occasion[] {
  const found: Occasion[] = []
  const beside = run.map(({ day }) => day)
  for (const { day, joint } of spread(run)) {
    const resolved = dateOf(day, 'meeting', update)
    const open = found.at(-1)
    if (resolved.kind === 'impossible') {
      if (joint === 'and') found.push({ ...plannedOn(null, null), from: day.from, beside })
      continue
    }
    const before = open?.lastDate ?? open?.date ?? null
    const apart = before === null ? 0 : daysBetween(before, resolved.date)
    if (open !== undefined && (apart === 1 || (joint === 'to' && apart > 0 && apart < longestMeeting)))
      open.lastDate = resolved.date
    else if (joint === 'and' || open === undefined)
      found.push({ ...plannedOn(resolved.date, resolved.yearFrom), from: day.from, beside })
  }
  return found
}

const plannedOn = (date: IsoDate | null, yearFrom: YearSource | null): Omit<Occasion, 'from' | 'beside'> => ({
  date,
  lastDate: null,
  formerDate: null,
  yearFrom,
  status: 'planned',
})

type SpreadDay = { day: DayOfMonth & { from: PrintedDay }; joint: 'and' | 'or' | 'to' }

/** Each day by itself, with what the others of its run say: the year behind the last, the weekday of "Fridays". */
function spread(run: DayRun): SpreadDay[] {
  const days = run.flatMap(({ day, joint }): SpreadDay[] => [
    { day: { day: day.day, month: day.month, year: day.year, weekday: day.weekday, from: day }, joint },
    ...day.more.map(more => ({
      day: { day: more.day, month: day.month, year: day.year, weekday: more.weekday, from: day },
      joint: more.joint,
    })),
  ])
  for (const [at, { day }] of [...days.entries()].reverse()) {
    const after = days[at + 1]?.day
    if (day.year !== null || after === undefined || after.year === null) continue
    day.year = after.month * 31 + after.day >= day.month * 31 + day.day ? after.year : after.year - 1
  }
  return days
}
