// How long this machine takes for anything at the moment, beside which a bound on what people wait for is measured.
import type { Page } from 'playwright-core'

/** As many as an edit needs on each side until it is on another screen: to be saved, to be told of, to be pulled. */
const questions = 3

/** Milliseconds that a page takes to ask the server so many questions, one after the other, and to draw one frame. */
export function timeOfNothing(page: Page): Promise<number> {
  return page.evaluate(async (questions) => {
    const begun = performance.now()
    for (let asked = 0; asked < questions; asked++) await fetch('/api/account')
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - begun
  }, questions)
}

export function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1]!
}

/** The moment of the frame in which one of the places that a selector finds bears a text. */
export async function momentOfSight(page: Page, selector: string, text: string): Promise<number> {
  const seen = await page.waitForFunction(
    ({ selector, text }) =>
      [...document.querySelectorAll(selector)].some((place) => place.textContent?.includes(text)) &&
      Date.now(),
    { selector, text },
    { polling: 'raf' },
  )
  return Number(await seen.jsonValue())
}
