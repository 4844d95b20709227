/**
 * Every complaint that this program can make, in one place. A message says what, in lower case and without blame;
 * a hint says what to do. An `error` means that the input cannot be used; a `warning`, that somebody should look.
 */
type Words = { message: string; hint: string }
const error = <A>(say: (args: A) => Words) => ({ severity: 'error' as const, say })
const warning = <A>(say: (args: A) => Words) => ({ severity: 'warning' as const, say })

export const catalogue = {
  // ── raw text: what cannot be used ──
  'empty-file': error(() => ({
    message: 'this file is empty',
    hint: "paste the update's text into it, or delete the file",
  })),

  // ── raw text: what somebody should look at ──
  'unreadable-time': warning(({ printed }: { printed: string }) => ({
    message: `"${printed}" is no time of day that can be read`,
    hint: 'the time is left out; if you know it, correct the meeting in the Markdown file',
  })),
}
