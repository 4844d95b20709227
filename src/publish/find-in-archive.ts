import type { Archive, ArchivedItem } from '../archive/archive.ts'
import type { IsoDate } from '../update/update.ts'
import { perArchive } from './per-archive.ts'

const datesOf = perArchive(({ updates }) => new Map(updates.map(({ number, date }) => [number, date])))

/** The date of an update; null if the archive does not have it. */
export const dateOfUpdate = (archive: Archive, number: number): IsoDate | null => datesOf(archive).get(number) ?? null

const itemsOf = perArchive(({ updates }) => {
  const items = new Map<string, ArchivedItem>()
  for (const { number, sections } of updates) {
    for (const section of sections) {
      if ('items' in section) for (const item of section.items) items.set(`${number}#${item.id}`, item)
    }
  }
  return items
})

/** The story with this id in an update; null if there is none. */
export const itemOf = (archive: Archive, update: number, id: string): ArchivedItem | null =>
  itemsOf(archive).get(`${update}#${id}`) ?? null
