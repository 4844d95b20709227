/**
 * `npm run remove -- 682`: takes an update out of the archive, raw text and Markdown together. Exit status 1: there is no such
 * update; 2: the command was not understood.
 */
import { removeUpdate } from '../src/import/remove-update.ts'
import { endOnFault } from '../src/site/faults.ts'

endOnFault(process.cwd())
const numbers = process.argv.slice(2)
if (numbers.length === 0 || numbers.some(word => !/^\d+$/u.test(word))) {
  console.error('usage: npm run remove -- 682')
  process.exitCode = 2
} else {
  for (const number of numbers.map(Number)) {
    const removed = removeUpdate(process.cwd(), number)
    for (const file of removed) console.log(`removed: ${file}`)
    if (removed.length > 0) continue
    console.error(`The archive has no update ${number}.`)
    process.exitCode = 1
  }
}
