/**
 * `npm start`: builds the site, serves it to this machine, and brings it up to date after each change, until Ctrl-C.
 * This process serves and watches; another one builds, so that changed code is a matter of starting that one again.
 */
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { counted } from '../src/site/complaints.ts'
import { asPathPrefix } from '../src/site/path-prefix.ts'
import { forkBuilder } from '../src/site/serve/fork-builder.ts'
import { livePages } from '../src/site/serve/live-page.ts'
import type { Complaint, FromBuilder } from '../src/site/serve/messages.ts'
import { serveSite } from '../src/site/serve/static-files.ts'
import { type Change, watchProject } from '../src/site/serve/watch.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } })
const root = process.cwd()
/** Both processes take the same: while one writes, the site stands at the top unless PATH_PREFIX says otherwise. */
const pathPrefix = asPathPrefix(process.env.PATH_PREFIX ?? '/')
const live = livePages(root)
const served = await serveSite({
  site: join(root, '_site'),
  pathPrefix,
  port: Number(values.port),
  before: live.before,
  page: live.page,
})
const say = (line: string) => console.log(line)

let builder = startBuilder()
let building = false
let waiting = false
let known: ReadonlySet<string> | null = null

const watcher = watchProject(root, changed)
say(`the site is at ${served.address} (Ctrl-C stops)`)
build()

function startBuilder(): ChildProcess {
  const child = forkBuilder(root, pathPrefix)
  child.on('message', heard)
  child.on('exit', code => {
    if (child !== builder || code === 0) return
    say('the program could not be run; it is tried again when its code changes')
    building = false
  })
  return child
}

function build(): void {
  if (building) {
    waiting = true
    return
  }
  building = builder.connected && builder.send('build')
}

const leftAs = {
  nothing: 'the site is as it was before',
  pages: 'the pages are new; data, feeds, calendars and search are as they were before',
}

function heard(message: FromBuilder): void {
  switch (message.kind) {
    case 'read':
      tell(message.complaints)
      break
    case 'published':
      published(message)
      break
    case 'failed':
      say(`${message.message}\n${leftAs[message.published]}`)
      live.note([{ severity: 'error', text: message.message }])
      break
    case 'done':
      building = false
      if (waiting) build()
      waiting = false
      break
    case 'rehearsed':
      break
    default:
      message satisfies never
  }
}

/** Prints what is new since the build before; what was said already is only counted. */
function tell(complaints: readonly Complaint[]): void {
  const fresh = complaints.filter(({ text }) => !known?.has(text))
  for (const { text } of fresh) say(`${text}\n`)
  const errors = complaints.filter(({ severity }) => severity === 'error')
  say(
    `${counted(complaints)}${known !== null && fresh.length < complaints.length ? `, ${fresh.length} of them new` : ''}`,
  )
  if (errors.length > 0) say('the site stays as it was until the errors are mended')
  live.note(known === null ? errors : [...errors, ...fresh.filter(({ severity }) => severity === 'warning')])
  known = new Set(complaints.map(({ text }) => text))
}

function published({ what, pages, changed, seconds }: Extract<FromBuilder, { kind: 'published' }>): void {
  const time = `${seconds.toFixed(1)} s`
  if (what === 'pages') say(`${pages} pages, ${changed} files changed, in ${time}`)
  else if (changed > 0) say(`searchable in ${time}`)
  if (changed > 0) live.reload()
}

function changed(changes: readonly Change[]): void {
  for (const { event, file } of changes) say(`${event}: ${file}`)
  if (changes.some(({ kind }) => kind === 'program')) restart()
  else build()
}

function restart(): void {
  const old = builder
  old.kill('SIGTERM')
  building = false
  waiting = false
  builder = startBuilder()
  build()
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([watcher.close(), served.close()])
    if (builder.connected) builder.disconnect()
  })
}
