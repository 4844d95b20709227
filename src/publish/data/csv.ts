/** A table for spreadsheets: each row has a cell for each column; null leaves the cell empty. */
export type Table = { columns: readonly string[]; rows: Iterable<readonly (string | number | null)[]> }

/** Without it Excel takes a UTF-8 file for Windows-1252 and shows "â€™" for "’". Programs have the JSON. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180: a line of column names, commas, CRLF after each line, quotation marks where a cell needs them.
 *
 * A cell that a spreadsheet would run as a formula (the newsletter is text from many hands) starts with an apostrophe,
 * as OWASP advises ("CSV injection"). A phone number ("+44 1632 960001") computes nothing and stays as it is.
 */
export function csv({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map(row => row.map(cell).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cell(value: string | number | null): string {
  const text = disarmed(String(value ?? ''))
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The signs count in their full width too: Excel takes "＝" for "=". White space before them is skipped. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u
const PHONE_NUMBER = /^\+[\d\s()-]+$/u

function disarmed(text: string): string {
  return FORMULA.test(text) && !PHONE_NUMBER.test(text) ? `'${text}` : text
}

/** Several values in one cell. */
export const listed = (values: Iterable<string | number>): string => [...values].join('; ')
