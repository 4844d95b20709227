import { setImmediate } from 'node:timers/promises'

/** How long page requests wait at most while pages are made, in milliseconds: long enough to cost nothing. */
const longest = 250

/** Lets the server of `npm start` answer while thousands of pages are made. Eleventy asks for all of them at once, so all wait. */
export function turns(): () => Promise<void> | null {
  let since = performance.now()
  let pause: Promise<void> | null = null
  return () => {
    if (pause === null && performance.now() - since < longest) return null
    return wait()
  }

  async function wait(): Promise<void> {
    while (pause !== null) await pause
    if (performance.now() - since < longest) return
    pause = setImmediate().then(() => {
      since = performance.now()
      pause = null
    })
    await pause
  }
}
