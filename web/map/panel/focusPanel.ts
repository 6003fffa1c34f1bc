const openingMilliseconds = 60
const patienceMilliseconds = 3_000

/** Once the panel of a row is there, the keys go on in it; `part` is a section, or empty for the whole. */
export function focusPanel(id: string | null, part: string): void {
  const until = performance.now() + patienceMilliseconds
  setTimeout(look, openingMilliseconds)

  function look() {
    const panel = document.querySelector<HTMLElement>(`aside[data-panel-of="${id}"]`)
    const target = part ? panel?.querySelector<HTMLElement>(`section[aria-label="${part}"]`) : panel
    if (!target) {
      if (performance.now() < until) setTimeout(look, openingMilliseconds)
      return
    }
    target.focus()
    target.scrollIntoView({ block: 'start' })
  }
}
