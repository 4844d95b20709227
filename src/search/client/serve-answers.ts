/** The worker's side of its conversation with the page. */
import { type Answerer, answerer } from './find/answer.ts'
import type { Question, Reply } from './page/answers.ts'

/** Answers questions for as long as the worker lives. */
export function serveAnswers(): void {
  let answers: Answerer | null = null
  addEventListener('message', async ({ data }: MessageEvent<Question>) => {
    const { number, folder, state } = data
    answers ??= answerer(folder)
    const reply: Reply = await answers(state).then(
      answer => ({ number, answer }),
      (fault: unknown) => ({ number, fault: String(fault) }),
    )
    postMessage(reply)
  })
}
