/** What `npm start` adds to each page that it serves, and to none that it builds: a reload after each change, and a note. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Complaint } from './messages.ts'

export type LivePages = {
  /** For `serveSite`: answers what the pages ask of `npm start` itself. */
  before: (request: IncomingMessage, response: ServerResponse) => boolean
  /** For `serveSite`: adds the script to a page. */
  page: (html: string) => string
  /** Reloads all pages that are open. */
  reload: () => void
  /** Shows these complaints on all pages until the reader dismisses them; none: takes the note away. */
  note: (complaints: readonly Complaint[]) => void
}

/** One for a server. An open page is told the state of things, and again whenever the server was away. */
export function livePages(root: string): LivePages {
  const listeners = new Set<ServerResponse>()
  const script = readFileSync(join(root, 'scripts', 'start', 'live-client.js'))
  // Another number than that of any server before, whose pages may still be open.
  let version = Date.now()
  let complaints: readonly Complaint[] = []
  const tell = (response: ServerResponse) => response.write(`data: ${JSON.stringify({ version, complaints })}\n\n`)
  const tellAll = () => {
    for (const listener of listeners) tell(listener)
  }
  return {
    before({ url }, response) {
      if (url === '/.live/client.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
      else if (url === '/.live/events') listen(response)
      else return false
      return true
    },
    page: html =>
      html.replace(
        /(?=<\/body>\s*<\/html>\s*$)|$/u,
        `<script src="/.live/client.js" data-version="${version}"></script>`,
      ),
    reload() {
      version += 1
      tellAll()
    },
    note(news) {
      complaints = news
      tellAll()
    },
  }

  function listen(response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.on('close', () => listeners.delete(response))
    listeners.add(response)
    tell(response)
  }
}
