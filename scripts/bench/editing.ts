/** `npm start` with one update more: how long until its page is there, and until it can be found. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forkBuilder } from '../../src/site/serve/fork-builder.ts'
import type { Complaint, FromBuilder, ToBuilder } from '../../src/site/serve/messages.ts'
import type { RawText } from './made-up-updates.ts'

const isError = ({ severity }: Complaint): boolean => severity === 'error'

export type Editing = { visible: number; searchable: number }

/** In seconds, from the moment that the file has come to rest. The builder is warm and the site up to date before. */
export async function measureEditing(folder: string, next: RawText): Promise<Editing> {
  const builder = forkBuilder(folder, '/')
  const build = (until: 'done' | 'rehearsed'): Promise<Editing> =>
    new Promise((done, failed) => {
      const times: Editing = { visible: 0, searchable: 0 }
      const hear = (message: FromBuilder) => {
        if (message.kind === 'published') times[message.what === 'pages' ? 'visible' : 'searchable'] = message.seconds
        if (message.kind === 'read') for (const { text } of message.complaints.filter(isError)) failed(new Error(text))
        if (message.kind === 'failed') failed(new Error(message.message))
        if (message.kind !== until) return
        builder.off('message', hear)
        done(times)
      }
      builder.on('message', hear)
      builder.send('build' satisfies ToBuilder)
    })
  await build('rehearsed')
  writeFileSync(join(folder, 'content', 'raw', next.name), next.text)
  const times = await build('done')
  const gone = new Promise(done => builder.once('exit', done))
  builder.disconnect()
  await gone
  return times
}
