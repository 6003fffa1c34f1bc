/** Once the panel is there, the keys go on in it; `part` is a section, or empty for the whole. */
export function focusPanel(part: string): void {
  setTimeout(() => {
    const panel = document.querySelector<HTMLElement>('aside[aria-label="Details"]')
    const section = part ? panel?.querySelector<HTMLElement>(`section[aria-label="${part}"]`) : panel
    section?.focus()
    section?.scrollIntoView({ block: 'start' })
  }, 60)
}
