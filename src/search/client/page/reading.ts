/** Going on from the results and coming back to them: arrow keys, the scroll position, and the "/" key's choice. */
import { slashChoiceKey } from '../../../publish/site-files/slash-key.ts'
import { element } from './element.ts'

/** Down from the box leads to the first hit, up and down from hit to hit, Escape back to the box. */
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
    const at = all.indexOf(document.activeElement as HTMLAnchorElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') box.focus()
    if (at === -1 || step === 0) return
    event.preventDefault()
    if (at + step < 0) box.focus()
    else all[at + step]?.focus()
  })
}

type SavedScroll = { scroll: number } | null

/** Keeps how far the page is scrolled with this step of the history. */
export function rememberScroll(): void {
  history.replaceState({ scroll: scrollY } satisfies SavedScroll, '')
}

export type Scroll = {
  /** Goes to where this step of the history was left; once for each arrival, so that typing moves nothing. */
  restore(): void
}

/** The browser restores a position before there are results to scroll to, so the page does it when they are shown. */
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
      const saved = history.state as SavedScroll
      if (saved && saved.scroll > 0) scrollTo({ top: saved.scroll, behavior: 'instant' })
    },
  }
}

/** A single-key shortcut must be one that can be turned off (WCAG 2.2, 2.1.4): here, for this browser. */
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
