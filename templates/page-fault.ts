/** An error while a page is made, as an editor reads it: which page, what it is made from, and where in the program. */

/** Eleventy prints the message, and no stack, of an error that says so. */
type PageFault = Error & { skipOriginalStack: true }

export function pageFault(address: string, error: unknown): PageFault {
  const what = error instanceof Error ? error.message : String(error)
  const place = placeInProgram(error)
  const number = /^\/updates\/(\d+)\//u.exec(address)?.[1]
  const source = number === undefined ? 'content' : `content/updates/${number}.md`
  const lines = [
    `the page ${address} cannot be made: ${what}${place === null ? '' : ` (${place})`}`,
    `The site has not changed. If you have changed a template, look there. If not, undo your last change to ${source}, and please report this message.`,
  ]
  return Object.assign(new Error(lines.join('\n')), { skipOriginalStack: true as const })
}

/** "templates/parts/frame/site-footer.tsx:12:5": the first line of the program that the error went through. */
export function placeInProgram(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? '').replaceAll('\\', '/') : ''
  return /(?<!node_modules\/[^\n]*)\b(?:templates|src|scripts)\/[^\s():]+:\d+:\d+/u.exec(stack)?.[0] ?? null
}
