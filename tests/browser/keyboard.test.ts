// Everything that modelling takes, without a mouse.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MapScreen } from './mapScreen.ts'
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
  await reach(page.getByRole('link', { name: 'Flood cover, from need to renewal' }))
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
