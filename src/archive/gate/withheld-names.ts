/**
 * The ways a withheld person's name is written: "R. Tyndall", "Mr Tyndall", "Richard (Rich) Tyndall", "**Richard** Tyndall".
 * Another person of that surname is left alone, and what may be either is left too, for a person to look at.
 */
import { flatten } from './flatten.ts'

export type Stretch = { start: number; end: number; found: string }

export type NameFinder = {
  /** What is surely a withheld name. */
  names: (text: string) => Stretch[]
  /** What may be one: a surname by itself, or an initial or title that another person of that surname may have. */
  doubts: (text: string) => Stretch[]
}

export type NamesToFind = {
  /** Every name of each withheld person, their own and variants. */
  withheld: readonly (readonly string[])[]
  /** Names of everyone else the archive knows. */
  others: readonly string[]
}

/**
 * Gives the finder for the texts of one update. `context` is all its words: who else of that surname is in it, and which of
 * its words are ordinary ones. All texts are flattened (`flatten.ts`): no accents, no invisible characters, no Markdown
 * backslashes.
 */
export function nameFinders({ withheld, others }: NamesToFind): (context: string) => NameFinder {
  const named = others.flatMap(nameWords).filter(({ words }) => words.length > 1)
  const names = withheld.flatMap(all => namesToFind(all, named))
  return context => finderIn(names, contextOf(context))
}

function finderIn(names: readonly Name[], context: Context): NameFinder {
  const namesIn = (text: string): Name[] => {
    const folded = text.toLowerCase()
    return names.filter(({ surname }) => folded.includes(surname))
  }
  const certainly = (text: string) => namesIn(text).flatMap(name => certain(text, name, context))
  return {
    names: certainly,
    doubts(text) {
      const taken = certainly(text)
      // Of several names with one surname, each finds it.
      const whole = namesIn(text).filter(({ isWhole }) => !isWhole)
      const bare = [...new Map(whole.map(name => [name.surname, name])).values()].flatMap(name =>
        bareSurnames(text, name, context),
      )
      return bare.filter(one => !taken.some(isAround(one)))
    },
  }
}

const isAround = (inner: Stretch) => (outer: Stretch) => outer.start <= inner.start && inner.end <= outer.end

/** One name of a withheld person. */
type Name = {
  /** The last word, in small letters. Every way to write the name holds it, so most texts need no pattern. */
  surname: string
  last: string
  isWhole: boolean
  initial: string
  /** Of the person, who may have several. */
  forenames: ReadonlySet<string>
  /** Forenames of other people of that surname whom the archive knows. */
  namesakes: readonly string[]
  /** Made when a text has the surname: V8 takes milliseconds for one that knows all letters. */
  patterns: () => Patterns
}
type Patterns = { full: RegExp[]; comma: RegExp; initialled: RegExp; titled: RegExp; bare: RegExp }

function namesToFind(names: readonly string[], others: readonly NameWords[]): Name[] {
  const people = names.flatMap(nameWords)
  const forenames = new Set(people.filter(({ words }) => words.length > 1).map(({ first }) => first.toLowerCase()))
  return people.map(name => {
    const { words, first, last } = name
    const namesakes = others.filter(other => isSame(other.last, last)).map(other => other.first)
    return {
      surname: last.toLowerCase(),
      last,
      isWhole: words.length === 1,
      initial: first.charAt(0).toUpperCase(),
      forenames,
      namesakes,
      patterns: once(() => patternsOf(name)),
    }
  })
}

type NameWords = { words: readonly string[]; first: string; last: string }

/** None of a name without a letter or digit. */
function nameWords(name: string): NameWords[] {
  const words = flatten(name).text.match(/[\p{L}\p{N}]+/gu) ?? []
  const [first] = words
  const last = words.at(-1)
  return first === undefined || last === undefined ? [] : [{ words, first, last }]
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

function patternsOf({ words, first, last }: NameWords): Patterns {
  const initial = first.charAt(0).toUpperCase()
  const [forename, surname] = [anyCase(first), anyCase(last)]
  const full = [
    // "Richard Tyndall", "RichardTyndall", "Richard J. Tyndall", "Richard (Rich) Tyndall", "Richard James Tyndall".
    bounded(`${forename}${MIDDLE}(?:${GAP})?${surname}`),
    bounded(words.map(anyCase).join(GAP)),
    // "Tyndall, Richard", "Tyndall Richard"
    bounded(`${surname}${GAP}${forename}`),
    // "Richard and Sarah Tyndall": only his forename is his own.
    bounded(`${forename}(?=\\s(?:and|&(?:amp;)?|\\+)\\s\\p{Lu}\\p{Ll}+\\s${surname}(?!\\p{L}))`),
  ]
  const [small, capital] = [last.toLowerCase(), last.toUpperCase()]
  return {
    full: words.length === 1 ? [bounded(surname)] : full,
    // "Tyndall, R. J."
    comma: bounded(`${surname},\\s{0,3}${initial}(?:\\.|(?![\\p{L}\\p{N}]))(?:\\s?\\p{Lu}\\.?(?!\\p{L}))?`),
    // "R. Tyndall", "R Tyndall", "R.J. Tyndall", "RJ Tyndall", but not the end of "J R Tyndall" or "Sarah R Tyndall".
    // In a web address: "/r-tyndall/".
    initialled: bounded(
      `(?<!(?<!\\p{L})\\p{Lu}\\.?\\s?)${initial}\\.?(?:${GAP})?(?:\\p{Lu}\\.?(?:${GAP})?){0,2}${surname}|(?<=[/=])${initial.toLowerCase()}[-._+]?${small}`,
    ),
    titled: bounded(`${TITLE}${GAP}${surname}`),
    bare: bounded(`(?:${capital[0]}${small.slice(1)}|${capital})`),
  }
}

function certain(text: string, name: Name, context: Context): Stretch[] {
  const { full, comma, initialled, titled } = name.patterns()
  const surely = full.flatMap(pattern => stretchesOf(text, pattern))
  if (name.isWhole) return surely
  const others = [...name.namesakes, ...(context.forenames.get(name.last) ?? [])].filter(
    word => !name.forenames.has(word.toLowerCase()),
  )
  const mayBeOther = others.some(other => other.toUpperCase().startsWith(name.initial))
  const short = mayBeOther
    ? []
    : [
        ...stretchesOf(text, comma),
        ...stretchesOf(text, initialled).filter(({ start }) => !followsForename(text, start, context)),
      ]
  return [...surely, ...short, ...(others.length > 0 ? [] : stretchesOf(text, titled))]
}

/** Up to eight characters that are no letter, or an entity, tag or packed space, as pasted markup and addresses have them. */
const GAP_WITHIN = '(?:[^\\p{L}\\p{N}&<]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);|%(?:25)*20|</?\\w+>)'
const GAP = `(?:${GAP_WITHIN}|[&<]){1,8}`
/** Initials, a nickname in brackets or quotes, at most one more forename. */
const MIDDLE = `(?:${GAP_WITHIN}{1,8}(?:\\p{Lu}\\.?(?![\\p{L}])|[("'“‘\\[]\\p{L}[\\p{L} ’'-]{0,20}[)"'”’\\]]|(?<=[\\s*_])\\p{Lu}\\p{Ll}+(?=[\\s*_]))){0,2}`
const TITLES = 'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Reverend'
const TITLE = `(?:${TITLES}|${TITLES.toUpperCase()})\\.?`

/** Not within a word, nor one half of a double-barrelled name ("Tyndall-Price"). */
const bounded = (pattern: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!\\p{Lu}\\p{Ll}+-)(?:${pattern})(?:s(?=[’']))?(?![\\p{L}\\p{N}])(?!-\\p{Lu}\\p{Ll})`,
    'gu',
  )

const anyCase = (word: string): string =>
  [...word].map(letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join('')

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

type Context = {
  words: ReadonlySet<string>
  /** What may be forenames in the text, by the word behind them. */
  forenames: ReadonlyMap<string, string[]>
}

function contextOf(text: string): Context {
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu))
  const forenames = new Map<string, string[]>()
  for (const { 0: forename, groups } of text.matchAll(/\p{Lu}\p{Ll}+(?=\s(?<next>[\p{L}\p{N}]+))/gu)) {
    const next = groups?.next ?? ''
    if (isForename(forename, words)) forenames.set(next, [...(forenames.get(next) ?? []), forename])
  }
  return { words, forenames }
}

/** Words that open a sentence and are no one's name. */
const FUNCTION_WORD =
  /^(?:A[st]?|After|Also|An[dy]?|Are|Because|Before|But|By|Can|Contact|Could|Did|Do(?:es)?|Ask|Email|For|From|Had|Has|Have|How|I[fns]|Its?|Like|May|Meet|No[rtw]?|O[fnr]|Our|Please|Said|See|She|He|Since|So|Than|Thank|Thanks|That|The[ny]?|This|Though|To|Under|Until|Via|Was|We|Were|What|When|Where|While|Who|Will|With|Would|Yet)$/u
const TITLE_ALONE = new RegExp(`^${TITLE}$`, 'u')
/** "Contact" in "Contact Tyndall" is none where the text has it as an ordinary word. */
const isForename = (word: string, words: ReadonlySet<string>): boolean =>
  !TITLE_ALONE.test(word) && !FUNCTION_WORD.test(word) && !words.has(word.toLowerCase())

/** The surname with a capital, and no other person's forename before it. "young people" is no Mr Young. */
function bareSurnames(text: string, { surname, patterns }: Name, context: Context): Stretch[] {
  if (context.words.has(surname)) return []
  return stretchesOf(text, patterns().bare).filter(({ start }) => !followsForename(text, start, context))
}

/** Whether the word right before `start` is a forename. */
function followsForename(text: string, start: number, { words }: Context): boolean {
  const before = /(?<word>\p{Lu}\p{Ll}+)\s$/u.exec(text.slice(Math.max(0, start - 40), start))?.groups?.word
  return before !== undefined && isForename(before, words)
}

const stretchesOf = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    found: match[0],
  }))
