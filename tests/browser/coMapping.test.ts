// The story the product is for, told by two people in two browsers of the real program.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MapScreen } from './mapScreen.ts'
import { type Recording, record } from './recording.ts'
import { foundEcosystem, openSite, type Site, signInToDemo } from './site.ts'

const mapName = 'Cover for small shops'
const secret = 'zebra-quince-4711'

let site: Site
let insurer: MapScreen
let broker: MapScreen
/** Everything the server ever sent to the insurer's browser. */
let recording: Recording
let mapAddress: string

beforeAll(async () => {
  site = await openSite()
  insurer = new MapScreen(await site.visitor())
  broker = new MapScreen(await site.visitor())
  recording = await record(insurer.page)
})
afterAll(() => site?.close())
// Each step goes on where the one before it ended.
beforeEach((step) => site.onlyAfterSuccess(step))

test('the demo insurer founds an ecosystem from the starter and adds a touchpoint, which undo takes back', async () => {
  await signInToDemo(insurer.page, 'Anna Lindqvist')
  await foundEcosystem(insurer.page, 'Shop cover', mapName)
  mapAddress = new URL(insurer.page.url()).pathname
  await insurer.addCard('Prices the risk', { lane: 'Fernhill', stage: 'Choose' })
  await insurer.saved()
  await insurer.page.keyboard.press('Control+z')
  await insurer.card('Prices the risk').waitFor({ state: 'detached' })
  await insurer.page.keyboard.press('Control+Shift+z')
  await insurer.card('Prices the risk').waitFor()
  await insurer.connect('Trains the distributor', 'Prices the risk')
  await insurer.openCard('Prices the risk')
  await insurer.details.getByText('leads here from Trains the distributor').waitFor()
})

test('a broker invited from a handoff signs up, reviews the lane others described, and it turns solid', async () => {
  const { page } = insurer
  expect(await borderOf(insurer, 'Orders stock')).toBe('dashed')
  await page.getByRole('link', { name: 'Handoffs' }).click()
  await page.getByRole('link', { name: /stock order/i }).click()
  await page.getByRole('link', { name: 'Ask Distributor to confirm this' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail of the person you invite').fill('mia@harbour.example')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await dialog.getByRole('textbox', { name: /Invitation link/ }).inputValue()
  await page.goto(mapAddress)
  await insurer.lane('Distributor').getByText('not yet confirmed').waitFor()

  await acceptAsNewcomer(broker.page, link)
  await broker.page.getByRole('heading', { name: 'Your lane, as others described it' }).waitFor()
  await reviewLane(broker.page)
  await broker.page.getByRole('link', { name: 'To the map' }).click()
  for (const screen of [broker, insurer]) {
    await screen.card('Takes a complaint by phone').waitFor()
    await screen.lane('Distributor').getByText('not yet confirmed').waitFor({ state: 'detached' })
    await expect.poll(() => borderOf(screen, 'Orders stock'), slow).toBe('solid')
    expect(await borderOf(screen, 'Orders and pays'), 'nobody holds the customer').toBe('dashed')
  }
})

test('the broker adds a touchpoint and hands it over to the insurer, who sees both', async () => {
  await broker.addCard('Sends the file', { lane: 'Distributor', stage: 'Choose' })
  await broker.saved()
  await broker.connect('Sends the file', 'Prices the risk')
  await broker.page.getByLabel('What passes?').fill('risk file')
  await broker.page.getByRole('button', { name: 'It passes over' }).click()
  await insurer.card('Sends the file').waitFor()
  await insurer.seam('risk file').waitFor()
})

test('the insurer makes the broker co-owner, who accepts', async () => {
  await insurer.openCard('Prices the risk')
  await insurer.details.getByRole('combobox', { name: 'Add an owner' }).click()
  await insurer.page.getByRole('option', { name: 'Distributor' }).click()
  await broker.openCard('Prices the risk')
  const owners = broker.details.getByRole('region', { name: 'Owners' })
  await owners.getByText('Proposed by Fernhill.').waitFor()
  await owners.getByRole('button', { name: 'Accept' }).click()
  await owners.getByText('Proposed by Fernhill.').waitFor({ state: 'detached' })
  for (const screen of [broker, insurer]) {
    await expect.poll(() => screen.announced('Prices the risk'), slow).toContain('Distributor accountable')
  }
  const theirs = insurer.details.getByRole('region', { name: 'Owners' })
  await theirs.getByText('Proposed by Fernhill.').waitFor({ state: 'detached' })
})

test('both confirm the handoff and the seam shuts; a changed term reopens both halves on both screens', async () => {
  for (const screen of [insurer, broker]) {
    await screen.openSeam('risk file')
    await screen.details.getByRole('button', { name: /^Confirm for/ }).click()
  }
  const shut = 'Distributor and Fernhill have confirmed'
  for (const screen of [insurer, broker]) await screen.details.getByRole('img', { name: shut }).waitFor()

  const reopened = 'Distributor no longer agrees, Fernhill no longer agrees'
  const within = insurer.details.getByLabel('Expected within')
  await within.fill('2 days')
  await within.press('Enter')
  const changedAt = performance.now()
  await Promise.all(
    [insurer, broker].map((screen) => screen.details.getByRole('img', { name: reopened }).waitFor()),
  )
  expect(performance.now() - changedAt).toBeLessThan(2_000)
})

test('a private score and note of the broker never reach the insurer’s browser', async () => {
  const sent: string[] = []
  broker.page.on('request', (request) => sent.push(request.postData() ?? ''))
  const ours = broker.details.getByRole('region', { name: 'Our view' })
  await ours.getByText('Only Harbour Brokers sees this').first().waitFor()
  await ours.getByRole('group', { name: 'How well it works' }).getByText('3', { exact: true }).click()
  await ours.getByLabel('Notes').fill(secret)
  await ours.getByLabel('Notes').press('Enter')
  await ours.getByText('3 of 10').waitFor()
  await broker.saved()
  expect(sent.join()).toContain(secret)

  await insurer.page.reload()
  await insurer.seam('risk file').waitFor()
  await insurer.openSeam('risk file')
  await insurer.details.getByText('Only Fernhill sees this').first().waitFor()
  for (const tab of ['Handoffs', 'Review', 'Partners']) {
    await insurer.page.getByRole('link', { name: tab }).click()
    await insurer.page.getByRole('heading', { name: tab, level: 1 }).waitFor()
  }
  const all = recording.received.join('\n')
  expect(all, 'what they share is among what was recorded').toContain('Sends the file')
  expect(all).not.toContain(secret)
  const viewId = /"perspective\.add","id":"([^"]+)"/.exec(sent.join())?.[1] ?? 'not found'
  expect(viewId).toMatch(/^[0-9a-f-]{36}$/)
  expect(all).not.toContain(viewId)
})

test('after a reload everything is there, for each what is theirs', async () => {
  for (const screen of [insurer, broker]) {
    await screen.page.goto(mapAddress)
    await screen.card('Sends the file').waitFor()
    await expect.poll(() => screen.announced('Prices the risk'), slow).toContain('Distributor accountable')
    await screen.openSeam('risk file')
    const mark = 'Distributor no longer agrees, Fernhill no longer agrees'
    await screen.details.getByRole('img', { name: mark }).waitFor()
    expect(await screen.details.getByLabel('Expected within').inputValue()).toBe('2 days')
  }
  const note = (screen: MapScreen) => screen.details.getByLabel('Notes').inputValue()
  expect(await note(broker)).toBe(secret)
  expect(await note(insurer)).toBe('')
})

const slow = { timeout: 20_000 }

async function acceptAsNewcomer(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { name: 'Fernhill keeps a lane for Distributor' }).waitFor()
  await page.getByLabel('Your name').fill('Mia Hart')
  await page.getByLabel('Your organisation').fill('Harbour Brokers')
  await page.getByRole('textbox', { name: 'Password' }).fill('long enough for anyone')
  await page.getByRole('button', { name: 'Sign up and accept' }).click()
}

/** One card is right, one is corrected, then the rest is right. */
async function reviewLane(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Orders stock' }).getByRole('button', { name: 'Right' }).click()
  await page
    .getByRole('group', { name: 'Takes a complaint' })
    .getByRole('button', { name: 'Correct' })
    .click()
  await page.getByRole('textbox', { name: /Takes a complaint/ }).fill('Takes a complaint by phone')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /^The other \d+ are right/ }).click()
  await page.getByRole('status').filter({ hasText: 'the lane is yours' }).waitFor()
}

function borderOf(screen: MapScreen, card: string): Promise<string> {
  return screen.card(card).evaluate((element) => getComputedStyle(element).borderTopStyle)
}
