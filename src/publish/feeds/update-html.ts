import type { ArchivedItem, ArchivedSection, ArchivedUpdate, Site } from '../../archive/archive.ts'
import { literal, renderMarkdown } from '../../update/markdown.ts'
import type { Markdown } from '../../update/update.ts'
import { absolute, addressOf } from '../addresses.ts'
import { displayTitle } from '../bibliography/reference.ts'

/**
 * An update's stories and publications as HTML for feed readers: absolute links, no notices and no contact section. Built
 * as Markdown, so that one renderer does all the escaping.
 */
export function updateAsHtml(site: Site, update: ArchivedUpdate): string {
  const markdown = update.sections.flatMap(section => sectionMarkdown(site, update, section)).join('\n\n')
  const page = absolute(site, addressOf.update(update.number))
  return renderMarkdown(markdown, { address: href => absoluteLink(site, page, href) })
}

/** The titles of an update's stories, news before reminders. */
export function headlinesOf({ sections }: Pick<ArchivedUpdate, 'sections'>): string[] {
  const titles = (kind: 'updates' | 'reminders') =>
    sections.flatMap(section => (section.kind === kind ? section.items.flatMap(({ title }) => title ?? []) : []))
  return [...titles('updates'), ...titles('reminders')]
}

function sectionMarkdown(site: Site, { number }: ArchivedUpdate, section: ArchivedSection): Markdown[] {
  switch (section.kind) {
    case 'updates':
    case 'reminders': {
      const heading = section.heading === null ? [] : [`## ${literal(section.heading)}`]
      return [
        ...heading,
        ...section.items.flatMap(item => itemMarkdown(absolute(site, addressOf.item(number, item.id)), item)),
      ]
    }
    case 'publications':
      return [
        `## ${literal(section.heading ?? 'Tools & Templates')}`,
        ...section.entries.map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`),
      ]
    case 'notices':
    case 'contacts':
      return []
    default:
      return section satisfies never
  }
}

function itemMarkdown(address: string, item: ArchivedItem): Markdown[] {
  const kicker = item.kicker === null ? [] : [literal(item.kicker)]
  const parts = item.parts.flatMap(({ heading, text }) => [
    ...(heading === null ? [] : [`#### ${literal(heading)}`]),
    text,
  ])
  return [...kicker, `### [${literal(displayTitle(item))}](<${address}>)`, ...parts]
}

function absoluteLink(site: Site, page: string, href: string): string {
  if (href.startsWith('#')) return page + href
  return href.startsWith('/') && !href.startsWith('//') ? absolute(site, href) : href
}
