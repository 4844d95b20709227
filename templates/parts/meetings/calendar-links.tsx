import { absolute, subscribeTo } from '../../../src/publish/addresses.ts'
import { useHref, useSite } from '../../site-context.tsx'

type CalendarLinksProps = {
  /** Site-relative: "/calendar.ics". */
  file: string
  /** What the calendar is called in Google's and Microsoft's. */
  name: string
  /** The file's name when it is saved. */
  saveAs: string
}

/** The ways to get meetings into a calendar, and what each does. */
export function CalendarLinks({ file, name, saveAs }: CalendarLinksProps) {
  const { site } = useSite()
  const href = useHref()
  const address = absolute(site, file)
  const google = `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(subscribeTo(site, file))}`
  const outlook = `https://outlook.office.com/calendar/addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`
  return (
    <ul class="ways-to-follow">
      <li>
        <a href={outlook} rel="external">
          Outlook
        </a>{' '}
        on the web: adds the calendar, and keeps it up to date.
      </li>
      <li>
        <a href={google} rel="external">
          Google Calendar
        </a>
        : adds it, and keeps it up to date.
      </li>
      <li>
        <a href={subscribeTo(site, file)}>Apple or another calendar app</a>: opens the app and subscribes.
      </li>
      <li>
        <a href={href(file)} download={saveAs} type="text/calendar">
          Download the file
        </a>
        : the meetings as they are now, without later changes.
      </li>
      <li>
        Web address for any other calendar: <code class="copy">{address}</code>
      </li>
    </ul>
  )
}
