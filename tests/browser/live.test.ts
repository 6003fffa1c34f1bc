// Two people of two organisations on one map at the same time, in two browsers of the real program.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MapScreen } from './mapScreen.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

let site: Site
let anna: MapScreen
let priya: MapScreen

beforeAll(async () => {
  site = await openSite()
  anna = new MapScreen(await site.visitor())
  priya = new MapScreen(await site.visitor())
  await signInToDemo(anna.page, 'Anna Lindqvist')
  await signInToDemo(priya.page, 'Priya Nair')
  await anna.page.getByRole('link', { name: 'Flood cover, from need to renewal' }).first().click()
  await anna.card('Learns the outcome').waitFor()
  await priya.page.goto(anna.page.url())
  await priya.card('Learns the outcome').waitFor()
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

const others = (screen: MapScreen) => screen.page.getByRole('button', { name: /^Also here/ })

test('both see who else is on the map', async () => {
  await anna.page.getByRole('button', { name: 'Also here: Priya Nair (Oakes & Vale)' }).waitFor()
  await priya.page.getByRole('button', { name: 'Also here: Anna Lindqvist (Fernhill)' }).waitFor()
})

test('one sees on the card what the other has selected, and at a field that they are there', async () => {
  await priya.openCard('Learns the outcome')
  await anna.card('Learns the outcome').getByText('Priya Nair').waitFor()
  await priya.details.getByRole('textbox', { name: 'What happens' }).focus()
  await anna.openCard('Learns the outcome')
  await anna.details.getByText('Priya Nair (Oakes & Vale) is editing').waitFor()
})

test('at one’s own view one is online for a partner, no more', async () => {
  await priya.details.getByRole('region', { name: 'Our view' }).getByRole('textbox').first().focus()
  await anna.details.getByText('Priya Nair (Oakes & Vale) is editing').waitFor({ state: 'detached' })
  await others(anna).waitFor()
  await anna.page.waitForTimeout(500)
  expect(await anna.page.getByText(/is editing/).count()).toBe(0)
})

test('a page that listens does not ask again and again', async () => {
  await anna.saved()
  let pulls = 0
  anna.page.on('request', (request) => {
    if (request.url().includes('/changes')) pulls += 1
  })
  await anna.page.waitForTimeout(4_000)
  expect(pulls).toBeLessThan(3)
})

test('an edit appears, and leaves alone what the other is typing', async () => {
  const text = anna.details.getByRole('textbox', { name: 'What happens' })
  await text.fill('The claims desk phones')
  await text.press('Home')
  const name = priya.details.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Learns how it ended')
  await name.press('Enter')
  await anna.card('Learns how it ended').waitFor()
  expect(await text.inputValue()).toBe('The claims desk phones')
  expect(await text.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(0)
  await text.press('Escape')
  await anna.closeDetails()
})

test('one follows the other’s view until one moves by oneself', async () => {
  await priya.closeDetails()
  await others(anna).click()
  await anna.page.getByRole('button', { name: 'Follow Priya Nair' }).click()
  const following = anna.page.getByText('You follow Priya Nair (Oakes & Vale)', { exact: true })
  await following.waitFor()
  const zoomOf = (screen: MapScreen) => screen.page.getByText(/^\d+ %$/).textContent()
  await priya.canvas.focus()
  await priya.page.mouse.move(700, 400)
  await priya.page.keyboard.down('Control')
  await priya.page.mouse.wheel(0, 120)
  await priya.page.keyboard.up('Control')
  await expect.poll(async () => (await zoomOf(anna)) === (await zoomOf(priya)), { timeout: 5_000 }).toBe(true)
  await following.waitFor()
  await anna.page.mouse.move(700, 400)
  await anna.page.mouse.wheel(60, 60)
  await following.waitFor({ state: 'detached' })
})

test('whoever leaves the map is gone from it', async () => {
  await priya.page.getByRole('link', { name: 'Partners' }).click()
  await others(anna).waitFor({ state: 'detached' })
})

test('without sockets everything goes on by pulling, and nothing is said of it', async () => {
  await anna.page.routeWebSocket(/\/live\?/, (socket) => socket.close())
  await anna.page.reload()
  await anna.card('Learns how it ended').waitFor()
  await priya.page.goBack()
  await priya.openCard('Learns how it ended')
  const name = priya.details.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Learns the outcome')
  await name.press('Enter')
  await anna.card('Learns the outcome').waitFor({ timeout: 5_000 })
  await anna.saved()
  expect(await others(anna).count()).toBe(0)
})
