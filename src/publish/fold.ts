import { foldLines } from 'ical-generator'

/**
 * Folds the lines of a calendar or a vCard (CRLF at their ends) at 75 octets, never inside a character: RFC 5545 §3.1,
 * RFC 2426 §2.6. The library walks over each character and takes its time; only the long lines need that.
 */
export function folded(text: string): string {
  return text
    .split('\r\n')
    .map(line => (Buffer.byteLength(line) <= 74 ? line : foldLines(line)))
    .join('\r\n')
}
