/**
 * Where in "a research report, Family Routes: children who returned …" the title of the publication is. What is cut away here
 * stays in the entry's text; a wording that no rule knows is kept whole.
 */
import { knownVerb, type Sense } from '../text/openings.ts'

const kinds =
  'report|research report|research|guide|guidance|practice guide|paper|white paper|green paper|policy paper|briefing|briefing paper|research briefing|consultation|podcast|blog|film|video|animation|webinar|toolkit|tool|resource|review|study|survey|statistics|strategy|framework|evaluation|evidence review|document|leaflet|booklet|factsheet|article|statement|letter|bulletin|newsletter|insight|analysis|summary|prospectus|plan|series of [a-z ]+'
const qualifiers =
  'new|updated|revised|latest|annual|interim|final|joint|short|major|national|further|second|third|free|online|independent|detailed|practice|its|the|first|thematic|public|statutory|draft|evidence|policy'
/** "a research report, Family Routes" · "a new practice guide: Parenting …" · "a report called …": the title is what follows. */
const announced = new RegExp(
  String.raw`^(?:an?|its|their|the|our|new|two|three)\s+(?:(?:${qualifiers})\s+)*(?:${kinds})s?\s*(?:,|:|[–—]|\s-|\b(?:called|entitled|titled|named)\b)\s*(?=["“‘']?[\p{Lu}\d])`,
  'iu',
)
/** "a podcast Racism in social work": a capital right behind the kind of publication. */
const apposed = new RegExp(
  String.raw`^(?:an?|its|their|the)\s+(?:(?:${qualifiers})\s+)*(?:${kinds})\s+(?=["“‘']?\p{Lu}[\p{Ll}’']+\s)`,
  'u',
)

/** "an annual report on …", "two new guides for …": words that say what sort of thing it is, and no title. */
export const isDescription = (title: string): boolean =>
  new RegExp(
    String.raw`^(?:(?:an?|its|their|the|our|two|three|four|five)\s+)?(?:(?:${qualifiers})\s+)*(?:${kinds})s?\b`,
    'u',
  ).test(title)

/** "publsihed, at section 8 of the bulletin Annual Special Educational Needs …" */
const placeInPublication = /^(?:at|in|on|under|via)\s+(?:section|page|chapter|part|volume)\s[^\p{Lu}]*(?=\p{Lu})/u

/** Endings that speak about the publication rather than name it. */
const tails = [
  // … a webinar on contact after adoption; the slides are here
  /[;,]\s+(?:(?:and|with)\s+)?(?:the|its|a|an|their)\s[^;]*\b(?:is|are|can be)\s+(?:now\s+)?(?:here|available|found|online|downloaded)\b.*$/u,
  // Safeguarding Pressures Phase 9. The full report (pdf 91 pages) is here.
  /(?<![\s.(](?:vs|No|St|Dr|Mr|Mrs|Ms|Prof|Vol|Ch|pp?|e\.g|i\.e))\.\s+(?=["“‘(]?\p{Lu}).*$/u,
  // … which closes on 12 March 2024 · “Sharing recommendations with you” which explains …
  /,?\s+which\s.*$/u,
  // Parenting through adversity, the second in a series of practice guides …
  /,\s+(?:the\s+(?:first|second|third|fourth|fifth|last|latest)\s+(?:in|of)\s|one of\s|(?:as\s)?part of\s|alongside\s|together with\s|setting out\s).*$/u,
  // Must Know: youth justice; and on 9 June NCB published its Annual Review
  /[;,]?\s+and\s+on\s+\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}.*$/u,
  // … in their “Must Knows” series · … as part of its Green Budget for 2025
  /\s+(?:in|within) (?:its|their|the) .{0,60}\bseries\b.*$/u,
  /\s+as part of (?:its|their)\s.*$/u,
  // a judgement [2023] EWHC 3030 (Admin) in a Judicial Review case …: a neutral citation ends the name of a judgment.
  /(?<=\[\d{4}\]\s[A-Z]{2,5}(?:\s[A-Z][a-z]+)?\s\d{1,5}(?:\s\([A-Za-z]+\))?)(?!\s\()\s.*$/u,
  // The presentations from the … Conference are now available
  /\s+(?:is|are)\s+(?:now\s+)?(?:available|live|open|online|here)\b.*$/u,
  // Regional Improvement Plan (July 2023) · (pdf 4 pages) · … here
  /\s*\((?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:19|20)\d{2}\)$/i,
  /\s*\((?:pdf|word|excel|ppt)?[^()]*\bpages?\)/i,
  // (pdf, 36 pages, Lark, Jo and Wren, Al (2026)) · (YouTube 10 minutes 33 seconds)
  /\s*\((?:pdf|word|excel|ppt|html|video|film|audio|podcast|you ?tube|vimeo)\b(?:[^()]|\([^()]*\))*\)/i,
  // … which the text breaks off: "… including the", "… for care leavers and the"
  /,?\s+(?:(?:including|such as|namely|like|and|or|of|to|for|with|in|by|from|on|about)\s+(?:the|an?)|including|such as|namely|and|or|the|an?)\s*[:;,.…]*$/u,
]
/** If something is described, not named ("a survey to help develop a tool that can be used by …"), the clause is not part of its name. */
const describedTail =
  /\s+that\s+(?:can|could|will|would|is|are|was|were|has|have|may|aims?|sets?|helps?|supports?|looks?|explores?|shows?|finds?)\s.*$/u

/** "premiered a A short film", "released the The people of England": the title brings its own article. */
const doubledArticle = /^(?:an?|the|its|their)\s+(?=["“‘']?(?:an?|the)\s)/iu

/** Longer than any title; an endless text is not one, and is kept whole. */
const longestTitle = 2000

/** The title among the words that name a publication, without what announces it and what is said about it. */
export function printedTitle(words: string): string {
  if (words.length > longestTitle) return words.trim()
  let title = words.trim().replace(/^[\s,:–-]+/u, '')
  title = title.replace(placeInPublication, '').replace(doubledArticle, '')
  title = title.replace(announced, '').replace(apposed, '')
  title = title.replace(/^(?:our|its|their)\s+/u, '')
  for (const tail of tails) {
    const cut = title.replace(tail, '')
    if (cut.trim().length > 2) title = cut
  }
  if (/^(?:an?|new|the)\s+[a-z]/u.test(title)) title = title.replace(describedTail, '')
  return title.replace(/[\s.;,:]+$/u, '').replace(/^[\s.;,:]+/u, '') || words.trim()
}

/** "published, for consultation, Draft standards" · "published on its website A guide to play" */
const aside =
  /^[\s,]*(?:for (?:consultation|comment|the first time)|in draft|online|today|this week|jointly|on (?:its|their) website|on GOV\.UK)\b[\s,:]*/iu
/** "published on open call": what a changed wording left behind. */
const leftBehind = /^(?:on|for|of|to|with|at|about|into)\s+(?!\d)/u
const article = /^(?:an?|the|its|their|our)\s+/u
const inQuotes = /“(?<title>\p{Lu}[^”]+)”|"(?<plain>\p{Lu}[^"]+)"|‘(?<single>\p{Lu}(?:[^’]|’(?=\p{L}))+)’/u

/** "the Children’s Wellbeing and Schools Act": a name in capitals throughout that says what it is. */
const document =
  /^(?:an?\s|the\s)?(?:(?:\p{Lu}[\p{L}’'-]*|and|of|for|in|the|on)\s)+(?:Act|Bill|Regulations|Order|Code|Report|Review|Strategy|Framework|Plan|Guide|Guidance|Toolkit|Handbook|Charter)(?:\s\d{4})?[\s.]*$/u

/** The title of what a verb is about, as far as the words behind it name something; null where they do not. */
export function titleBehind(sense: Sense, words: string): string | null {
  const phrase = words.slice(0, longestTitle).replace(aside, '').trim()
  switch (sense) {
    case 'publishes': {
      const title = printedTitle(phrase.replace(leftBehind, ''))
      return title === '' ? null : title
    }
    case 'offers': {
      const named = phrase.replace(article, '')
      return /^[\p{Lu}\d]/u.test(named) ? printedTitle(named) : nameWithin(phrase)
    }
    case 'acts':
      return nameWithin(phrase)
    case 'unknown':
      return document.test(phrase) ? printedTitle(phrase.replace(article, '')) : nameWithin(phrase)
    default:
      return sense satisfies never
  }
}

/** "a webinar: Letters home" · "invited views on “Letters home”" */
function nameWithin(phrase: string): string | null {
  if (announced.test(phrase) || apposed.test(phrase)) return printedTitle(phrase)
  const { title, plain, single } = inQuotes.exec(phrase)?.groups ?? {}
  const quoted = title ?? plain ?? single
  return quoted !== undefined && quoted.length >= 6 ? printedTitle(quoted) : null
}

const preposition = /^(?:for|on|of|to|in|at|by|with|from|about|into|against|and|or|that|which)\s/u
/** "responded to the review", "launched a website"; "updated guidance" may be a title. */
const verbFirst =
  /^(?:\p{Ll}+ed|held|gave|wrote|sent|ran|told|met)\s+(?:to|for|on|with|by|in|at|that|an?|the|its|their|all)\s/u

/** Whether a title begins as none does: with a preposition or a verb, in small letters. */
export function isHeadless(title: string): boolean {
  if (preposition.test(title) || verbFirst.test(title)) return true
  return knownVerb(title.slice(0, 20))?.index === 0 && !/^(?:updated|shared)\s/u.test(title)
}

/** The sentence that is used as the title if it names none: "the LGA wrote to all councils. Its letter is here". */
export function sentenceAsTitle(sentence: string): string {
  const title = printedTitle(sentence.replace(/^[\s,]+/u, '').replace(/^the\s/u, 'The '))
  return title.charAt(0).toUpperCase() + title.slice(1)
}
