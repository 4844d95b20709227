/** "1 story", "12 stories", "1,204 publications". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${withCommas(count)} ${count === 1 ? one : many}`
}

export const withCommas = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',')

/** The letter under which an A–Z lists it: "the Door is Still Closed" under d; digits and other scripts under "0-9". */
export function letterOf(title: string): string {
  const [first = ''] = sortTitle(title).normalize('NFD')
  return /[a-z]/u.test(first) ? first : '0-9'
}

/** As an A–Z sorts it: lower case, without quotation marks, brackets and a leading article. */
export const sortTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:the|an|a)\s+/u, '')
