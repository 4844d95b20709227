/** What runs between the dev server of `npm start` and the site's files: a list, in order. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import type { FreshOf } from '../../import/import-all.ts'
import { compare } from '../desk/compare.ts'
import type { DeskSources } from '../desk/desk.ts'
import { namesReadAs } from '../desk/lists.ts'
import { type DeskSettings, desk } from '../desk/requests.ts'
import type { Progress } from '../messages/progress.ts'
import { pageNotes, waitingPage } from './notes.tsx'

/** The result of the last build. `diagnostics` are about the content as last read, whether it could be used or not. */
export type LastBuild = DeskSources & {
  state: 'not read yet' | 'being made' | 'shown' | 'not usable'
  /** Of a raw text, or of a draft. */
  freshOf: FreshOf
}

/** What the middlewares know. */
export type Serving = {
  /** The project's top. */
  root: string
  /** "/", "/archive/". */
  prefix: string
  /** "vscode://file/{path}:{line}:{column}"; "" where files cannot be opened from a browser. */
  openFile: string
  /** The folder of the site. */
  site: string
  /** Host names that are answered besides this machine's own: "update.local". */
  hosts: readonly string[]
  lastBuild: () => LastBuild
  /** How far the build that is running is; null before it has begun to count. */
  progress: () => Progress | null
}

/** Answers, or leaves it to the next. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => unknown) => unknown

/** A tool for editors goes in where it is to be asked: before `readingOnly` if it takes what they send. */
export const middlewares = (serving: Serving): Middleware[] => [
  ownNamesOnly(serving),
  desk(deskSettings(serving)),
  readingOnly,
  insideTheSite,
  noLinkOut(serving),
  untilThereIsASite(serving),
  withNotes(serving),
]

const deskSettings = ({ root, prefix, openFile, lastBuild }: Serving): DeskSettings => ({
  root,
  prefix,
  openFile,
  sources: lastBuild,
  isBuilding: () => ['not read yet', 'being made'].includes(lastBuild().state),
  comparisonOf(number) {
    const { archive, freshOf } = lastBuild()
    const fresh = freshOf(number)
    const file = join(root, 'content', 'updates', `${number}.md`)
    if (fresh === null) return null
    const current = existsSync(file) ? readFileSync(file, 'utf8') : fresh.markdown
    const names = archive === null ? new Map<string, string>() : namesReadAs(archive, number)
    return compare({ text: fresh.text, fresh: fresh.markdown, current, names })
  },
})

const ownNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * Another machine gets nothing, and no more does a page elsewhere whose host name has been pointed at this machine: it
 * would read what is not published yet.
 */
export function ownNamesOnly({ hosts }: Pick<Serving, 'hosts'>): Middleware {
  const names = new Set([...ownNames, ...hosts])
  return (request, response, next) => {
    const isNear = hosts.length > 0 || isThisMachine(request.socket.remoteAddress)
    if (isNear && names.has(hostOf(request))) next()
    else refuse(response, 403, 'This server answers only to its own names. Open the web address that npm start shows.')
  }
}

const isThisMachine = (address = ''): boolean => address === '::1' || /^(?:::ffff:)?127\./u.test(address)

function hostOf({ headers }: IncomingMessage): string {
  try {
    return new URL(`http://${headers.host}`).hostname
  } catch {
    return ''
  }
}

export const readingOnly: Middleware = ({ method = '' }, response, next) => {
  if (method === 'GET' || method === 'HEAD') {
    next()
    return
  }
  response.setHeader('Allow', 'GET, HEAD')
  refuse(response, 405, 'You can only read pages.')
}

/** The server itself ends where an address cannot be decoded or leads out of the site. */
export const insideTheSite: Middleware = ({ url = '/' }, response, next) => {
  if (isInside(url)) next()
  else refuse(response, 400, 'There is no page at this web address.')
}

function isInside(url: string): boolean {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/su, ''))
    return path.startsWith('/') && !/[\0\\]|(?:^|\/)\.\.(?:\/|$)/u.test(path)
  } catch {
    return false
  }
}

/** Nor does a link in the folder of the site lead to what is elsewhere on this machine. */
export function noLinkOut({ site, prefix }: Pick<Serving, 'site' | 'prefix'>): Middleware {
  return ({ url = '/' }, response, next) => {
    const path = decodeURIComponent(url.replace(/[?#].*$/su, ''))
    const asked = join(site, path.startsWith(prefix) ? path.slice(prefix.length) : path)
    const files = [asked, join(asked, 'index.html'), `${asked}.html`].filter(file => existsSync(file))
    if (files.every(file => `${realpathSync(file)}${sep}`.startsWith(`${realpathSync(site)}${sep}`))) next()
    else refuse(response, 400, 'There is no page at this web address.')
  }
}

/** The site of an earlier `npm start` is shown once the content has been read. */
function untilThereIsASite({ prefix, site, lastBuild, progress }: Serving): Middleware {
  return (_, response, next) => {
    const { state, diagnostics } = lastBuild()
    if (state !== 'not read yet' && existsSync(join(site, 'index.html'))) {
      next()
      return
    }
    response.statusCode = 503
    // Or the dev server lets no script of the page run but its own.
    Object.assign(response, { isCustomErrorPage: true })
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    response.end(waitingPage({ isUsable: state !== 'not usable', diagnostics, progress: progress() }, prefix))
  }
}

/**
 * Notes stay on pages until they are dealt with: errors on each page, which is older than the content; the others on that of
 * their update, and a draft says that it is one.
 */
function withNotes({ prefix, lastBuild }: Serving): Middleware {
  return ({ url = '/' }, response, next) => {
    const { number } =
      /^updates\/(?<number>\d+)\/(?:index\.html)?(?:[?#]|$)/u.exec(url.slice(prefix.length))?.groups ?? {}
    const note = pageNotes(lastBuild(), { prefix, update: number === undefined ? null : Number(number) })
    const withNote = (body: unknown) => (typeof body === 'string' ? body.replace(/(?=<\/body>)/u, () => note) : body)
    if (note !== '')
      response.end = new Proxy(response.end, {
        apply: (end, _, [body, ...rest]: unknown[]) => Reflect.apply(end, response, [withNote(body), ...rest]),
      })
    next()
  }
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${words}\n`)
}
