/** The path the site is under: "archive", "/archive" and "/archive/" all mean "/archive/". */
export const asPathPrefix = (path: string): string => `/${path}/`.replace(/\/+/gu, '/')

/** What is wrong with a PATH_PREFIX, and what to write instead; null if nothing is. */
export function faultOfPathPrefix(wanted: string | undefined): string | null {
  if (wanted === undefined || (/^[\w.~/-]*$/u.test(wanted) && !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(wanted))) return null
  return `PATH_PREFIX is "${wanted}", which is not a path. ${hintFor(wanted)}`
}

function hintFor(wanted: string): string {
  if (/^[a-z][a-z+.-]+:\/\//iu.test(wanted))
    return 'Give only the path, such as PATH_PREFIX=/preview/. The rest of the web address goes in content/site.yaml, as "url".'
  if (/^[a-z]:/iu.test(wanted))
    return 'Git Bash reads /preview/ as a Windows folder: write PATH_PREFIX=preview, without slashes.'
  return 'Use letters, digits, ".", "_", "~" and "-" between slashes, such as PATH_PREFIX=/preview/.'
}
