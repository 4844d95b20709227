/** Import has said all there is to say: its own Markdown draws no message when it is read back. */
import { expect, test } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'

const masthead = 'Update no 681 10th October 2025\n\n'
const texts: [what: string, text: string][] = [
  [
    'a list that announces nothing, in a story whose meetings are in a table',
    'Reminders\n\nFuture dates for network meetings\n\nDate\tNetwork\tVenue\n16 April 2026, 10am\tAD Education\tTeams\n21 April 2026, 2-4pm\tFostering Network\tShire Hall, Reading\n\nAnother reminder\n\n- On 2 March Coram published Another look\n',
  ],
  [
    'a numbered line that says what was published',
    'Updates\n\nChildren in care\n\nWhat is new:\n\n1. Pass the parcel: children posted around published by the Children’s Commissioner 24 September 2025\n',
  ],
  [
    'a title whose first word is fused with the word before, over two lines',
    'Updates\n\nA white paper\n\nOn 24 September Speech and Language UK publishedÊTransforming SEND: An Alternative\nWhite Paper\n',
  ],
  [
    'a contact with a number between the words that may be the name',
    'Updates\n\nA story\n\nWords.\n\nContact Details\n\nRegional Planning: Nell Abara (Horsham)07700\t900\t123robin sample@example.org\n',
  ],
  [
    'a contact that is addresses and numbers without end',
    `Updates\n\nA story\n\nWords.\n\nContact Details\n\n${'E: rosa.quill@example.org M: 07700 900110'.repeat(9)}\n`,
  ],
]

test.each(texts)('%s', (_, text) => {
  const { update } = parseUpdate(masthead + text, 'content/raw/681.txt')
  if (update === null) throw new Error('no update')
  const { update: again, diagnostics } = readUpdateFile(writeUpdateFile(update), 'content/updates/681.md')
  expect(diagnostics).toEqual([])
  expect(again).toEqual(update)
})
