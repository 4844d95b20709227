/**
 * The Markdown file of one update, `content/updates/<number>.md`, both ways. Only the files that this one names know
 * its form:
 *
 * - The body is what was printed. `#` is the masthead, `##` a section, `###` a story, `####` a part of one.
 *   Publications are list entries, contacts are paragraphs. What is in square brackets was not printed:
 *   "## [updates]" (the text has no such line), "### [Title]" (another line of the update supplies it), "### [untitled]",
 *   "## [foot of the page]" (what surrounded the page that it was copied from: no section, and may be deleted).
 * - The front matter is what was understood: which kind each section is, ids, dates, names. Facts belong to the body
 *   in its order, and are checked by the words that they share with it. What is empty, null or ordinary is left out.
 *   A line that announces several meetings has one fact for each; those after the first say `line: "same"`.
 * - Every Update u has `readUpdateFile(writeUpdateFile(u)).update` equal to u, if its texts have no blank ends, its
 *   lines no white space around them, and notices without a heading no text below it.
 */
export { readUpdateFile } from './read-update-file.ts'
export { writeUpdateFile } from './write-update-file.ts'
