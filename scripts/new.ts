/** `npm run new`: starts this week's newsletter in `content/raw/`, for editors who write it here rather than paste it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readContent } from '../src/archive/content/read-content.ts'
import { nextUpdate } from '../src/import/next-update.ts'

const root = process.cwd()
const last = readContent(join(root, 'content')).updates.at(-1)
const { number, date, text } = nextUpdate(last ?? firstOfAll(), today())
const file = join('content', 'raw', `${number}.txt`)
try {
  writeFileSync(join(root, file), text, { flag: 'wx' })
  console.log(
    `${file} is begun: Update ${number}, of Friday ${date}, with what stood in Update ${number - 1} each week.`,
  )
  console.log('Write under its headings; npm start shows it as you save, npm run check says what to look at.')
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  console.error(`${file} is there already, and is left as it is. Write on in it, or delete it first.`)
  process.exitCode = 1
}

/** The editor's own day, not Greenwich's. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

function firstOfAll(): never {
  console.error('There is no update yet to continue: put the first one into content/raw/ as a text file.')
  process.exit(1)
}
