/**
 * `npm start`: builds the site, serves it to this machine, and brings it up to date after each change, until Ctrl-C.
 * Eleventy builds, watches and serves; `tsx watch` starts this again when the program's own code has changed.
 */
import { parseArgs } from 'node:util'
import Eleventy from '@11ty/eleventy'
import { endOnFault } from '../src/site/faults.ts'

endOnFault(process.cwd())

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8080' }, host: { type: 'string', multiple: true, default: [] } },
})
process.env.DEV_HOSTS = [process.env.DEV_HOSTS ?? '', ...values.host].join(' ')

const eleventy = new Eleventy(undefined, undefined, { configPath: 'eleventy.config.js', runMode: 'serve' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit())
// If `tsx watch` is killed, this would carry on and keep the port.
const { ppid } = process
setInterval(() => process.ppid === ppid || process.exit(), 1000).unref()
await eleventy.init()
await eleventy.serve(Number(values.port))
const buildAgain = await eleventy.watch()
// Eleventy only reports a deleted file.
eleventy.watcher.on('unlink', buildAgain)
