/** axe on the page that is open. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.2 AA, the size of targets included, and axe's own advice. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What can differ between light and dark, where the markup is the same. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** Each fault as "rule: the elements that have it". */
export const accessibilityFaults = (page: Page): Promise<string[]> => faults(axe(page).withTags(STANDARDS))

/** The faults of colours alone, on a page that has been looked at whole in others. */
export const colourFaults = (page: Page): Promise<string[]> => faults(axe(page).withRules(COLOURS))

/** Our pages hold no frames: without what frames need, axe takes half as long. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
