/** The worker's script: it searches, so that nothing that somebody types ever waits for it. */
import { serveAnswers } from './serve-answers.ts'

serveAnswers()
