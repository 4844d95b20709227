/**
 * Where a line of a received text ends, for the whole program: at CRLF, CR or LF, at a line or page break of Word (VT, FF), and at the
 * line and paragraph ends of Unicode (NEL, LS, PS). Texts are read with "\n" for all of them, so that every message counts alike.
 */
export const LINE_END: RegExp = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/u
const each = new RegExp(LINE_END, 'gu')

export const withPlainLineEnds = (text: string): string => text.replace(each, '\n')
