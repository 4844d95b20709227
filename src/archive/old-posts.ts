/** Where an update was posted on the newsletter's old site: both addresses of the post lead to its page here. */
import type { Update } from '../update/update.ts'
import type { Archive, Site } from './archive.ts'

/** What site.yaml says, and what the updates' own pages said; an editor has the last word. */
export function withOldPosts(site: Site, updates: readonly Update[]): Site {
  const said = new Set(site.oldPosts.map(({ post }) => post))
  const found = updates.flatMap(({ number, origin }) =>
    origin?.post == null || said.has(origin.post) ? [] : [{ post: origin.post, update: number }],
  )
  return found.length === 0 ? site : { ...site, oldPosts: [...site.oldPosts, ...found] }
}

/** Site-relative. */
export const oldPostPaths = (updates: readonly Update[]): Archive['formerAddresses'] =>
  updates.flatMap(({ number, origin }) => {
    const from = pathOf(origin?.address ?? null)
    return from === null ? [] : [{ from, to: `/updates/${number}/` }]
  })

/** Letters, digits, "-" and "_" between slashes: nothing that a file could not be called, and no page of this site. */
function pathOf(address: string | null): string | null {
  const path = address !== null && URL.canParse(address) ? new URL(address).pathname : '/'
  const isOurs =
    /^\/(?:assets|calendar|contacts|data|networks|pagefind|publications|publishers|search|topics|updates)\//u
  return /^\/(?:[\w-]+\/)*[\w-]+\/?$/u.test(path) && !isOurs.test(`${path}/`) ? path.replace(/\/?$/u, '/') : null
}
