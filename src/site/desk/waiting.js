// Looks again every second: says how far the build is, and loads the page that was asked for once it is there. Only what has
// changed is changed, so that a screen reader says how far it is and no more.
const look = async () => {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' })
    if (answer.status !== 503) return location.reload()
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [now, then] = [document, next].map(page => page.querySelector('main'))
    const [bar, newBar] = [now, then].map(main => main.querySelector('progress'))
    if (bar && newBar) {
      now.querySelector('[role=status]').textContent = then.querySelector('[role=status]').textContent
      bar.max = newBar.max
      bar.value = newBar.value
    } else if (now.innerHTML !== then.innerHTML) now.replaceWith(then)
    document.title = next.title
  } catch {
    // The server is starting again.
  }
  setTimeout(look, 1000)
}
setTimeout(look, 1000)
