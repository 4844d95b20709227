/** The page's end of the talk with its worker: a question is a search, its answer what the page shows. */

import type { Answer } from '../find/answer.ts'
import type { SearchState } from '../query/address.ts'

/** A state of null asks only to be ready. */
export type Question = { number: number; folder: string; state: SearchState | null }
export type Reply = { number: number; answer: Answer | null } | { number: number; fault: string }

export type Answers = {
  /** Rejects where the index cannot be fetched; the next question begins anew, with nothing kept of the failure. */
  ask(state: SearchState): Promise<Answer>
  /** Fetches what every search needs, so that the first is quick. */
  prepare(): void
}

/** `script` is the address of the worker's script, `folder` that of the index. */
export function answersFrom(script: string, folder: string): Answers {
  let worker: Worker | null = null
  let asked = 0
  const open = new Map<number, { resolve: (answer: Answer) => void; reject: (fault: Error) => void }>()

  const fail = (fault: string) => {
    worker?.terminate()
    worker = null
    for (const { reject } of open.values()) reject(new Error(fault))
    open.clear()
  }
  const begin = () => {
    const begun = new Worker(script, { type: 'module' })
    begun.addEventListener('error', () => fail('the search did not start'))
    begun.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if ('fault' in data) return fail(data.fault)
      if (data.answer) open.get(data.number)?.resolve(data.answer)
      open.delete(data.number)
    })
    return begun
  }
  const send = (state: SearchState | null) => {
    worker ??= begin()
    worker.postMessage({ number: asked, folder, state } satisfies Question)
  }
  return {
    ask: state =>
      new Promise<Answer>((resolve, reject) => {
        asked += 1
        open.set(asked, { resolve, reject })
        send(state)
      }),
    prepare: () => send(null),
  }
}
