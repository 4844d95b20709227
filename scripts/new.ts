/** `npm run new`: starts this week's newsletter in `content/drafts/`, for editors who write it here rather than paste it. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readContent } from '../src/archive/content/read-content.ts'
import { writeWhole } from '../src/files/whole-file.ts'
import { nextUpdate } from '../src/import/next-update.ts'
import { endOnFault } from '../src/site/faults.ts'
import { today } from '../src/site/messages/today.ts'
import { formatDate, weekday } from '../src/update/calendar-day.ts'

const root = process.cwd()
endOnFault(root)
const last = readContent(join(root, 'content')).updates.at(-1)
const { number, date, text } = nextUpdate(last ?? firstOfAll(), today())
const file = join('content', 'drafts', `${number}.txt`)
const isNew = () => !existsSync(join(root, file))
if (isNew() && writeWhole(join(root, file), text, isNew)) {
  console.log(
    `Started ${file}: Update ${number}, ${weekday(date)} ${formatDate(date)}, with the standing text and contacts of Update ${number - 1}.`,
  )
  console.log('Write under its headings. npm start shows it as you save. When it is ready, publish it on the desk.')
} else {
  console.error(`${file} already exists and has not been changed. Carry on writing in it, or delete it first.`)
  process.exitCode = 1
}

function firstOfAll(): never {
  console.error('There is no update to continue from yet. Save the first one in content/raw/ as a text file.')
  process.exit(1)
}
