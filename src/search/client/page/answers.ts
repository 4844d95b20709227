/** The page's side of its conversation with the worker: a question is a search, the answer is what the page shows. */

import type { SearchAnswer } from '../find/answer.ts'
import type { SearchState } from '../query/address.ts'

/** null: only get ready. */
export type Question = { number: number; folder: string; state: SearchState | null }
export type Reply = { number: number; answer: SearchAnswer | null } | { number: number; fault: string }

export type Answers = {
  /** Rejects if the index cannot be fetched. The next question then starts a new worker. */
  ask(state: SearchState): Promise<SearchAnswer>
  /** Fetches what every search needs, so that the first search is quick. */
  prepare(): void
}

/** `script`: the address of the worker's script. `folder`: the address of the index. */
export function answersFrom(script: string, folder: string): Answers {
  let worker: Worker | null = null
  let asked = 0
  const open = new Map<number, { resolve: (answer: SearchAnswer) => void; reject: (fault: Error) => void }>()

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
      new Promise<SearchAnswer>((resolve, reject) => {
        asked += 1
        open.set(asked, { resolve, reject })
        send(state)
      }),
    prepare: () => send(null),
  }
}
