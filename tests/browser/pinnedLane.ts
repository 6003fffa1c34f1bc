// The customer's lane as it is seen while it is pinned to the bottom of the canvas, and what is in its way.
import type { Page } from 'playwright-core'

export interface PinnedLane {
  /** It ends where the canvas ends, and its header stands beside it. */
  isAtBottom: boolean
  isBesideHeader: boolean
  /** Cards of it that are on the canvas. */
  cards: number
  /** Of them, those the pointer would not reach. */
  covered: string[]
  /** What of the map above lies beneath it. */
  beneath: number
  /** Of that, what the pointer would reach all the same. */
  shining: string[]
}

/** Null while nothing is pinned. */
export function readPinnedLane(page: Page, lane: string): Promise<PinnedLane | null> {
  return page.evaluate((lane) => {
    const boxOf = (element: Element) => element.getBoundingClientRect()
    const strip = document.querySelector('[data-pinned-strip]')
    if (!strip) return null
    const { top, bottom } = boxOf(strip)
    const canvas = boxOf(document.querySelector('.react-flow')!)
    const header = boxOf([...document.querySelectorAll('nav[aria-label="Lanes"] > div')].at(-1)!)
    const isReached = (element: Element, x: number, y: number) => {
      const found = document.elementFromPoint(x, y)
      return found !== null && (element.contains(found) || found.contains(element))
    }
    const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent
    const cards = [...document.querySelectorAll('[data-card]')]
    // Pills of the pinned seam are drawn elsewhere.
    const pills = [...document.querySelectorAll('.react-flow__edgelabel-renderer button')]
    const seen = { cards: 0, covered: [] as string[], beneath: 0, shining: [] as string[] }
    for (const element of [...cards, ...pills]) {
      const box = boxOf(element)
      const x = box.left + box.width / 2
      if (x < canvas.left || x > canvas.right) continue
      if (nameOf(element).includes(`; ${lane}, `)) {
        seen.cards += 1
        if (!isReached(element, x, box.top + box.height / 2)) seen.covered.push(nameOf(element))
        continue
      }
      const [from, to] = [Math.max(box.top, top), Math.min(box.bottom, bottom)]
      if (to - from < 2) continue
      seen.beneath += 1
      if (isReached(element, x, (from + to) / 2)) seen.shining.push(nameOf(element))
    }
    return {
      isAtBottom: Math.abs(bottom - canvas.bottom) < 1,
      isBesideHeader: header.top >= top - 1 && Math.abs(header.bottom - bottom) < 1,
      ...seen,
    }
  }, lane)
}
