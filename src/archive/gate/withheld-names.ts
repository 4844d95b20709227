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
  /** The text around: who else of that surname is in it, and which of its words are ordinary ones. Flattened. */
  context: string
}

/** All texts are flattened (`flatten.ts`): no accents, no invisible characters, no Markdown backslashes. */
export function nameFinder({ withheld, others, context }: NamesToFind): NameFinder {
  const ways = withheld.map(names => waysToWrite(names, { others, context }))
  const certainly = (text: string) => ways.flatMap(way => way.certain.flatMap(find => find(text)))
  return {
    names: certainly,
    doubts(text) {
      const taken = certainly(text)
      return ways.flatMap(way => way.bare.flatMap(find => find(text))).filter(one => !taken.some(isAround(one)))
    },
  }
}

const isAround = (inner: Stretch) => (outer: Stretch) => outer.start <= inner.start && inner.end <= outer.end

type Surroundings = Pick<NamesToFind, 'others' | 'context'>
type Find = (text: string) => Stretch[]
type Ways = { certain: Find[]; bare: Find[] }

function waysToWrite(names: readonly string[], surroundings: Surroundings): Ways {
  const people = names.map(wordsOfName).filter(words => words.length > 0)
  const forenames = new Set(people.filter(words => words.length > 1).map(words => (words[0] as string).toLowerCase()))
  const surnames = new Set(
    people.filter(words => words.length > 1).map(words => (words.at(-1) as string).toLowerCase()),
  )
  const bare = [...surnames].map(
    (surname): Find =>
      text =>
        bareSurnames(text, surname, surroundings),
  )
  return { certain: people.flatMap(words => waysOf(words, { ...surroundings, forenames })), bare }
}

const wordsOfName = (name: string): string[] => flatten(name).text.match(/[\p{L}\p{N}]+/gu) ?? []

type Around = Surroundings & { forenames: ReadonlySet<string> }

function waysOf(words: readonly string[], around: Around): Find[] {
  const first = words[0] as string
  const last = words.at(-1) as string
  const anywhere = (pattern: string): Find => {
    const whole = bounded(pattern)
    return text => stretchesOf(text, whole)
  }
  if (words.length === 1) return [anywhere(anyCase(first))]
  const initial = (first[0] as string).toUpperCase()
  const [forename, surname] = [anyCase(first), anyCase(last)]
  const others = namesakes(last, around)
  const full = [
    // "Richard Tyndall", "RichardTyndall", "Richard J. Tyndall", "Richard (Rich) Tyndall", "Richard James Tyndall".
    anywhere(`${forename}${MIDDLE}(?:${GAP})?${surname}`),
    anywhere(words.map(anyCase).join(GAP)),
    // "Tyndall, Richard", "Tyndall Richard"
    anywhere(`${surname}${GAP}${forename}`),
  ]
  const short = [
    // "Tyndall, R. J."
    anywhere(`${surname},\\s{0,3}${initial}(?:\\.|(?![\\p{L}\\p{N}]))(?:\\s?\\p{Lu}\\.?(?!\\p{L}))?`),
    initialled(`${initial}\\.?(?:${GAP})?(?:\\p{Lu}\\.?(?:${GAP})?){0,2}${surname}`, around),
  ]
  const hasInitial = (name: string) => name.toUpperCase().startsWith(initial)
  return [
    ...full,
    ...(others.some(hasInitial) ? [] : short),
    ...(others.length > 0 ? [] : [anywhere(`${TITLE}${GAP}${surname}`)]),
  ]
}

/** "R. Tyndall", "R Tyndall", "R.J. Tyndall", "RJ Tyndall", but not the end of "J R Tyndall" or "Sarah R Tyndall". */
function initialled(pattern: string, { context }: Around): Find {
  const whole = bounded(`(?<!(?<!\\p{L})\\p{Lu}\\.?\\s?)${pattern}`)
  return text => stretchesOf(text, whole).filter(({ start }) => !followsForename(text, start, context))
}

/** Up to eight characters that are no letter, or an entity or tag, as pasted markup leaves them. */
const GAP = '(?:[^\\p{L}\\p{N}&<]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);|</?\\w+>|[&<]){1,8}'
/** Initials, a nickname in brackets or quotes, at most one more forename. */
const MIDDLE = `(?:${GAP}(?:\\p{Lu}\\.?(?![\\p{L}])|[("'“‘\\[]\\p{L}[\\p{L} ’'-]{0,20}[)"'”’\\]]|(?<=[\\s*_])\\p{Lu}\\p{Ll}+(?=[\\s*_]))){0,2}`
const TITLE = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Reverend)\\.?'

/** Not within a word, nor one half of a double-barrelled name ("Tyndall-Price"). */
const bounded = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\p{Lu}\\p{Ll}+-)(?:${pattern})(?![\\p{L}\\p{N}])(?!-\\p{Lu}\\p{Ll})`, 'gu')

const anyCase = (word: string): string =>
  [...word].map(letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join('')

/** Forenames of other people of that surname: those the archive knows, and those the text around names. */
function namesakes(surname: string, { others, context, forenames }: Around): string[] {
  const known = others.map(wordsOfName).filter(words => words.length > 1 && isSame(words.at(-1) as string, surname))
  const seen = stretchesOf(context, new RegExp(`\\p{Lu}\\p{Ll}+(?=\\s${surname}(?![\\p{L}\\p{N}]))`, 'gu'))
  const named = seen.map(({ found }) => found).filter(word => isForename(word, context))
  return [...known.map(words => words[0] as string), ...named].filter(word => !forenames.has(word.toLowerCase()))
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Words that open a sentence and are no one's name. */
const FUNCTION_WORD =
  /^(?:A[st]?|After|Also|An[dy]?|Are|Because|Before|But|By|Can|Contact|Could|Did|Do(?:es)?|Ask|Email|For|From|Had|Has|Have|How|I[fns]|Its?|Like|May|Meet|No[rtw]?|O[fnr]|Our|Please|Said|See|She|He|Since|So|Than|Thank|Thanks|That|The[ny]?|This|Though|To|Under|Until|Via|Was|We|Were|What|When|Where|While|Who|Will|With|Would|Yet)$/u
const TITLE_ALONE = new RegExp(`^${TITLE}$`, 'u')
/** "Contact" in "Contact Tyndall" is none where the text has it as an ordinary word. */
const isForename = (word: string, context: string): boolean =>
  !TITLE_ALONE.test(word) && !FUNCTION_WORD.test(word) && !hasWord(context, word.toLowerCase())

const hasWord = (context: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(context)

/** The surname with a capital, and no other person's forename before it. "young people" is no Mr Young. */
function bareSurnames(text: string, surname: string, { context }: Surroundings): Stretch[] {
  if (hasWord(context, surname)) return []
  const capital = `(?:${surname[0]?.toUpperCase()}${surname.slice(1)}|${surname.toUpperCase()})`
  return stretchesOf(text, bounded(capital)).filter(({ start }) => !followsForename(text, start, context))
}

/** Whether the word right before `start` is a forename. */
function followsForename(text: string, start: number, context: string): boolean {
  const before = /(?<word>\p{Lu}\p{Ll}+)\s$/u.exec(text.slice(Math.max(0, start - 40), start))?.groups?.word
  return before !== undefined && isForename(before, context)
}

const stretchesOf = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    found: match[0],
  }))
