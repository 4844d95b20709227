import { A } from '../../site-context.tsx'

type FormatsProps = { addressIn: (format: 'csv' | 'bib' | 'ris') => string }

/** "CSV, BibTeX or RIS": a list of publications as files. */
export function Formats({ addressIn }: FormatsProps) {
  return (
    <>
      <A to={addressIn('csv')} type="text/csv">
        CSV
      </A>
      ,{' '}
      <A to={addressIn('bib')} type="application/x-bibtex">
        BibTeX
      </A>{' '}
      or{' '}
      <A to={addressIn('ris')} type="application/x-research-info-systems">
        RIS
      </A>
    </>
  )
}
