/** What builds ask of V8. A V8 that does not know a flag says so, and goes on without it. */
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

/**
 * For a process that builds once and ends: a function is optimised when it has run four times as long as usual, because
 * much of what is optimised before pays only in a process that stays. As fast by the clock, for a sixth less of the
 * processor's time. To be called before anything is done.
 */
export function optimiseLess(): void {
  setFlagsFromString('--interrupt-budget=500000')
}
