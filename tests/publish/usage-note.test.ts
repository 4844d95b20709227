import { expect, test } from 'vitest'
import { usageNote } from '../../src/publish/usage-note.ts'

const noteIn = (text: string) => usageNote({ parts: [{ heading: null, label: null, text }] })

test.each([
  'The film can be used with carers, but should not be posted on websites.',
  'These slides are not for onward circulation.',
  'Please do not forward this link.',
  'The draft must not be shared outside your authority.',
  'For internal use only.',
  'The report is embargoed until Monday.',
])('%s', sentence => {
  expect(noteIn(`Something else came first. ${sentence} Then more.`)).toBe(sentence)
})

test.each([
  'Schools must not share data with others.',
  'Absence should not be seen as the only measure.',
  'It was not published in time, and nobody knew.',
  'There was agreement on what should not be split.',
])('%s is no such note', sentence => {
  expect(noteIn(sentence)).toBeNull()
})
