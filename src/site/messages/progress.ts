/** How far long work is: on the waiting page of `npm start`, and in one line of a terminal. */

/** `what`: "updates read", "pages made". */
export type Progress = { what: string; done: number; of: number }

/** "312 of 700 updates read". */
export const progressInWords = ({ what, done, of }: Progress): string =>
  `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${what}`

export type ProgressLine = {
  /** Writes over what it wrote before. */
  show: (progress: Progress) => void
  /** Takes the line away, so that something else can be printed. */
  clear: () => void
}

const noLine: ProgressLine = { show() {}, clear() {} }
/** Shorter work needs no line; longer work is written no more often than anyone can read. */
const quietFor = 1000
const between = 100

/** A line for one piece of work, which begins now. Where the output is no terminal nothing is written. */
export function progressLine(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stdout): ProgressLine {
  if (!out.isTTY) return noLine
  let next = performance.now() + quietFor
  let isShown = false
  return {
    show(progress) {
      const now = performance.now()
      if (now < next) return
      next = now + between
      isShown = true
      out.write(`\r\u001B[2K${progressInWords(progress)}`)
    },
    clear() {
      if (isShown) out.write('\r\u001B[2K')
      isShown = false
    },
  }
}
