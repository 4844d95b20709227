import type { Archive } from '../archive/archive.ts'
import { addressOf } from './addresses.ts'
import { perArchive } from './per-archive.ts'

const numbersOf = perArchive(({ updates }) => new Set(updates.map(({ number }) => number)))

/**
 * Where a year's updates are listed: `/updates/2025/`. If an update has that number (a weekly reaches 2012 in its fortieth
 * year), the update keeps the address and the year moves to `/updates/year-2012/`.
 */
export const yearAddress = (archive: Archive, year: number): string =>
  numbersOf(archive).has(year) ? `/updates/year-${year}/` : addressOf.updatesOf(year)
