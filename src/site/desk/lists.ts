/** What the desk lists of the whole archive besides messages: nothing is wrong with it, and someone may want to do better. */
import type { Archive, Mention } from '../../archive/archive.ts'
import { addressLine, lostLinksByUpdate, publicationsWithoutAddress } from '../../archive/unlinked.ts'
import { addressOf } from '../../publish/addresses.ts'
import { displayTitle } from '../../publish/bibliography/reference.ts'
import { perArchive } from '../../publish/per-archive.ts'

export type DeskLists = {
  /** Updates with words such as "here" that were links, most first. */
  lostLinks: { update: number; count: number }[]
  /** Publications, most listed first; `line` is for publications.yaml. */
  withoutAddress: { title: string; url: string; listed: number; line: string }[]
  /** Stories, latest update first. */
  withoutTopic: { update: number; item: string; title: string }[]
}

export const noLists: DeskLists = { lostLinks: [], withoutAddress: [], withoutTopic: [] }

export const deskLists = perArchive(
  (archive): DeskLists => ({
    lostLinks: lostLinksByUpdate(archive.updates).map(({ number, count }) => ({ update: number, count })),
    withoutAddress: publicationsWithoutAddress(archive).map(publication => ({
      title: publication.title,
      url: addressOf.publication(publication).slice(1),
      listed: publication.updates.length,
      line: addressLine(publication),
    })),
    withoutTopic: storiesWithoutTopic(archive).toReversed(),
  }),
)

/** Each story once, by the update that had it first; lists of dates are about no topic. */
export const storiesWithoutTopic = ({ updates }: Archive): DeskLists['withoutTopic'] =>
  updates.flatMap(({ number, sections }) =>
    sections.flatMap(section =>
      'items' in section
        ? section.items
            .filter(item => item.kind === 'article' && item.topics.length === 0 && item.firstIn === number)
            .map(item => ({ update: number, item: item.id, title: displayTitle(item) }))
        : [],
    ),
  )

/** Names of an update that are another spelling of a record's, as printed, with the record's name. */
export function namesReadAs(archive: Archive, update: number): ReadonlyMap<string, string> {
  const sections = archive.updates.find(({ number }) => number === update)?.sections ?? []
  const networks = sections.flatMap(section =>
    'items' in section ? section.items.flatMap(({ meetings }) => meetings.map(({ network }) => network)) : [],
  )
  const publishers = sections.flatMap(section =>
    section.kind === 'publications' ? section.entries.flatMap(entry => entry.publishers) : [],
  )
  return new Map([...readAs(networks, archive.networks), ...readAs(publishers, archive.publishers)])
}

const readAs = (mentions: readonly Mention[], records: ReadonlyMap<string, { name: string }>): [string, string][] =>
  mentions.flatMap(({ printed, id }) => {
    const name = records.get(id)?.name ?? printed
    const pair: [string, string] = [printed, name]
    return name === printed ? [] : [pair]
  })
