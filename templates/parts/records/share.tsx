import { absolute } from '../../../src/publish/addresses.ts'
import { A, useSite } from '../../site-context.tsx'

type ShareProps = {
  /** What is shared: site-relative. */
  address: string
  title: string
  /** Where it is cited, site-relative. */
  cite: string
  /** What it says about the use of its material: goes into the e-mail. */
  note?: string | null
}

/** One quiet row: Link (with script "Copy link": templates/assets/share.js), E-mail, Cite. */
export function Share({ address, title, cite, note = null }: ShareProps) {
  const { site } = useSite()
  const message = [absolute(site, address), ...(note === null ? [] : [note])].join('\n\n')
  return (
    <p class="share">
      <A to={address} class="copy-link" aria-label={`Link to ${title}`}>
        Link
      </A>
      <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${bodyOf(message)}`} aria-label={`E-mail ${title}`}>
        E-mail
      </a>
      <A to={cite} aria-label={`Cite ${title}`}>
        Cite
      </A>
    </p>
  )
}

/** As short as an e-mail link may have it: colons and slashes need no "%" (RFC 6068). */
const bodyOf = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/')
