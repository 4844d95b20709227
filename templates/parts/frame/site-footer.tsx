import { addressOf } from '../../../src/publish/addresses.ts'
import { pageAddress } from '../../page-addresses.ts'
import { A, useSite } from '../../site-context.tsx'

/** What this is, and the pages that the navigation leaves out. */
export function SiteFooter() {
  const { site } = useSite()
  return (
    <footer class="site-footer">
      <div class="bar">
        <p>{site.description}</p>
        <nav aria-label="More">
          <ul>
            <FooterLink to={pageAddress.subscribe()} text="Receive the newsletter" />
            <FooterLink to={pageAddress.about()} text="About the archive" />
            <FooterLink to={pageAddress.alphabet()} text="A–Z" />
            <FooterLink to={addressOf.publishers()} text="Publishers" />
            <FooterLink to={addressOf.data()} text="Data and feeds" />
            <FooterLink to={pageAddress.accessibility()} text="Accessibility" />
            <FooterLink to={pageAddress.privacy()} text="Privacy and corrections" />
          </ul>
        </nav>
      </div>
    </footer>
  )
}

function FooterLink({ to, text }: { to: string; text: string }) {
  return (
    <li>
      <A to={to}>{text}</A>
    </li>
  )
}
