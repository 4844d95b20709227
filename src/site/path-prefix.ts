/** Under which path the site is: "archive", "/archive" and "/archive/" all mean "/archive/". */
export const asPathPrefix = (path: string): string => `/${path}/`.replace(/\/+/gu, '/')

/** What is wrong with a PATH_PREFIX, and what to write instead; null: it is a path, or there is none. */
export function faultOfPathPrefix(wanted: string | undefined): string | null {
  if (wanted === undefined || (/^[\w.~/-]*$/u.test(wanted) && !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(wanted))) return null
  return `PATH_PREFIX is "${wanted}", which is no path. ${hintFor(wanted)}`
}

function hintFor(wanted: string): string {
  if (/^[a-z][a-z+.-]+:\/\//iu.test(wanted))
    return 'Give the path alone, such as PATH_PREFIX=/preview/; the rest of the address belongs into content/site.yaml, as "url".'
  if (/^[a-z]:/iu.test(wanted))
    return 'Git Bash takes /preview/ for a folder of Windows: write PATH_PREFIX=preview, without slashes.'
  return 'It takes letters, digits, ".", "_", "~" and "-" between slashes, such as PATH_PREFIX=/preview/.'
}
