/**
 * Which messages about a raw text an editor has dealt with in the Markdown. A message is about one story, meeting,
 * publication or contact; where its words or its facts have been corrected by hand, someone has looked at it.
 */
import type { Code, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { LINE_END } from '../../update/line-ends.ts'
import { changesBetween } from './line-alignment.ts'
import { lettersOf, sameLines } from './same-lines.ts'

/** `text` was read, `markdown` is what import makes of it, `current` is the Markdown file. Errors are never dropped. */
export function stillToDo(
  diagnostics: readonly Diagnostic[],
  { text, markdown }: { text: string; markdown: string },
  current: string,
): Diagnostic[] {
  if (!diagnostics.some(({ severity }) => severity === 'warning')) return [...diagnostics]
  const lines = markdown.split('\n')
  const { isTouched, isChanged } = touchedLines(lines, current.split('\n'))
  const same = sameLines(text.split(LINE_END), lines)
  const blocks = blocksOf(lines)
  return diagnostics.filter(diagnostic => {
    if (diagnostic.severity === 'error') return true
    if (diagnostic.code === 'details-missing' && isContact(markedIn(diagnostic), current)) return false
    const raw = diagnostic.at.line - 1
    const line = same.get(raw) ?? lineWith(markedIn(diagnostic), lines) ?? lastAtOrAbove(same, raw)
    if (line === null) return true
    // A line below "### [untitled]" is no title.
    if (diagnostic.code === 'lost-title') return !isChanged(headingAbove(line, blocks))
    return !blockAbout(diagnostic.code, line, blocks).some(isTouched)
  })
}

/** The lines of the Markdown of which one is to be changed where a message is dealt with. */
function blockAbout(code: Code, line: number, { paragraphs, stories, bodyFrom }: Blocks): LineNumbers {
  const inBody = paragraphs.findIndex(({ lines }) => lines.includes(line))
  const nth = inBody === -1 ? paragraphs.findIndex(({ facts }) => facts().includes(line)) : inBody
  const paragraph = linesOf(paragraphs[nth])
  const story = stories.find(({ body }) => body.includes(line))
  switch (code) {
    // A page shows the date among the facts, whatever the line says.
    case 'impossible-day':
      return [...paragraph, ...(story?.facts ?? [])].filter(at => at < bodyFrom)
    // What is missing goes into the list below, or is one.
    case 'list-missing':
    case 'list-short':
      return [...paragraph, ...listBelow(nth, paragraphs)]
    // Meetings are added among the facts of the story, or its title is to name the group.
    case 'second-day':
    case 'table-without-meetings':
      return story === undefined ? paragraph : [...paragraph, ...story.facts, ...story.body.slice(0, 1)]
    default:
      return paragraph
  }
}

/** The heading of the story that a line belongs to. */
const headingAbove = (line: number, { stories }: Blocks): number =>
  stories.find(({ body }) => body.includes(line))?.body[0] ?? line

/** Entries are paragraphs of their own. The paragraph below counts, whatever it is. */
function listBelow(nth: number, paragraphs: readonly Paragraph[]): LineNumbers {
  const below = paragraphs.slice(nth + 1)
  const end = below.findIndex(({ isEntry }, at) => at > 0 && !isEntry)
  return below.slice(0, end === -1 ? undefined : end).flatMap(linesOf)
}

const linesOf = (paragraph: Paragraph | undefined): LineNumbers =>
  paragraph === undefined ? [] : [...paragraph.lines, ...paragraph.facts()]

/** Of the Markdown: a line of the raw text that became several, by the words that are marked in it. */
function lineWith(marked: string, lines: readonly string[]): number | null {
  const letters = lettersOf(marked)
  const found = letters.length < 12 ? -1 : lines.findLastIndex(line => lettersOf(line).includes(letters))
  return found === -1 ? null : found
}

const markedIn = ({ at }: Diagnostic): string => at.source?.slice(at.column - 1, at.column - 1 + at.length) ?? ''

/** A contact of that name has been added to the facts. */
const isContact = (name: string, current: string): boolean => current.includes(`name: ${JSON.stringify(name)}`)

/** Where the line is in the Markdown, or the last line above that is there. */
function lastAtOrAbove(same: ReadonlyMap<number, number>, line: number): number | null {
  for (let at = line; at >= 0; at--) {
    const found = same.get(at)
    if (found !== undefined) return found
  }
  return null
}

/** Whether a fresh line was changed or taken out; or that, or has a new line right below it. */
function touchedLines(
  fresh: readonly string[],
  current: readonly string[],
): Record<'isChanged' | 'isTouched', (line: number) => boolean> {
  const [changed, added] = [new Set<number>(), new Set<number>()]
  for (const {
    from: [start, end],
  } of changesBetween(fresh, current)) {
    if (start === end) added.add(start - 1)
    for (let line = start; line < end; line++) changed.add(line)
  }
  return { isChanged: line => changed.has(line), isTouched: line => changed.has(line) || added.has(line) }
}

/** Line numbers (from 0) of the Markdown that belong together. */
type LineNumbers = number[]

/** `facts`: the lines of the facts about it, found when they are asked for. */
type Paragraph = { lines: LineNumbers; facts: () => LineNumbers; isEntry: boolean }

type Blocks = {
  /** Each paragraph with the blank lines below it. */
  paragraphs: Paragraph[]
  /** `body` begins with the title. */
  stories: { body: LineNumbers; facts: LineNumbers }[]
  /** The first line below the facts. */
  bodyFrom: number
}

/** In the form in which `write-update-file.ts` writes them. */
function blocksOf(lines: readonly string[]): Blocks {
  const bodyFrom = lines.indexOf('---', 1) + 1
  const facts = factsIn(lines.slice(0, bodyFrom))
  const items = facts.items.values()
  const blocks: Blocks = { paragraphs: [], stories: [], bodyFrom }
  let story: LineNumbers | null = null
  let paragraph: LineNumbers | null = null
  let isBlank = true
  for (let line = bodyFrom; line < lines.length; line++) {
    const text = lines[line] ?? ''
    if (/^##? /u.test(text)) story = null
    if (text.startsWith('### ')) {
      story = []
      blocks.stories.push({ body: story, facts: items.next().value ?? [] })
    }
    story?.push(line)
    const begins = text.trim() !== '' && (isBlank || text.startsWith('- '))
    if (begins || paragraph === null) {
      paragraph = [line]
      const about = () => (text.startsWith('# ') ? facts.ofUpdate : facts.about(text))
      blocks.paragraphs.push({ lines: paragraph, facts: about, isEntry: text.startsWith('- ') })
    } else paragraph.push(line)
    isBlank = text.trim() === ''
  }
  return blocks
}

type Facts = {
  /** The lines of each story, in order. */
  items: LineNumbers[]
  /** The update's number and date. */
  ofUpdate: LineNumbers
  /** The lines of a meeting, publication or contact that this line of the body names. */
  about: (text: string) => number[]
}

function factsIn(lines: readonly string[]): Facts {
  const items: LineNumbers[] = []
  const ofUpdate: LineNumbers = []
  const named: { line: number; words: string }[] = []
  for (const [line, text] of lines.entries()) {
    const { words } = /^ +- \{.*?\b(?:label|title|name|role): "(?<words>(?:\\.|[^"\\])+)"/u.exec(text)?.groups ?? {}
    if (words !== undefined) named.push({ line, words: lettersOf(words) })
    if (/^(?:number|date):/u.test(text)) ofUpdate.push(line)
    if (/^ {6}- id:/u.test(text)) items.push([line])
    else if (/^ {8}/u.test(text)) items.at(-1)?.push(line)
  }
  return {
    items,
    ofUpdate,
    about(text) {
      const said = lettersOf(text)
      return named.filter(({ words }) => words !== '' && said.includes(words)).map(({ line }) => line)
    },
  }
}
