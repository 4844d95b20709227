import { addressOf } from '../../../src/publish/addresses.ts'
import { A, useSite } from '../../site-context.tsx'

/** "write to …", or, where the site gives no address, who to ask instead. */
export function WriteTo({ subject }: { subject: string }) {
  const { site } = useSite()
  if (site.reportTo !== null) {
    return (
      <>
        write to <a href={`mailto:${site.reportTo}?subject=${encodeURIComponent(subject)}`}>{site.reportTo}</a>
      </>
    )
  }
  return (
    <>
      write to the programme manager, who is listed under <A to={addressOf.contacts()}>Contacts</A>
    </>
  )
}
