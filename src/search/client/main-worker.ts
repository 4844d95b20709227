/** The worker's script: searching here never holds up typing. */
import { serveAnswers } from './serve-answers.ts'

serveAnswers()
