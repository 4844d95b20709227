// Copies the line a button is about, and says so.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const heard = document.getElementById('heard')
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
      heard.textContent = 'Copied.'
      button.textContent = 'Copied'
    } catch {
      heard.textContent = 'The browser does not let this page copy. Mark the line and copy it yourself.'
    }
  })
}

// After each build the page is loaded again: what was open, typed and in focus stays so.
const kept = `desk ${location.pathname}`
const around = element => element.closest('[id]')
const placesIn = owner => [owner, ...owner.querySelectorAll('a, button, summary, input')]

addEventListener('pagehide', () => {
  const focused = around(document.activeElement)
  const open = Array.from(document.querySelectorAll('[id] details[open]'), details => ({
    id: around(details).id,
    why: details.querySelector('[name=why]').value,
  }))
  const focus = focused && { id: focused.id, nth: placesIn(focused).indexOf(document.activeElement) }
  sessionStorage.setItem(kept, JSON.stringify({ open, focus }))
})

if (performance.getEntriesByType('navigation')[0]?.type === 'reload') {
  const { open = [], focus = null } = JSON.parse(sessionStorage.getItem(kept) ?? '{}')
  for (const { id, why } of open) {
    const details = document.getElementById(id)?.querySelector('details')
    if (!details) continue
    details.open = true
    details.querySelector('[name=why]').value = why
  }
  // The note that was in focus may have gone: then what was done, or the top of the page.
  const owner = focus && (document.getElementById(focus.id) ?? document.getElementById('said'))
  if (owner) placesIn(owner)[owner.id === focus.id ? focus.nth : 0]?.focus({ preventScroll: true })
}
