// Two people on one map: what one of them holds in the hand stays there, whatever the other does meanwhile. And the
// customer's lane stays in sight, whatever one looks at.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { boxOf, MapScreen } from './mapScreen.ts'
import { readPinnedLane } from './pinnedLane.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

let site: Site
let insurer: MapScreen
let broker: MapScreen
beforeAll(async () => {
  site = await openSite()
  insurer = await openMap('Anna Lindqvist')
  broker = await openMap('Priya Nair')
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

test('a link held while a new drawing arrives stays in the hand, and the drawing comes when it is let go', async () => {
  await insurer.take('Endorses the change')
  const before = await placesOf(insurer.page)
  const told = whenTold(insurer.page, 'Photographs the damage')
  await addCardBeside('Notifies the loss', 'Photographs the damage')
  await told
  // Longer than it takes until better routes are asked for.
  await insurer.page.waitForTimeout(1_200)
  expect(await placesOf(insurer.page)).toEqual(before)
  await insurer.dropOn('Registers the loss')
  await insurer.page.getByRole('button', { name: 'Undo: Link' }).waitFor()
  await insurer.card('Photographs the damage').waitFor()
  await insurer.openCard('Registers the loss')
  await insurer.details.getByText('leads here from Endorses the change').waitFor()
})

test('a card held while a new drawing arrives is dropped where the hand lets it go', async () => {
  await insurer.closeDetails()
  await insurer.settled()
  const { mouse } = insurer.page
  const card = await boxOf(insurer.card('Endorses the change'))
  await mouse.move(card.x + 30, card.y + 12)
  await mouse.down()
  await mouse.move(card.x + 60, card.y + 14, { steps: 4 })
  const told = whenTold(insurer.page, 'Calls the loss adjuster')
  await addCardBeside('Notifies the loss', 'Calls the loss adjuster')
  await told
  const goal = await boxOf(insurer.card('Decides claim'))
  await mouse.move(goal.x + 30, goal.y + goal.height + 12, { steps: 8 })
  await insurer.page.waitForTimeout(600)
  expect(await boxOf(insurer.card('Decides claim')), 'nothing has moved under the card').toEqual(goal)
  await mouse.up()
  await insurer.card('Calls the loss adjuster').waitFor()
  await expect
    .poll(() => insurer.announced('Endorses the change'), { timeout: 20_000 })
    .toContain('; Fernhill, Claim;')
})

test('a card dragged across the line of visibility is seen by the customer, until that is undone', async () => {
  const { mouse, keyboard } = insurer.page
  const said = () => insurer.announced('Sets renewal terms')
  await insurer.settled()
  expect(await said()).toContain('behind the scenes')
  const card = await boxOf(insurer.card('Sets renewal terms'))
  const words = await boxOf(insurer.page.getByText('Line of visibility'))
  await mouse.move(card.x + 30, card.y + 12)
  await mouse.down()
  await mouse.move(card.x + 34, words.y - 40, { steps: 8 })
  await mouse.up()
  await expect.poll(said, { timeout: 20_000 }).not.toContain('behind the scenes')
  await insurer.settled()
  expect((await boxOf(insurer.card('Sets renewal terms'))).y).toBeLessThan(
    (await boxOf(insurer.page.getByText('Line of visibility'))).y,
  )
  await keyboard.press('Control+z')
  await expect.poll(said, { timeout: 20_000 }).toContain('behind the scenes')
})

test('the customer’s lane stays in sight below a map taller than the window, and lies in its own place once that is', async () => {
  const { page } = insurer
  await insurer.closeDetails()
  const look = (x: number, y: number) => page.mouse.wheel(x, y)
  const pinned = () => readPinnedLane(page, 'Brightwater Bakery')
  const isWhole = { isAtBottom: true, isBesideHeader: true, covered: [], shining: [] }
  await page.mouse.move(900, 300)
  await zoom(-100)
  await expect.poll(pinned).toMatchObject(isWhole)
  await look(0, -200)
  await expect.poll(async () => (await pinned())?.beneath).toBeGreaterThan(1)
  // A wheel's move is drawn a frame later.
  await expect.poll(pinned).toMatchObject(isWhole)
  for (const move of [() => look(-300, -40), () => zoom(20), () => look(150, 60)]) {
    await move()
    await insurer.settled()
    await expect.poll(pinned).toMatchObject(isWhole)
    expect((await pinned())?.cards).toBeGreaterThan(1)
  }
  await site.picture(page, 'customer lane in sight')
  await insurer.openCard('Reports flood')
  await insurer.closeDetails()
  await page.mouse.move(900, 300)
  await look(0, 700)
  await expect.poll(pinned).toBeNull()
  const [lane, card] = [
    await boxOf(insurer.lane('Brightwater Bakery')),
    await boxOf(insurer.card('Reports flood')),
  ]
  expect(card.y >= lane.y && card.y + card.height <= lane.y + lane.height).toBe(true)

  async function zoom(by: number) {
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, by)
    await page.keyboard.up('Control')
  }
})

async function openMap(person: string): Promise<MapScreen> {
  const page = await site.visitor()
  await signInToDemo(page, person)
  await page.getByRole('link', { name: 'Flood cover, from need to renewal' }).first().click()
  const map = new MapScreen(page)
  await map.card('Decides claim').waitFor()
  await map.settled()
  return map
}

/** The broker adds a card by key. */
async function addCardBeside(card: string, name: string): Promise<void> {
  const { page } = broker
  await broker.card(card).click()
  await broker.canvas.focus()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Name of the new touchpoint' })
  await field.fill(name)
  await field.press('Enter')
  await page.getByRole('textbox', { name: 'Name of the new touchpoint' }).press('Escape')
  await broker.saved()
}

/** Once the browser has been sent a row with these words. */
async function whenTold(page: Page, words: string): Promise<void> {
  await page.waitForResponse(async (answer) => {
    return answer.url().includes('/changes') && (await answer.text().catch(() => '')).includes(words)
  })
}

function placesOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')]
    return Object.fromEntries(
      cards.map((card) => [card.dataset.card!, JSON.stringify(card.getBoundingClientRect())]),
    )
  })
}
