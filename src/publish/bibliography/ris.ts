import { PERIODICAL, type Reference } from './reference.ts'

/**
 * One record in RIS (UTF-8, CRLF), as reference managers import it.
 *
 * Written here and not by @citation-js/plugin-ris 0.8.2, which cuts ids to 20 characters (two then may be one) and
 * writes dates without their zeros; the tests read all records back with it.
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

/** RIS parts a name at its first comma into surname and first name; an organisation's name is one piece. */
const corporate = (name: string): string => name.replace(/,\s*/gu, ' ')
