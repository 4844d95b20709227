/**
 * What one newsletter says, as printed, and what the parser understood of it.
 *
 * This is the waist of the program: import makes an Update out of raw text, build makes an archive out of Updates,
 * and `update-file.ts` keeps one as front matter + Markdown between the two. Names (networks, people, publishers)
 * stay as printed here; who they are is decided in `src/archive`.
 */

/** `YYYY-MM-DD`. */
export type IsoDate = string
/** `YYYY-MM`. */
export type IsoMonth = string
/** `HH:MM`, 24 hours, Europe/London. */
export type ClockTime = string
/** CommonMark in which every character that the newsletter printed literally is escaped (see `markdown.ts`). */
export type Markdown = string

export type Update = {
  number: number
  date: IsoDate
  /** The masthead as printed: "Update no 656 4th April 2025". */
  heading: string
  /** Where it was published before; left out where its text does not say so. */
  origin?: Origin
  sections: Section[]
  /** What surrounded the foot of the page or mail that it was copied from, and is no part of it; '' for most. */
  foot: Markdown
}

/** A post of the newsletter's old site: its WordPress number ("?p=8851"), and its address. */
export type Origin = { post: number | null; address: string | null }

export type Section = Notices | Stories | PublicationList | ContactList
/** In the order that a newsletter has them. */
export const sectionKinds = ['notices', 'updates', 'reminders', 'publications', 'contacts'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** The standing text at the top: picture caption, invitations, "Newsletters". */
export type Notices = {
  kind: 'notices'
  /** "Newsletters", or null where the text prints no such line. */
  heading: string | null
  /** The text above that heading (all of it where there is no heading). */
  lead: Markdown
  /** The text below that heading. */
  text: Markdown
}

export type Stories = {
  kind: 'updates' | 'reminders'
  /** As printed, colon and all; null where the layout prints none (2023: no "Updates" line). */
  heading: string | null
  items: Item[]
}

export type PublicationList = { kind: 'publications'; heading: string | null; entries: PublicationEntry[] }
export type ContactList = { kind: 'contacts'; heading: string | null; entries: ContactEntry[] }

/** One story. */
export type Item = {
  /** Slug, unique in its update, frozen once written to the Markdown file: it is the story's anchor for ever. */
  id: string
  /** The line above the title: "Programme:", "Reminder:"; null for most. As printed. */
  kicker: string | null
  title: string | null
  /** Links on words of the title, in order; left out where there are none. */
  links?: PrintedLink[]
  /** `supplied`: the text lost the title, and another line of the same update has it. `none`: no line has it. */
  titleSource: TitleSource
  kind: 'article' | 'network-dates'
  parts: Part[]
  /** For `network-dates`: those of each printed line, in order. For an article: those that its prose announces. */
  meetings: Meeting[]
  /** Days by which readers have to act, in reading order. */
  deadlines: Deadline[]
  /** Printed inside the story, whose text has their lines: `lines` is empty. */
  contacts: ContactEntry[]
  /** What its sentences say was published, in reading order; without what this update's list has in the same words. */
  publications: ReportedPublication[]
}
export type TitleSource = 'printed' | 'supplied' | 'none'

/** A labelled stretch of a story. In a `network-dates` item the lines of `meetings` are list entries of the parts' text. */
export type Part = {
  /** The label as printed, colon and all ("Findings show:"); null before the first. `partLabel` gives it without the colon. */
  heading: string | null
  text: Markdown
}

export type Meeting = {
  /** The network's name as printed: "AD Education". */
  label: string
  subject: string | null
  date: IsoDate | null
  /** The last day of a meeting of several days in a row; null for one day. Later than `date`. */
  lastDate: IsoDate | null
  /** The day that it was to be on, where the text says so: "was 5 June", "postponed from 3 March". */
  formerDate: IsoDate | null
  /** What the year rests on; null where there is no date. `update date`: inferred, the first such day after the update. */
  yearFrom: YearSource | null
  start: ClockTime | null
  /** On the last day, where there are several. */
  end: ClockTime | null
  mode: MeetingMode | null
  place: string | null
  /** People's names or e-mail addresses, as printed. */
  contacts: string[]
  status: MeetingStatus
  /** The line (network-dates) or sentence (prose) as printed, plain text. */
  text: string
}
/** `hybrid`: people may come or dial in. */
export type MeetingMode = 'in-person' | 'online' | 'hybrid'
/** `cancelled`: it is off. `postponed`: off its old day, and no new one is printed; a meeting with a new day is planned. */
export type MeetingStatus = 'planned' | 'cancelled' | 'postponed'

/** A day by which readers have to act: "Enquiry deadline: 14 April 2025, 12:00pm". */
export type Deadline = {
  /** What it is for, as printed: "Enquiry deadline". */
  label: string
  date: IsoDate
  yearFrom: YearSource
  time: ClockTime | null
  /** The line or sentence as printed, plain text. */
  text: string
}
export type YearSource = 'printed' | 'weekday' | 'update date'

/** One line of "Tools & Templates". */
export type PublicationEntry = {
  date: IsoDate | IsoMonth | null
  yearFrom: YearSource | null
  /** Names as printed ("Oftsed", "the PAC" without its article); "We" is the newsletter itself. */
  publishers: string[]
  /** The title within the text, plain text. */
  title: string
  /** The whole entry. */
  text: Markdown
}

/** What a story alone says was published: "On 14 March DfE published …". `text` is that sentence as printed, plain text. */
export type ReportedPublication = Omit<PublicationEntry, 'text'> & { text: string }

/** One person's block in "Contact Details", or below such a label in a story. */
export type ContactEntry = {
  role: string
  name: string
  organisation: string | null
  emails: string[]
  /** As printed: "07855 492010". */
  phones: string[]
  /**
   * The block's lines as printed, plain text; the first is "Role: Name (Organisation)". Empty where they are elsewhere: of "Joint
   * leads: A and B (C)" with A.
   */
  lines: string[]
  /** Links on words of its lines, in order; left out where there are none. `line` counts from 0. */
  links?: (PrintedLink & { line: number })[]
}

/** A link in a line that is kept as plain text: its words as they are in the line. The address is http, https or mailto. */
export type PrintedLink = { words: string; address: string }

/** "Findings show:" → "Findings show"; null stays null. */
export const partLabel = (part: Part): string | null => part.heading?.replace(/\s*:\s*$/u, '') ?? null

/** How exact a publication's date is. */
export const precisionOf = (date: string | null): 'day' | 'month' | null =>
  date === null ? null : date.length === 7 ? 'month' : 'day'
