import { PERIODICAL, type Reference } from './reference.ts'

/** One item of CSL-JSON 1.0.2, which Zotero, Pandoc and citeproc read. */
export type CslItem = {
  id: string
  type: 'report' | 'article-newspaper' | 'periodical'
  title: string
  author?: { literal: string }[]
  issued?: { 'date-parts': [number[]] }
  'container-title'?: string
  issue?: string
  note?: string
  DOI?: string
  URL: string
}

const issuedOn = (date: string): Pick<CslItem, 'issued'> => ({
  issued: { 'date-parts': [date.split('-').map(Number)] },
})

/** Authors are organisations: `literal` stops a style from reading the last word as a surname. */
export function csl({ key, kind, authors, title, date, number, note, doi, url }: Reference): CslItem {
  return {
    id: key,
    type: TYPES[kind],
    title,
    ...(authors.length > 0 ? { author: authors.map(literal => ({ literal })) } : {}),
    ...(date === null ? {} : issuedOn(date)),
    ...(kind === 'report' ? {} : { 'container-title': PERIODICAL }),
    ...(number === null ? {} : { issue: String(number) }),
    ...(note === null ? {} : { note }),
    ...(doi === null ? {} : { DOI: doi }),
    URL: url,
  }
}

const TYPES = { issue: 'periodical', article: 'article-newspaper', report: 'report' } as const
