// Everything that modelling takes, without a mouse; then what hand and keys do together, on a map that begins blank.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { boxOf, MapScreen } from './mapScreen.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let page: Page
let map: MapScreen
beforeAll(async () => {
  site = await openSite()
  page = await site.visitor()
  map = new MapScreen(page)
  await page.goto('/sign-in')
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

test('the keys lead from signing in to the map', async () => {
  await reach(page.getByRole('button', { name: 'Anna Lindqvist' }))
  await page.keyboard.press('Enter')
  await reach(page.getByRole('link', { name: 'Flood cover, from need to renewal' }).first())
  await page.keyboard.press('Enter')
  await reach(map.canvas)
})

test('a card is added, renamed and moved to another stage', async () => {
  await press('ArrowRight')
  // Up through the lanes to our own.
  const standsOn = () => page.locator('[data-focused]:not([data-side])').getAttribute('aria-label')
  for (let lane = 0; lane < 3 && !(await standsOn())?.includes('; Fernhill, '); lane += 1) {
    await press('ArrowUp')
  }
  await press('n')
  await page.getByRole('textbox', { name: 'Name of the new touchpoint' }).waitFor()
  await page.keyboard.type('Checks the form')
  // Enter begins the next card, Escape says that there is none.
  await press('Enter', 'Escape')
  await map.card('Checks the form').waitFor()
  await map.settled()
  await press('Enter')
  await page.getByRole('textbox', { name: 'Name of the touchpoint' }).waitFor()
  await press('End')
  await page.keyboard.type(' twice')
  await press('Enter')
  const place = async () => (await map.announced('Checks the form twice'))?.split('; ')[1]
  const before = await place()
  await press('Shift+ArrowRight')
  await expect.poll(place, { timeout: 20_000 }).not.toBe(before)
  expect(await place()).toMatch(/^Fernhill, /)
})

test('a link is drawn to a neighbour', async () => {
  await map.settled()
  await press('h')
  await page.getByText('Go to the receiving card and press Enter').waitFor()
  await press('ArrowLeft', 'Enter')
  const { details } = map
  await details.getByText('Checks the form twice →').waitFor()
  await press('Escape')
  await details.waitFor({ state: 'detached' })
})

test('a handoff that waits on us gets a new term and our confirmation, and undo withdraws it', async () => {
  await press(']', ' ')
  const { details } = map
  await details.getByRole('heading', { name: 'Working agreement' }).waitFor()
  await reach(details.getByLabel('Expected within'))
  await press('Control+a')
  await page.keyboard.type('3 h')
  await press('Enter')
  await reach(details.getByRole('button', { name: /^Confirm/ }), 'Shift+Tab')
  await press('Enter')
  await details.getByText('Fernhill has confirmed.', { exact: true }).waitFor()
  await press('Escape')
  await details.waitFor({ state: 'detached' })
  await isFocused(map.canvas)
  await press('Control+z', ' ')
  await details.getByText('Fernhill has confirmed.', { exact: true }).waitFor({ state: 'detached' })
  expect(await details.getByLabel('Expected within').inputValue()).toBe('3 h')
})

test('a blank map says what to do first, and what one types becomes cards', async () => {
  await page.goto('/home')
  await page.getByRole('link', { name: 'New ecosystem' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Spare parts')
  await page.getByRole('button', { name: 'Create, then choose a map' }).click()
  await page.getByRole('radio', { name: /^Blank/ }).check()
  await page.getByLabel('Name', { exact: true }).fill('From order to delivery')
  await page.getByRole('button', { name: 'Create the map' }).click()
  await page.getByRole('button', { name: 'Add the first touchpoint' }).click()
  for (const name of ['Takes the order', 'Packs', 'Ships']) {
    await page.getByRole('textbox', { name: 'Name of the new touchpoint' }).fill(name)
    await press('Enter')
  }
  await press('Escape')
  await map.card('Ships').waitFor()
  await expect.poll(cards, { timeout: 20_000 }).toHaveLength(3)
})

test('a stage is added by its menu, renamed where it stands and dragged to another place', async () => {
  await page.getByRole('button', { name: 'Stage First stage' }).click()
  await page.getByRole('menuitem', { name: 'Add a stage after' }).click()
  await map.closeDetails()
  const stages = page.getByRole('navigation', { name: 'Shared stages' })
  await stages.getByRole('button', { name: 'New stage', exact: true }).dblclick()
  await page.getByRole('textbox', { name: 'Name of the stage' }).fill('Deliver')
  await press('Enter')
  await map.closeDetails()
  const [deliver, first] = [
    stages.getByRole('button', { name: 'Deliver', exact: true }),
    stages.getByRole('button', { name: 'First stage', exact: true }),
  ]
  const isBefore = async () => (await boxOf(deliver)).x < (await boxOf(first)).x
  expect(await isBefore()).toBe(false)
  await drag(deliver, { x: (await boxOf(first)).x, y: (await boxOf(first)).y })
  await expect.poll(isBefore, { timeout: 10_000 }).toBe(true)
  await press('Control+z')
  await expect.poll(isBefore, { timeout: 10_000 }).toBe(false)
})

test('several cards are chosen with Shift and dragged to another stage as one edit', async () => {
  await map.settled()
  await map.card('Packs').click()
  await map.card('Ships').click({ modifiers: ['Shift'] })
  await map.closeDetails()
  await map.settled()
  const column = await boxOf(page.getByRole('button', { name: 'Deliver', exact: true }))
  const packs = await boxOf(map.card('Packs'))
  await drag(map.card('Packs'), { x: column.x + 40, y: packs.y + 20 })
  const isThere = async (name: string) => (await map.announced(name))?.includes('Fernhill, Deliver')
  await expect.poll(() => isThere('Packs'), { timeout: 20_000 }).toBe(true)
  expect(await isThere('Ships')).toBe(true)
  expect(await isThere('Takes the order')).toBe(false)
  await page.getByRole('button', { name: 'Undo: Move 2 touchpoints' }).waitFor()
})

test('a box drawn around cards chooses them, and they are dragged together; one undo brings them back', async () => {
  await map.settled()
  await page.mouse.click(...(await corner('above')))
  const isIn = async (name: string, stage: string) =>
    (await map.announced(name))?.includes(`Fernhill, ${stage}`) ?? false
  await page.keyboard.down('Shift')
  await page.mouse.move(...(await corner('above')))
  await page.mouse.down()
  await page.mouse.move(...(await corner('below')), { steps: 8 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await page.getByText(/2 touchpoints are chosen$/).waitFor({ state: 'attached' })
  const column = await boxOf(page.getByRole('button', { name: 'First stage', exact: true }))
  const packs = await boxOf(map.card('Packs'))
  await drag(map.card('Packs'), { x: column.x + 40, y: packs.y + 20 })
  await expect.poll(() => isIn('Packs', 'First stage'), { timeout: 20_000 }).toBe(true)
  expect(await isIn('Ships', 'First stage')).toBe(true)
  await isFocused(map.canvas)
  await press('Control+z')
  await expect.poll(() => isIn('Packs', 'Deliver'), { timeout: 20_000 }).toBe(true)
  expect(await isIn('Ships', 'Deliver')).toBe(true)
})

test('cards are marked, copied, pasted, duplicated and deleted with the keys', async () => {
  await map.settled()
  await map.card('Packs').click()
  await isFocused(map.canvas)
  await press('p', 'm')
  await expect.poll(() => map.announced('Packs')).toMatch(/moment of truth; pain/)
  await press('Control+c', 'Control+v')
  await expect.poll(cards).toHaveLength(4)
  await press('Control+d')
  await expect.poll(cards).toHaveLength(5)
  await press('Delete')
  await expect.poll(cards).toHaveLength(4)
  await press('Control+a')
  await page.getByText(/4 touchpoints are chosen$/).waitFor()
  await press('Delete')
  await expect.poll(cards).toHaveLength(0)
  await press('Control+z')
  await expect.poll(cards).toHaveLength(4)
})

test('digits choose the lens, O the owners', async () => {
  for (const [digit, lens] of ['Plan', 'Owners', 'Heat', 'Seams'].entries()) {
    await press(String(digit + 1))
    await expect.poll(() => page.getByRole('radio', { name: lens, exact: true }).isChecked()).toBe(true)
  }
  await press('1')
  await map.card('Takes the order').click()
  await press('o')
  await isFocused(map.details.getByRole('region', { name: 'Owners' }))
  await press('Escape')
})

test('another party gets a lane, which moves by its menu', async () => {
  await page.getByRole('button', { name: 'Lane', exact: true }).click()
  await map.details.getByLabel('Name of the party').fill('Longhaul')
  await map.details.getByRole('button', { name: 'Add the lane' }).click()
  await map.lane('Longhaul').waitFor()
  await map.closeDetails()
  await page.getByText('Double-click here to add a touchpoint').waitFor()
  const isBelow = async () => (await boxOf(map.lane('Longhaul'))).y > (await boxOf(map.lane('Fernhill'))).y
  await expect.poll(isBelow, { timeout: 20_000 }).toBe(true)
  await page.getByRole('button', { name: 'Lane Longhaul' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect.poll(isBelow, { timeout: 10_000 }).toBe(false)
})

test('one comes back to where one left the map', async () => {
  await map.saved()
  await page.getByRole('button', { name: 'Larger' }).click()
  await map.settled()
  const zoom = () => page.getByRole('button', { name: /^Zoom/ }).textContent()
  const left = await zoom()
  await page.reload()
  await map.card('Packs').first().waitFor()
  await expect.poll(zoom, { timeout: 20_000 }).toBe(left)
})

/** A little outside the two cards of a stage: above the left of them, or below the right. */
async function corner(side: 'above' | 'below'): Promise<[number, number]> {
  const boxes = [await boxOf(map.card('Packs')), await boxOf(map.card('Ships'))]
  if (side === 'above') {
    return [Math.min(...boxes.map(({ x }) => x)) - 8, Math.min(...boxes.map(({ y }) => y)) - 8]
  }
  const rights = boxes.map(({ x, width }) => x + width)
  const bottoms = boxes.map(({ y, height }) => y + height)
  return [Math.max(...rights) + 8, Math.max(...bottoms) + 8]
}

async function cards(): Promise<string[]> {
  return page.locator('[data-card]').evaluateAll((found) => found.map((card) => card.textContent ?? ''))
}

/** Takes something a little inside its corner and lets it go at a point of the window. */
async function drag(taken: Locator, to: { x: number; y: number }): Promise<void> {
  const { x, y } = await boxOf(taken)
  await page.mouse.move(x + 12, y + 10)
  await page.mouse.down()
  await page.mouse.move(x + 24, y + 12, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on with the Tab key until something has the focus. */
async function reach(target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`The ${key} key does not lead to ${target}`)
}

async function isFocused(target: Locator): Promise<void> {
  await expect
    .poll(() => target.evaluate((element) => element === document.activeElement), { timeout: 5_000 })
    .toBe(true)
}
