/** RFC 4180, read cell by cell. */
export function readCsv(text: string): string[][] {
  const cells = [...text.replace(/^\uFEFF/u, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)]
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

/** One value for each row, by the names of the first. */
export function recordsOf(text: string): Record<string, string>[] {
  const [columns = [], ...rows] = readCsv(text)
  return rows.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])))
}
