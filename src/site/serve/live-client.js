/**
 * Runs in each page that `npm start` serves (plain JavaScript, sent as it stands): reloads the page when the site has
 * changed, and shows what the last build complained about until the reader dismisses it.
 */
const shownVersion = document.currentScript?.dataset.version
const dismissedKey = 'friday-update-dismissed-note'

const style = `
  section { position: fixed; inset: auto 0 0; z-index: 9999; max-height: 45vh; overflow: auto; padding: 1rem;
    border-top: 3px solid #8a5a00; background: #fff6d6; color: #222; font: 14px/1.45 ui-monospace, monospace }
  pre { margin: 0 6rem 0 0; white-space: pre-wrap; font: inherit }
  button { position: absolute; top: 1rem; right: 1rem; padding: .4em .8em; font: inherit }`

/** @type {HTMLElement | null} */
let note = null

new EventSource('/.live/events').onmessage = ({ data }) => {
  /** @type {{ version: number, complaints: { text: string }[] }} */
  const { version, complaints } = JSON.parse(data)
  if (String(version) === shownVersion) show(complaints.map(({ text }) => text).join('\n\n'))
  else location.reload()
}

/** @param {string} text */
function show(text) {
  note?.remove()
  if (text === '' || sessionStorage.getItem(dismissedKey) === text) return
  note = document.createElement('aside')
  note.setAttribute('aria-label', 'What the last build complained about')
  // A shadow root: the note neither inherits the site's style nor changes it.
  const root = note.attachShadow({ mode: 'open' })
  const styles = Object.assign(document.createElement('style'), { textContent: style })
  const section = document.createElement('section')
  const complaints = Object.assign(document.createElement('pre'), { textContent: text })
  const dismiss = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Dismiss' })
  dismiss.addEventListener('click', () => {
    sessionStorage.setItem(dismissedKey, text)
    note?.remove()
  })
  section.append(complaints, dismiss)
  root.append(styles, section)
  document.body.append(note)
}
