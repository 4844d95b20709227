/** Reads who published from a phrase that may name several. */

const auxiliary =
  /(?:\s|,)+(?:has|have|had|just|also|jointly|now|today|recently|formally|then|and|is|was|were|have been|has been)$/u

/**
 * The publishers that a phrase names, as printed, without article and without brackets after them
 * ("the Vulnerability Knowledge and Practice Programme (VKPP)").
 */
export function publishersOf(phrase: string): string[] {
  return namesIn(phrase, partNames)
}

/** … of something that they say is theirs together: there "and" parts two names ("Leap Trust and Lamp Foundation jointly"). */
export const jointPublishersOf = (phrase: string): string[] =>
  namesIn(phrase, text => partNames(text).flatMap(name => name.split(several)))

function namesIn(phrase: string, parted: (text: string) => string[]): string[] {
  let text = withoutBrackets(phrase).replace(/^[\s,:–-]+|[\s,:–-]+$/gu, '')
  for (let cut = text.replace(auxiliary, ''); cut !== text; cut = text.replace(auxiliary, '')) text = cut
  // "HMCTS publsihed, at section 8 of the bulletin …"
  text = text.replace(/[\s,]+(?:at|in|on|via)\s+(?:section|page|its|their)\b.*$/u, '')
  if (text === '') return []
  const speaker = officeOf(text)
  const names = speaker === null ? text.split(partnership).flatMap(parted) : [speaker]
  return names.map(withoutArticle).filter(name => /\p{L}/u.test(name))
}

const withoutBrackets = (text: string) =>
  (text.includes('(') ? text.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/gu, ' ') : text).replace(/\s+/gu, ' ').trim()
// "researchers at the University of Kent", "a team from UCL": where they are, as the newsletter names publishers.
const peopleOf =
  /^(?:(?:[Tt]he|[Aa])\s+)?(?:team of\s+)?(?:[Rr]esearchers?|[Aa]cademics|experts|colleagues|team)\s+(?:at|from)\s+(?=(?:the\s+)?\p{Lu})/u
const withoutArticle = (name: string) =>
  name
    .replace(peopleOf, '')
    .replace(/^(?:the|our|a|an)\s+/i, '')
    .trim()

// … the Centre of expertise on child sexual abuse, in partnership with NSPCC
const partnership = /,?\s+(?:in (?:partnership|association|collaboration)|jointly|together|along) with\s+/u

const honorific =
  /^(?:(?:the|Rt|Hon|Right|Honourable|Sir|Dame|Lord|Lady|Baroness|Mr|Mrs|Ms|Dr|Prof|Professor|Justice)\b\.?\s+)+/i
const office =
  /\b(?:coroner|commissioner|minister|secretary|judge|inspector|president|chair|director|ombudsman|adviser|advisor|regulator)\b/i

/** "Heidi Connor, Senior Coroner for Berkshire": a person and the office that speaks. */
function officeOf(text: string): string | null {
  const [person = '', role = '', ...more] = text.split(/,\s*/u)
  if (more.length > 0 || !office.test(role) || office.test(person)) return null
  return person.includes(' ') && namePattern.test(person.replace(honorific, '')) ? role : null
}
const namePattern = /^\p{Lu}\S+(?:\s\p{Lu}\S+){0,2}$/u

// DfE, NAO, HMICFRS, DLUHC
const acronym = /^(?:the\s+)?(?:[\p{Lu}\d]{2,}\p{Ll}{0,2}[\p{Lu}\d]*|\p{Lu}\p{Ll}{1,2}\p{Lu}[\p{Lu}\p{Ll}]?)$/u
// Barnardo’s: one word that is whole by itself; "Children’s and Families …" goes on.
const possessive = /^(?!(?:Children|Women|Men|People|Parents|Carers|Families|Teachers)['’])\p{Lu}\p{L}+['’]s$/u
const andThe = /\s+(?:and|with|&|alongside)\s+(?=[Tt]he\s+\p{Lu})/u
const andName = /\s+(?:and|with|&)\s+(?=\p{Lu})/u
const opensName = /^(?:the\s+)?\p{Lu}/u
const several = /\s+(?:and|with|&)\s+(?=(?:[Tt]he\s+)?\p{Lu})/u

/**
 * "and" separates names at the end of a list ("Ofsted, CQC, HMICFRS and HMIProbation"), beside an acronym ("DfE and Ofsted") and
 * before an article ("Coram Voice and the Rees Centre"); elsewhere it may be part of a name ("Pause and Listen"), which
 * only those who know the publishers can say.
 */
function partNames(text: string): string[] {
  const beside = text.split(/(?<=\p{L}{3})\s*\/\s*(?=\p{Lu}\p{L}{2})/u)
  if (beside.length > 1) return beside.flatMap(partNames)
  if (!/[\s,]/u.test(text)) return [text]
  // "the Ministry of Housing, Communities and Local Government and DfE": initials at the end are another body.
  if (ofSubjects.test(text)) {
    const last = andAcronym.exec(text)
    if (last !== null && isOneOffice(text.slice(0, last.index)))
      return [text.slice(0, last.index), last.groups?.name ?? '']
  }
  // Department for Levelling Up, Housing and Communities
  if (ofSubjects.test(text) && isOneOffice(text)) return [text]
  const listed = text.split(/\s*,\s*(?:and\s+)?/u)
  if (listed.length > 1)
    return listed.flatMap((name, index) => (index === listed.length - 1 ? name.split(several) : [name]))
  const beforeArticles = text.split(andThe)
  if (beforeArticles.length > 1) return beforeArticles
  const parts = text.split(andName)
  const apart =
    parts.length > 1 &&
    parts.some(part => acronym.test(part) || possessive.test(part)) &&
    parts.every(part => opensName.test(part) && part.split(' ').length <= 6)
  return apart ? parts : [text]
}

const ofSubjects = /^(?:the\s+)?(?:Department|Ministry|Office|Committee|Secretary of State)\s+(?:for|of|on)\s/u
const andAcronym = /\s+(?:and|with|&)\s+(?<name>[\p{Lu}\d]{2,}|\p{Lu}\p{Ll}{1,2}\p{Lu})$/u

/** Behind "Department for X," only further subjects of one office: plain words, no acronym and no article. */
const isOneOffice = (text: string) =>
  text
    .split(/\s*,\s*|\s+(?:and|&)\s+/u)
    .slice(1)
    .every(part => /^\p{Lu}\p{Ll}+(?:\s\p{Lu}?\p{Ll}+){0,2}$/u.test(part))
