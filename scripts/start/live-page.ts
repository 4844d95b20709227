/** What `npm start` adds to each page that it serves, and to none that it builds: a reload after each change, and a note. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Complaint } from './messages.ts'

export type LivePages = {
  /** For `serveSite`: answers the pages' own connection. */
  before: (request: IncomingMessage, response: ServerResponse) => boolean
  /** For `serveSite`: adds the script to a page. */
  page: (html: string) => string
  /** Reloads all pages that are open. */
  reload: () => void
  /** Shows these complaints on all pages until the reader dismisses them; none: takes the note away. */
  note: (complaints: readonly Complaint[]) => void
}

const events = '/.live/events'

/** One for a server. An open page asks for the state of things, and again whenever the server was away. */
export function livePages(): LivePages {
  const listeners = new Set<ServerResponse>()
  let version = Date.now()
  let complaints: readonly Complaint[] = []
  const send = (response: ServerResponse) => response.write(`data: ${JSON.stringify({ version, complaints })}\n\n`)
  const sendAll = () => listeners.forEach(send)
  return {
    before(request, response) {
      if (request.url !== events) return false
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      send(response)
      return true
    },
    page: html =>
      html.replace(/(?:<\/body>[\s\S]*)?$/u, end => `<script>(${inPage})(${version}, '${events}')</script>${end}`),
    reload() {
      version += 1
      sendAll()
    },
    note(news) {
      complaints = news
      sendAll()
    },
  }
}

/** Runs in the browser. The note has a shadow root, so that it neither inherits the site's style nor gives its own away. */
function inPage(version: number, address: string) {
  type State = { version: number; complaints: { severity: string; text: string }[] }
  const dismissed = 'friday-update-note-dismissed'
  let host: HTMLElement | null = null
  new EventSource(address).onmessage = ({ data }) => {
    const { version: newest, complaints }: State = JSON.parse(data)
    if (newest !== version) location.reload()
    else show(complaints.map(({ text }) => text).join('\n\n'))
  }
  function show(text: string) {
    host?.remove()
    host = null
    if (text === '' || sessionStorage.getItem(dismissed) === text) return
    host = document.createElement('aside')
    host.setAttribute('aria-label', 'Complaints of the last build')
    const root = host.attachShadow({ mode: 'open' })
    const style = document.createElement('style')
    style.textContent = `section { position: fixed; inset: auto 0 0; z-index: 9999; max-height: 45vh; overflow: auto; padding: 1rem;
      background: #fff6d6; color: #222; border-top: 3px solid #8a5a00; font: 14px/1.45 ui-monospace, monospace }
      pre { margin: 0 6rem 0 0; white-space: pre-wrap } button { position: absolute; top: 1rem; right: 1rem; font: inherit; padding: .4em .8em }`
    const section = document.createElement('section')
    const pre = document.createElement('pre')
    pre.textContent = text
    const button = document.createElement('button')
    button.textContent = 'Dismiss'
    button.onclick = () => {
      sessionStorage.setItem(dismissed, text)
      host?.remove()
    }
    section.append(pre, button)
    root.append(style, section)
    document.body.append(host)
  }
}
