// What a page does with each frame while a hand is on its canvas.
import type { CDPSession, Page } from 'playwright-core'

/** What was measured of one gesture, in milliseconds. */
export interface Frames {
  times: number[]
  /** Time the processor spent on the page's own thread, all frames together. */
  work: number
  /** Tasks above 50 ms: that is when a hand feels it. */
  longTasks: number[]
}

export type Gesture = (page: Page) => Promise<Frames>

const frames = 90

/** There and back by the wheel, so much with each frame. */
export function pan(page: Page): Promise<Frames> {
  return measured(page, () => turnWheel(page, { deltaX: 24, deltaY: 24, ctrlKey: false }))
}

/** Out until one sees the overview, and in again. */
export function zoom(page: Page): Promise<Frames> {
  return measured(page, () => turnWheel(page, { deltaX: 0, deltaY: 14, ctrlKey: true }))
}

/** So many cards are chosen, and the first is carried around with them and let go where it was. */
export function drag(count: number): Gesture {
  return async (page) => {
    const places = await placesOfCards(page, count)
    const [first] = places
    if (!first || places.length < count) throw new Error(`${places.length} cards in sight of ${count}`)
    if (count > 1) await choose(page, places)
    await page.mouse.move(first.x, first.y)
    const carried = await measured(page, async () => {
      await page.mouse.down()
      await page.mouse.move(first.x + 12, first.y + 8, { steps: 2 })
      return carryAround(page, first)
    })
    await page.mouse.move(first.x + 1, first.y + 1)
    await page.mouse.up()
    return carried
  }
}

async function choose(page: Page, places: readonly { x: number; y: number }[]): Promise<void> {
  await page.keyboard.down('Shift')
  for (const { x, y } of places) await page.mouse.click(x, y)
  await page.keyboard.up('Shift')
}

async function measured(page: Page, work: () => Promise<number[]>): Promise<Frames> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.evaluate(() => {
    const known = globalThis as { longTasks?: number[]; watching?: PerformanceObserver }
    known.longTasks = []
    known.watching ??= new PerformanceObserver((list) => {
      known.longTasks!.push(...list.getEntries().map(({ duration }) => duration))
    })
    known.watching.observe({ type: 'longtask' })
  })
  const before = await workOf(session)
  const times = await work()
  const after = await workOf(session)
  await session.detach()
  const longTasks = await page.evaluate(() => (globalThis as { longTasks?: number[] }).longTasks ?? [])
  return { times, work: after - before, longTasks }
}

async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1_000
}

interface Turn {
  deltaX: number
  deltaY: number
  ctrlKey: boolean
}

function turnWheel(page: Page, turn: Turn): Promise<number[]> {
  return page.evaluate(
    async ({ frames, turn }) => {
      const pane = document.querySelector('.react-flow__pane')!
      const times: number[] = []
      let before = await new Promise<number>(requestAnimationFrame)
      for (let frame = 0; frame < frames; frame += 1) {
        const way = frame < frames / 2 ? 1 : -1
        const by = { ...turn, deltaX: way * turn.deltaX, deltaY: way * turn.deltaY }
        const at = { bubbles: true, cancelable: true, clientX: 700, clientY: 400 }
        pane.dispatchEvent(new WheelEvent('wheel', { ...by, ...at }))
        const now = await new Promise<number>(requestAnimationFrame)
        times.push(now - before)
        before = now
      }
      return times
    },
    { frames, turn },
  )
}

/** In a circle that leads through several lanes and stages. */
function carryAround(page: Page, from: { x: number; y: number }): Promise<number[]> {
  return page.evaluate(
    async ({ frames, from }) => {
      const times: number[] = []
      let before = await new Promise<number>(requestAnimationFrame)
      for (let frame = 0; frame < frames; frame += 1) {
        const angle = (frame / frames) * 2 * Math.PI
        const [clientX, clientY] = [from.x + 200 * Math.sin(angle), from.y + 110 * (1 - Math.cos(angle))]
        const at = { clientX, clientY, bubbles: true, buttons: 1, view: window }
        window.dispatchEvent(new MouseEvent('mousemove', at))
        const now = await new Promise<number>(requestAnimationFrame)
        times.push(now - before)
        before = now
      }
      return times
    },
    { frames, from },
  )
}

/** Points on cards that lie under nothing else, those nearest to the middle of the window first. */
function placesOfCards(page: Page, count: number): Promise<{ x: number; y: number }[]> {
  return page.evaluate((count) => {
    const cards = [...document.querySelectorAll('.react-flow__node')]
    const points = cards.map((card) => {
      const { left, top, width, height } = card.getBoundingClientRect()
      return { card, x: left + width / 3, y: top + height / 4 }
    })
    const inSight = points.filter(({ card, x, y }) => {
      const isOnCanvas = x > 180 && x < 1_360 && y > 150 && y < 800
      return isOnCanvas && card.contains(document.elementFromPoint(x, y))
    })
    const nearest = inSight
      .map(({ x, y }) => ({ x, y, away: Math.hypot(x - 720, y - 450) }))
      .toSorted((left, right) => left.away - right.away)
    return nearest.slice(0, count).map(({ x, y }) => ({ x, y }))
  }, count)
}
