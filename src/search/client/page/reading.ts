/** Moving through the results and coming back to them: arrow keys, scroll position, and the setting for the "/" key. */
import { slashChoiceKey } from '../../../publish/site-files/slash-key.ts'
import { element } from './element.ts'

/** The down arrow goes from the box to the first hit; up and down move between hits; Escape goes back to the box. */
export function moveThroughHits(box: HTMLInputElement, results: HTMLElement): void {
  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('a.hit-link')]
  box.addEventListener('keydown', event => {
    const first = links()[0]
    if (event.key !== 'ArrowDown' || !first) return
    event.preventDefault()
    first.focus()
  })
  results.addEventListener('keydown', event => {
    const all = links()
    const at = all.findIndex(link => link.matches(':focus'))
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') box.focus()
    if (at === -1 || step === 0) return
    event.preventDefault()
    if (at + step < 0) box.focus()
    else all[at + step]?.focus()
  })
}

type SavedScroll = { scroll: number } | null

/** Saves the scroll position with this step of the history. */
export function rememberScroll(): void {
  history.replaceState({ scroll: scrollY } satisfies SavedScroll, '')
}

export type Scroll = {
  /** Scrolls to where this step of the history was left; once for each arrival, so that typing does not scroll. */
  restore(): void
}

/** The browser restores the position before there are any results, so the page does it once they are shown. */
export function watchScroll(): Scroll {
  history.scrollRestoration = 'manual'
  let isRestored = false
  let settling: ReturnType<typeof setTimeout> | undefined
  addEventListener('scroll', () => {
    clearTimeout(settling)
    settling = setTimeout(rememberScroll, 120)
  })
  addEventListener('pagehide', rememberScroll)
  addEventListener('popstate', () => {
    clearTimeout(settling)
    isRestored = false
  })
  return {
    restore() {
      if (isRestored) return
      isRestored = true
      const saved: SavedScroll = history.state
      if (saved && saved.scroll > 0) scrollTo({ top: saved.scroll, behavior: 'instant' })
    },
  }
}

/** Single-key shortcuts must have a way to turn them off (WCAG 2.2, 2.1.4): here, for this browser. */
export function slashChoice(): HTMLElement {
  const box = element('input', { type: 'checkbox', id: 'slash-choice', checked: !isSlashOff() })
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(slashChoiceKey)
      else localStorage.setItem(slashChoiceKey, 'off')
    } catch {
      box.checked = true
    }
  })
  return element(
    'p',
    { class: 'search-shortcut' },
    element('label', { for: 'slash-choice' }, box, ' The / key goes to the search box, on every page'),
  )
}

function isSlashOff(): boolean {
  try {
    return localStorage.getItem(slashChoiceKey) === 'off'
  } catch {
    return false
  }
}
