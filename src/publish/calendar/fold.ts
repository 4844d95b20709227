const MOST_OCTETS = 75

/**
 * Folds the lines of a calendar or a vCard (CRLF at their ends) at 75 octets, never inside a character: RFC 5545 §3.1,
 * RFC 2426 §2.6.
 *
 * ical-generator's own `foldLines` encodes each character separately, which took nine tenths of the time for calendars:
 * 0.4 ms an event, 0.8 s for the 2,100 meetings of 700 updates. The tests check that this gives the same result.
 */
export function folded(text: string): string {
  return text
    .split('\r\n')
    .map(line => (Buffer.byteLength(line) <= MOST_OCTETS ? line : foldedLine(line)))
    .join('\r\n')
}

function foldedLine(line: string): string {
  const pieces: string[] = []
  let start = 0
  let end = 0
  let octets = 0
  for (const sign of line) {
    const width = octetsOf(sign)
    if (octets + width > MOST_OCTETS) {
      pieces.push(line.slice(start, end))
      start = end
      // The space that opens the next line counts.
      octets = 1
    }
    octets += width
    end += sign.length
  }
  return [...pieces, line.slice(start)].join('\r\n ')
}

/** In UTF-8. */
function octetsOf(sign: string): number {
  if (sign.length === 2) return 4
  const unit = sign.charCodeAt(0)
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
}
