import { PERIODICAL, type Reference } from './reference.ts'

/**
 * One record in RIS (UTF-8, CRLF), as reference managers import it.
 *
 * We do not use @citation-js/plugin-ris 0.8.2 because it cuts ids to 20 characters, so that two may become one, and writes
 * dates without leading zeros. The tests read all records back with it.
 */
export function ris({ key, kind, authors, title, date, number, note, doi, url }: Reference): string {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  const lines = [
    ['TY', kind === 'article' ? 'NEWS' : kind === 'issue' ? 'GEN' : 'RPRT'],
    ['ID', key],
    ...authors.map(author => ['AU', corporate(author)]),
    ['TI', title],
    ['T2', kind === 'report' ? '' : PERIODICAL],
    ['IS', number === null ? '' : String(number)],
    ['PY', year],
    ['DA', date === null ? '' : `${year}/${month}/${day}/`],
    ['N1', note ?? ''],
    ['DO', doi ?? ''],
    ['UR', url],
  ].filter(([, value]) => value !== '')
  return `${lines.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/gu, ' ')}\r\n`).join('')}ER  - \r\n`
}

/** RIS splits a name at the first comma into surname and first name; an organisation's name must stay whole. */
const corporate = (name: string): string => name.replace(/,\s*/gu, ' ')
