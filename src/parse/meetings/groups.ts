/** Groups that a story names: networks, boards, forums. */
import { matchesOf } from '../text/matches.ts'

const kinds = 'Network|Group|Board|Forum'
// "QA Leads"; in "Kent Leads the Way" it is a verb.
const leads = String.raw`Leads(?=\s*(?:$|[–—:,.-]))`
// AD Safeguarding Network – next meeting 6 March 2020
const titledNext = /^(?<label>\p{Lu}.{2,60}?)\s*[-–—:,]\s*(?:(?:date of )?next meeting|meeting)\b/u
const titledNetwork = new RegExp(String.raw`^(?<label>\p{Lu}.{0,60}?\b(?:${kinds}|${leads}))\b`, 'u')
// Virtual School Heads meeting in Horsham
const titledMeeting =
  /^(?<label>\p{Lu}[\p{L}\d’'&-]*(?:\s+(?:\p{Lu}[\p{L}\d’'&-]*|of|and|for)){0,6}?)\s+[Mm]eetings?\b/u
const leadsToGroup =
  /^(?:(?:Next|Future|Forthcoming|Upcoming|New|Dates?|Meetings?|next|future|dates?|meetings?|of|for|the|The)\s+)+(?=\p{Lu})/u
const noGroup = /^(?:Annual|General|Public|Special|Regional|Spring|Summer|Autumn|Winter|First|Last|Team|Select|All)\b/u
// Regional Commissioners' Group: a name with more to it than "Regional Network" or "Annual report of the Data Group" has
const namedGroup = new RegExp(
  String.raw`^(?:Regional|Special)\s(?:\p{Lu}[\p{L}\d’'&-]*\s(?:(?:of|and|for)\s)?)+(?:${kinds}|Leads)$`,
  'u',
)
const named = new RegExp(
  String.raw`\b(?:[Tt]he|[Oo]ur)\s+(?:(?:last|next|latest|recent|first|new)\s+)?(?<who>(?:\p{Lu}[\p{L}\d’'&-]*\s+(?:(?:of|and|for)\s+)?){1,6}(?:${kinds}|Leads))\b`,
  'gu',
)

/** The group whose meetings a title announces; null where it names none. */
export function groupInTitle(title: string): string | null {
  const bare = title.replace(leadsToGroup, '')
  const label = (titledNext.exec(bare) ?? titledNetwork.exec(bare) ?? titledMeeting.exec(bare))?.groups?.label ?? null
  if (label === null || isGeneric(label)) return null
  return noGroup.test(label) && !namedGroup.test(label) ? null : label
}

/** Groups that a text names in full ("the QA Network"), in order. */
export const groupsIn = (text: string): string[] =>
  /network|group|board|forum|Leads/iu.test(text) ? matchesOf(named, text).map(match => match.groups?.who ?? '') : []

/** "the network": which one, the title says. */
export const isGeneric = (label: string): boolean =>
  /^(?:(?:the|our|next|network|group)\s+)*(?:meetings?|network|group|board|forum|team)$/iu.test(label)
