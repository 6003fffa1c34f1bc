/**
 * `npm run bench:canvas`: frames while one pans, zooms and drags on maps of 500 and 2,000 touchpoints in the built program, with the
 * customer's lane pinned and without one, beside React Flow alone with as many plain nodes. Rounds take turns on one machine,
 * so read the ratios. BENCH_CARDS (500,2000) are the sizes, BENCH_ROUNDS (4) how often each is measured.
 */
import type { Page } from 'playwright-core'
import { projectFolder } from '../../api/projectFolder.ts'
import { buildWhatChanged } from '../../operations/build.mjs'
import { launchChromium } from '../support/chromium.ts'
import { openMap, openPlain } from './canvasPages.ts'
import { drag, type Frames, type Gesture, pan, zoom } from './frames.ts'
import { largeMap } from './largeMap.ts'
import { openProgram } from './program.ts'
import { summarise } from './table.ts'

const sizes = (process.env.BENCH_CARDS ?? '500,2000').split(',').map(Number)
const rounds = Number(process.env.BENCH_ROUNDS ?? 4)
const gestures: Record<string, Gesture> = { pan, zoom, 'drag one': drag(1), 'drag ten': drag(10) }

await buildWhatChanged(projectFolder, () => {}, ['web'])
const program = await openProgram(1, undefined)
const browser = await launchChromium()
try {
  for (const cards of sizes) await measure(cards, program.addresses[0]!)
} finally {
  await browser.close()
  await program.stop()
}
process.exit(0)

async function measure(cards: number, address: string): Promise<void> {
  const input = largeMap(cards)
  const map = await openMap(browser, address, input, 'partner')
  const pages: Record<string, Page> = {
    'React Flow alone': await openPlain(browser, input, map),
    'a map': map,
    'a map with a pinned lane': await openMap(browser, address, input, 'endCustomer'),
  }
  const elements: Record<string, number> = {}
  for (const [what, page] of Object.entries(pages)) {
    // What is worked out after opening is not what is measured.
    await page.waitForTimeout(6_000)
    elements[what] = await page.locator('.react-flow *').count()
  }
  const found: Record<string, Frames[]> = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const [what, page] of Object.entries(pages)) {
      await page.bringToFront()
      for (const [name, gesture] of Object.entries(gestures)) {
        const key = `${name}, ${what}`
        found[key] = [...(found[key] ?? []), await gesture(page)]
      }
    }
  }
  console.log(`${cards} touchpoints; elements on the canvas: ${say(elements)}`)
  const [plain] = Object.keys(pages)
  console.table(
    Object.keys(gestures).flatMap((name) =>
      Object.keys(pages).map((what) => {
        const baseline = shown(found[`${name}, ${plain}`]!)
        const now = shown(found[`${name}, ${what}`]!)
        return {
          '': `${name}, ${what}`,
          'p50 ms': now.p50.toFixed(1),
          'p95 ms': now.p95.toFixed(1),
          'longest ms': now.longest.toFixed(0),
          'tasks > 50 ms': now.longTasks,
          'work per frame ms': now.work.toFixed(1),
          'p95 ratio': (now.p95 / baseline.p95).toFixed(2),
          'work ratio': (now.work / baseline.work).toFixed(2),
        }
      }),
    ),
  )
  for (const page of Object.values(pages)) await page.context().close()
}

function shown(found: readonly Frames[]) {
  const times = found.flatMap((one) => one.times)
  const { p50, p95 } = summarise('', times, 1)
  const work = found.reduce((sum, one) => sum + one.work, 0) / times.length
  const longTasks = found.flatMap((one) => one.longTasks).map(Math.round)
  return { p50, p95, longest: Math.max(...times), work, longTasks: longTasks.join(' ') || 'none' }
}

function say(elements: Record<string, number>): string {
  return Object.entries(elements)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')
}
