/** The one time zone of all meetings, as calendars spell it out. */
export const LONDON = 'Europe/London'

/**
 * Its VTIMEZONE (RFC 5545 §3.6.5), lines ended by CRLF. The rule holds from 1972 on: British Summer Time begins on the
 * last Sunday of March and ends on the last Sunday of October, both at 01:00 UTC, and no update is older. Should
 * Parliament change it, the change goes here as another DAYLIGHT or STANDARD.
 */
export const LONDON_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${LONDON}`,
  `X-LIC-LOCATION:${LONDON}`,
  'LAST-MODIFIED:20260715T220651Z',
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19700329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19701025T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')
