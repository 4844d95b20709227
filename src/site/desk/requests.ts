/**
 * Answers requests to the desk, in `npm start` only. It writes only what its own forms send: they carry a token that no
 * other page knows, and come from the same origin.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { numbered } from '../../archive/content/reviewed.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type Done, forget, publishDraft, setAside, writeAnswer } from './actions.ts'
import type { Comparison } from './compare.ts'
import { comparePage } from './compare-page.tsx'
import { type Desk, type DeskSources, deskOf } from './desk.ts'
import { type DeskContext, SAID } from './desk-document.tsx'
import { deskPage, kindPage, messagePage, setAsidePage, updateNotesPage } from './desk-pages.tsx'
import { listPage } from './list-pages.tsx'
import { idOf } from './notes.ts'

export type DeskSettings = {
  /** The project's top. */
  root: string
  /** "/", "/archive/". */
  prefix: string
  sources: () => DeskSources
  isBuilding: () => boolean
  /** What was made of a raw text, beside it; null where there is no such update. */
  comparisonOf: (number: number) => Comparison | null
  /** "vscode://file/{path}:{line}:{column}"; "" where files cannot be opened from a browser. */
  openFile: string
}

type Answered = { status: number; type: string; body: string; location?: string }

/** Passes every other address on. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its functions share the state of one desk
export function desk(settings: DeskSettings) {
  const token = randomBytes(16).toString('hex')
  let last: Done | null = null
  /** What was dealt with here, until the next build has looked for it again. */
  const dealtWith = new Set<string>()
  let lookedAt: DeskSources['diagnostics'] = []
  return async (request: IncomingMessage, response: ServerResponse, next: () => unknown): Promise<unknown> => {
    // Not as a URL: "//[" is none, and any page in a browser can ask for it.
    const pathname = (request.url ?? '/').replace(/[?#].*$/su, '')
    const top = `${settings.prefix}desk`
    if (pathname === top) return send(response, seeOther(`${top}/`))
    if (!pathname.startsWith(`${top}/`)) return next()
    const path = pathname.slice(top.length + 1)
    if (request.method === 'GET' || request.method === 'HEAD') return send(response, read(path))
    if (request.method !== 'POST') return send(response, text(405, 'The desk accepts only its own pages and forms.'))
    const form = await formOf(request)
    if (form === null || !isOwn(request, form, token))
      return send(
        response,
        text(403, 'The desk accepts only forms from its own pages. Open the desk again, and try once more.'),
      )
    last = act(path, form)
    return send(response, seeOther(`${backTo(request, `${top}/`)}#${SAID}`))
  }

  function context(): DeskContext {
    const said = last === null ? null : { words: last.words, canUndo: last.undo !== null }
    const { prefix, openFile, root } = settings
    return {
      prefix,
      token,
      said,
      isBuilding: settings.isBuilding(),
      openFile:
        openFile === '' ? null : (file, line, column) => filled(openFile, { path: join(root, file), line, column }),
    }
  }

  function read(path: string): Answered {
    const type = assets.get(path)
    if (type !== undefined) return { status: 200, type, body: asset(path) }
    return pageAt(path, { all: deskOf(openSources()), context: context(), comparisonOf: settings.comparisonOf })
  }

  function openSources(): DeskSources {
    const sources = settings.sources()
    if (sources.diagnostics !== lookedAt) dealtWith.clear()
    lookedAt = sources.diagnostics
    return { ...sources, diagnostics: lookedAt.filter(one => !dealtWith.has(idOf(one))) }
  }

  function act(path: string, form: URLSearchParams): Done {
    const { root } = settings
    if (path === 'undo') {
      dealtWith.clear()
      return last?.undo?.() ?? { words: 'There is nothing to undo.', undo: null }
    }
    if (path === 'publish') return publishDraft(root, draftCalled(form.get('file')))
    const diagnostic = noted(form.get('note'))
    if (diagnostic === undefined) return { words: 'That message has already gone.', undo: null }
    if (path === 'set-aside') {
      const why = (form.get('why') ?? '').trim().slice(0, 300)
      return why === ''
        ? { words: 'Please say why.', undo: null }
        : settled(diagnostic, setAside(root, diagnostic, { why, nth: nthOf(diagnostic) }))
    }
    if (path === 'forget' && diagnostic.code === 'reviewed-is-gone')
      return settled(diagnostic, forget(root, diagnostic))
    const answer = path === 'answer' ? diagnostic.answers?.[Number(form.get('nth'))] : undefined
    if (answer === undefined) return { words: 'There is no such button.', undo: null }
    return settled(diagnostic, writeAnswer(root, answer))
  }

  /** Among all messages with the same words, those set aside before included. */
  function nthOf(diagnostic: Diagnostic): number {
    const { diagnostics, setAside: before } = settings.sources()
    return numbered([...diagnostics, ...before]).get(diagnostic) ?? 1
  }

  function settled(diagnostic: Diagnostic, done: Done): Done {
    if (done.undo !== null) dealtWith.add(idOf(diagnostic))
    return done
  }

  function noted(id: string | null): Diagnostic | undefined {
    return settings.sources().diagnostics.find(diagnostic => idOf(diagnostic) === id)
  }

  /** Only a name that the desk has shown: a form's words are never a path. */
  function draftCalled(file: string | null): string {
    return settings.sources().drafts.find(draft => draft.file === file)?.file ?? 'this draft'
  }
}

type Shown = { all: Desk; context: DeskContext; comparisonOf: DeskSettings['comparisonOf'] }

/** The page of the desk at a path below it: "" is its first. */
function pageAt(path: string, { all, context, comparisonOf }: Shown): Answered {
  if (path === '') return html(deskPage(all, context))
  if (path === 'set-aside/') return html(setAsidePage(all.setAside, context))
  const { folder, name = '' } = /^(?<folder>update|kind|compare|list)\/(?<name>[\w-]+)\/$/u.exec(path)?.groups ?? {}
  const number = /^\d+$/u.test(name) ? Number(name) : null
  if (folder === 'kind') {
    const ofKind = all.notes.filter(({ code }) => code === name)
    return html(kindPage(ofKind, name, context))
  }
  if (folder === 'update' && number !== null) return html(updateNotesPage(all, number, context))
  const list = folder === 'list' ? listPage(all, name, context) : null
  if (list !== null) return html(list)
  const comparison = folder === 'compare' && number !== null ? comparisonOf(number) : null
  if (comparison !== null && number !== null) return html(comparePage(number, comparison, context))
  if (folder === 'compare') {
    const words = `What was received for update ${name} is not in content/raw any more, so there is nothing to compare.`
    return html(messagePage('Nothing to compare', words, context), 404)
  }
  return html(messagePage('Page not found', 'There is no such page on the desk.', context), 404)
}

const html = (body: string, status = 200): Answered => ({ status, type: 'text/html; charset=utf-8', body })
const text = (status: number, words: string): Answered => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${words}\n`,
})
const seeOther = (location: string): Answered => ({ ...text(303, ''), location })

function send(response: ServerResponse, { status, type, body, location }: Answered): void {
  response.statusCode = status
  response.setHeader('Content-Type', type)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Frame-Options', 'DENY')
  if (location !== undefined) response.setHeader('Location', location)
  response.end(body)
}

const script = 'text/javascript; charset=utf-8'
/** Files of this folder that its pages load, and `waiting.js` of the page that is there before the site. */
const assets = new Map([
  ['desk.css', 'text/css; charset=utf-8'],
  ['desk.js', script],
  ['waiting.js', script],
])
const asset = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

const LARGEST_FORM = 10_000

/** null if it is not a form, or too large to be one of ours. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\b/u.test(request.headers['content-type'] ?? '')) return null
  let body = ''
  try {
    for await (const piece of request) {
      body += String(piece)
      if (body.length > LARGEST_FORM) return null
    }
  } catch {
    // It broke off: no one waits for an answer.
    return null
  }
  return new URLSearchParams(body)
}

function isOwn({ headers }: IncomingMessage, form: URLSearchParams, token: string): boolean {
  const isSameOrigin =
    headers.origin === undefined
      ? headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin'
      : headers.origin === `http://${headers.host}`
  const sent = Buffer.from(form.get('token') ?? '')
  return isSameOrigin && sent.length === token.length && timingSafeEqual(sent, Buffer.from(token))
}

/** The page of the desk whose button was used. */
function backTo({ headers }: IncomingMessage, top: string): string {
  const referer = headers.referer
  if (referer === undefined || !URL.canParse(referer)) return top
  const { host, pathname } = new URL(referer)
  return host === headers.host && pathname.startsWith(top) ? pathname : top
}

const filled = (pattern: string, values: { path: string; line: number; column: number }): string =>
  pattern
    .replace('{path}', () => encodeURI(values.path.replaceAll('\\', '/')))
    .replace('{line}', String(values.line))
    .replace('{column}', String(values.column))
