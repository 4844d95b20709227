import { setFlagsFromString } from 'node:v8'

/** The weekly newsletter of forty years. */
const large = 2000

/**
 * Keeps the builds of a very large archive within their memory. V8 lets garbage grow to several times what is in use,
 * which saves a tenth of the processor's time and costs nothing worth naming at 700 updates, but gigabytes at 7,000. To
 * be called before anything is read: what V8 has taken it gives back late.
 */
export function spareMemory(updates: number): void {
  if (updates > large) setFlagsFromString('--heap-growing-percent=25')
}
