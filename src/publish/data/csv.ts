/** A table for spreadsheets: each row has a cell for each column; null leaves the cell empty. */
export type CsvTable = { columns: readonly string[]; rows: Iterable<readonly (string | number | null)[]> }

/** Without it, Excel reads UTF-8 as Windows-1252 and shows "â€™" for "’". Programs can use the JSON. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180: a line of column names, commas, CRLF after each line, quotation marks where needed.
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises ("CSV injection"): the
 * text comes from many authors. A phone number ("+44 1632 960001") computes nothing and stays as it is.
 */
export function csv({ columns, rows }: CsvTable): string {
  const lines = [columns, ...rows].map(row => row.map(cell).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cell(value: string | number | null): string {
  const text = disarmed(String(value ?? ''))
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Includes full-width signs: Excel reads "＝" as "=". White space before them is skipped. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u
const PHONE_NUMBER = /^\+[\d\s()-]+$/u

function disarmed(text: string): string {
  return FORMULA.test(text) && !PHONE_NUMBER.test(text) ? `'${text}` : text
}

/** Several values in one cell. */
export const listed = (values: Iterable<string | number>): string => [...values].join('; ')
