// A file from another tool becomes a map that one undo takes back whole.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { projectFolder } from '../../api/projectFolder.ts'
import { areRealFilesThere, orderToDelivery, pathOfReal } from '../support/realFiles.ts'
import { readDrawnMap, violationsOf } from './drawnMap.ts'
import { MapScreen } from './mapScreen.ts'
import { foundEcosystem, openSite, type Site, signInToDemo } from './site.ts'

interface Sample {
  name: string
  path: string
  counts: { parties: number; handoffs: number }
  /** Each lane, and a card in it. */
  lanes: Record<string, string>
}

const delivered: Sample = {
  name: 'order to delivery',
  path: pathOfReal(orderToDelivery),
  counts: { parties: 4, handoffs: 5 },
  lanes: {
    Customer: 'Pay Order',
    'Credit Card Company': 'Send Result',
    Carrier: 'Deliver Items',
    Picker: 'Receive Order',
    Packager: 'Send to carrier dock',
  },
}
const own: Sample = {
  name: 'a file with vertical pools',
  path: join(projectFolder, 'tests/interchange/fixtures/vertical-pools.bpmn'),
  counts: { parties: 2, handoffs: 1 },
  lanes: { Customer: 'Apply', Branch: 'Receive', Risk: 'Rate' },
}

let site: Site
let map: MapScreen
beforeAll(async () => {
  site = await openSite()
  map = new MapScreen(await site.visitor({ viewport: { width: 3600, height: 1800 } }))
  await signInToDemo(map.page, 'Anna Lindqvist')
  await foundEcosystem(map.page, 'Imports', 'Drawn by hand')
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

test('the starter is drawn without a fault, and a faulty drawing would be noticed', async () => {
  await map.settled()
  const drawn = await readDrawnMap(map.page)
  expect([drawn.cards.length, drawn.lanes.length, drawn.pills.length]).toEqual([21, 3, 4])
  expect(drawn.links.length).toBeGreaterThan(15)
  expect(violationsOf(drawn)).toEqual([])
  const [first, second, ...others] = drawn.cards
  const moved = {
    ...first!,
    top: second!.top,
    bottom: second!.bottom,
    left: second!.left,
    right: second!.right,
  }
  const broken = violationsOf({ ...drawn, cards: [moved, second!, ...others] })
  expect(broken.join()).toContain('lies on')
  expect(broken.join()).toContain('ends at no card')
})

const isImported = '$name is previewed, imported, drawn without a fault, and undone at once'

test.each([own])(isImported, (sample) => checkImport(sample))

test.skipIf(!areRealFilesThere).each([delivered])(isImported, (sample) => checkImport(sample))

async function checkImport(sample: Sample) {
  const { page } = map
  const before = await mapsOnHome()
  await page.getByRole('link', { name: 'New map' }).last().click()
  await page.getByRole('link', { name: 'Import a file' }).click()
  await page.locator('input[type=file]').setInputFiles(sample.path)
  await page.getByText('Nothing is written yet').waitFor()
  const counts = await previewCounts()
  expect(counts).toMatchObject(sample.counts)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await map.canvas.waitFor()
  await map.settled()
  for (const [lane, card] of Object.entries(sample.lanes)) {
    await map.lane(lane).waitFor()
    expect((await map.announced(card))?.split('; ')[1]).toContain(`${lane}, `)
  }

  // While cards glide to where the worker put them, links are ahead of them.
  await expect
    .poll(async () => violationsOf(await readDrawnMap(page)), { timeout: 60_000, interval: 500 })
    .toEqual([])
  const drawn = await readDrawnMap(page)
  expect(drawn.cards.length).toBe(counts.cards)
  expect(drawn.lanes.length).toBe(counts.lanes)
  expect(drawn.links.length).toBe(counts.sequences + counts.handoffs)
  await site.picture(page, `import of ${sample.name}`)

  await map.canvas.focus()
  await page.keyboard.press('Control+z')
  await page.getByRole('heading', { name: 'This map is not here' }).waitFor()
  expect(await mapsOnHome()).toEqual(before)
}

async function mapsOnHome(): Promise<string[]> {
  await map.page.goto('/home')
  const board = map.page.getByRole('navigation', { name: 'Maps of Imports' })
  await board.waitFor()
  // What comes into a board above moves this one.
  await map.page.getByText('Loading what is open').first().waitFor({ state: 'detached' })
  return board.getByRole('link').allTextContents()
}

/** The numbers of the preview, in its order. */
async function previewCounts() {
  const numbers = await map.page.locator('dl').first().locator('dd').allTextContents()
  const [parties, lanes, cards, sequences, handoffs] = numbers.map(Number)
  return { parties, lanes, cards, sequences: sequences ?? 0, handoffs: handoffs ?? 0 }
}
