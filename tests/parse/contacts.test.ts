import { describe, expect, test } from 'vitest'
import {
  findPhones,
  isContactDetail,
  isDetailWithRemark,
  isWholeNumber,
} from '../../src/parse/contacts/contact-details.ts'
import { readContactHeader } from '../../src/parse/contacts/contact-header.ts'
import { isCutInAddress } from '../../src/parse/text/addresses.ts'

describe('telephone numbers', () => {
  test.each([
    ['07700/900123', ['07700/900123']],
    ['07700–900123', ['07700–900123']],
    ['07700\u2011900\u2011127 (not Fridays)', ['07700\u2011900\u2011127']],
    ['07700 900124 / 07700 900125', ['07700 900124', '07700 900125']],
    ['07700900124/07700900125', ['07700900124', '07700900125']],
    ['+44 (0)7700 900123', ['+44 (0)7700 900123']],
    ['44 7700 900123', ['44 7700 900123']],
    ['00 44 1632 960123', ['00 44 1632 960123']],
    ['(+44) 1632 960 123', ['(+44) 1632 960 123']],
    ['01632.960.123 ext 2', ['01632.960.123']],
    ['(01632) 960-123, or text 07700 900123 – term time only', ['(01632) 960-123', '07700 900123']],
  ])('%s', (line, numbers) => {
    expect(findPhones(line)).toEqual(numbers)
    expect(numbers.every(isWholeNumber)).toBe(true)
    expect(isDetailWithRemark(line)).toBe(true)
  })

  test.each(['09/10/2024 10.30', 'on 06-03-2026 at 10', '2018–2019', 'ISBN 978 0 00'])('none in %s', line => {
    expect(findPhones(line)).toEqual([])
  })
})

test('a number that lost a digit or two is still someone’s number', () => {
  for (const number of ['01632 96012', '01632 9601']) {
    expect(findPhones(`Ring ${number} today`)).toEqual([number])
    expect(isWholeNumber(number)).toBe(false)
  }
})

describe('who a line introduces', () => {
  const read = (line: string, ...emails: string[]) => {
    const header = readContactHeader(line, emails)
    return header && [header.role, ...header.people.map(({ name, organisation }) => `${name} @ ${organisation}`)]
  }

  test.each([
    ['Data: Ada Brook (Kent)', ['Data', 'Ada Brook @ Kent']],
    ['Joint leads: Ada Brook and Otto Vane (Kent)', ['Joint leads', 'Ada Brook @ Kent', 'Otto Vane @ Kent']],
    ['Chairs: Ada Brook (Kent) & Otto Vane (Hove)', ['Chairs', 'Ada Brook @ Kent', 'Otto Vane @ Hove']],
    ['Early Years Lead – Ada Brook, Slough', ['Early Years Lead', 'Ada Brook @ Slough']],
    ['Ada Brook (Slough) – Early Years Lead', ['Early Years Lead', 'Ada Brook @ Slough']],
    ['Advice: Philip (Phil) Vane (Kent)', ['Advice', 'Philip (Phil) Vane @ Kent']],
    ['Head of Service – Care and Health: Ada Brook', ['Head of Service – Care and Health', 'Ada Brook @ null']],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
  })

  test('the address says on which side of a dash the name is', () => {
    expect(read('Edge Of Care – Ione Head', 'ione.head@example.org')).toEqual(['Edge Of Care', 'Ione Head @ null'])
    expect(read('Ione Head – Edge Of Care', 'ione.head@example.org')).toEqual(['Edge Of Care', 'Ione Head @ null'])
  })

  test.each(['Share this', 'Please write to us (by Friday)', '07700/900123', '— —'])('%s introduces no one', line => {
    expect(read(line)).toBeNull()
  })
})

test.each([
  ['Tel no 01632 960123', true],
  ['Direct dial: 01632 960123 ext 45', true],
  ['m. 07700 900123 or t. 01632 960123', true],
  ['E-mail: ada.brook@example.org', true],
  ['In 2024 we helped 01632 960123 families in Kent and beyond with their plans', false],
  ['Ada Brook', false],
])('"%s" holds only contact details: %s', (line, is) => expect(isContactDetail(line)).toBe(is))

test.each([
  ['at https://example.org/a/elective-', 'home-education', true],
  ['at https://example.org/a?', 'b=1', true],
  ['write to home@', 'example.org today', true],
  ['write to home', '@example.org', true],
  ['write to home@example.', 'org', true],
  ['at https://example.org/a', 'and more', false],
  ['at https://example.org/a/', 'nice', false],
  ['write to home@example.org.', 'by Friday', false],
  ['we are at home @', 'example.org', false],
])('an address cut between "%s" and "%s": %s', (above, line, cut) => {
  expect(isCutInAddress(above, line)).toBe(cut)
})
