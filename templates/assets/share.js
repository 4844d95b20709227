// Copies a story's address, or a citation. Without it the same links lead to the story, and the citation is there to select.
const status = document.createElement('p')
status.setAttribute('role', 'status')
status.className = 'hidden'

if (navigator.clipboard) {
  document.querySelector('main')?.append(status)
  for (const link of document.querySelectorAll('a.copy-link')) {
    link.textContent = 'Copy link'
    link.setAttribute('aria-label', `Copy l${(link.getAttribute('aria-label') ?? 'Link').slice(1)}`)
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void copy(link.href, link, 'Link')
    })
  }
  for (const text of document.querySelectorAll('.copy')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-button'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', `Copy ${text.getAttribute('data-name') ?? 'this text'}`)
    button.addEventListener('click', () => copy(text.textContent ?? '', button, 'Text'))
    text.before(button)
  }
}

async function copy(text, pressed, what) {
  const label = pressed.textContent
  try {
    await navigator.clipboard.writeText(text)
    pressed.textContent = 'Copied'
    status.textContent = `${what} copied`
  } catch {
    status.textContent = 'Your browser did not allow copying'
  }
  setTimeout(() => {
    pressed.textContent = label
    status.textContent = ''
  }, 2500)
}
