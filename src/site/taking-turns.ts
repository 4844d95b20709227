import { setImmediate } from 'node:timers/promises'

/**
 * For long work that does not wait for anything by itself: each so many calls, others have their turn. Pagefind works in
 * another process, but what it is told and what it answers passes through this one.
 */
export function takingTurns(each: number): () => Promise<void> {
  let calls = 0
  return async () => {
    calls += 1
    if (calls % each === 0) await setImmediate()
  }
}
