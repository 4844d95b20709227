import type { IsoDate } from '../../update/update.ts'

/** Today where the editor is, not in UTC. Only messages and drafts may depend on it: the site never does. */
export function today(): IsoDate {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}
