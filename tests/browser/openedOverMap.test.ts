// What opens over a map: panels, dialogs, menus, the board of a session; wide and narrow, light and dark.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Inspection } from './inspection.ts'
import { MapScreen } from './mapScreen.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

/** The map below them is looked at with all other pages. */
const details = { within: 'aside[aria-label=Details]' }
const dialog = { within: '[role=dialog]' }
const board = { within: 'section[aria-label=Session]' }

const mapName = 'Flood cover, from need to renewal'

let site: Site
let look: Inspection
let anna: MapScreen
let map: string

beforeAll(async () => {
  site = await openSite()
  anna = new MapScreen(await site.visitor())
  look = new Inspection(site, anna.page, 'over the map')
  await signInToDemo(anna.page, 'Anna Lindqvist')
  map = (await anna.page.getByRole('link', { name: mapName }).first().getAttribute('href')) ?? ''
})
afterAll(() => site?.close())
beforeEach(async () => {
  await look.open(map)
  await anna.card('Learns the outcome').waitFor()
  await anna.settled()
})

test('a touchpoint with our view, and whom sharing it would show it to', async () => {
  await anna.openCard('Learns the outcome')
  const ourView = anna.details.getByRole('region', { name: 'Our view' })
  await ourView.getByText('Only Fernhill sees this').first().waitFor()
  await ourView.evaluate((element) => element.scrollIntoView())
  await look.look('our view', details)
  await ourView.getByRole('button', { name: 'Share …' }).click()
  await anna.page.getByRole('button', { name: 'Share with them' }).waitFor()
  await look.look('sharing our view', dialog)
  noFaults()
})

test('a lane, and asking whoever holds it', async () => {
  await anna
    .lane('Oakes & Vale')
    .getByTitle(/^Oakes & Vale/)
    .click()
  await showsDetails('Oakes & Vale')
  await look.look('a lane', details)
  await anna.details.getByRole('button', { name: 'Ask to fill in …' }).click()
  await anna.page.getByRole('dialog', { name: 'Ask to fill in the lane of Oakes & Vale' }).waitFor()
  await look.look('asking', dialog)
  await anna.page.getByRole('button', { name: 'Cancel' }).click()
  noFaults()
})

test('a stage, the charter, a handoff and a link', async () => {
  const stages = anna.page.getByRole('navigation', { name: 'Shared stages' })
  await stages.getByRole('button', { name: 'Claim', exact: true }).click()
  await showsDetails('Claim')
  await look.look('a stage', details)
  await beginAgain()
  await anna.page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: mapName }).click()
  await showsDetails(mapName)
  await look.look('the charter', details)
  await beginAgain()
  await anna.openSeam('the decision on the claim')
  await look.look('a handoff', details)
  await beginAgain()
  await anna.openCard('Reports flood')
  await anna.details
    .getByRole('button', { name: /^leads / })
    .first()
    .click()
  await anna.details.getByRole('article', { name: 'Link' }).waitFor()
  await look.look('a link', details)
  noFaults()
})

test('heat as scores and as feelings, and what a partner sees', async () => {
  const { page } = anna
  await page.getByRole('radiogroup', { name: 'Lens' }).getByText('Heat').click()
  for (const heat of ['How well it works', 'Feelings']) {
    await page.getByRole('group', { name: 'What Heat shows' }).getByRole('button', { name: heat }).click()
    await look.look(`heat as ${heat}`, { inSizes: ['wide'] })
  }
  await page.getByRole('radiogroup', { name: 'Lens' }).getByText('Plan').click()
  await page.getByRole('combobox', { name: 'What a partner sees of ours' }).click()
  await page.getByRole('option', { name: 'What Oakes & Vale sees of ours' }).click()
  await page
    .getByText(/^You look at the map as a partner sees it/)
    .first()
    .waitFor()
  await look.look('what a partner sees')
  await beginAgain()
  await anna.openCard('Learns the outcome')
  await look.look('what a partner sees of a card', details)
  noFaults()
})

test('the keys, and what one searches for', async () => {
  const { page } = anna
  await page.getByRole('button', { name: 'Keys' }).click()
  await page.getByRole('dialog', { name: 'Keys on the map' }).waitFor()
  await look.look('keys', dialog)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('claim')
  await look.look('searching', dialog)
  await page.keyboard.press('Escape')
  noFaults()
})

test('the board of a session, with thoughts and some of them chosen', async () => {
  const { page } = anna
  await page.getByRole('button', { name: 'Session', exact: true }).click()
  await page.getByLabel('What do you ask everybody?').fill('What happens after the flood?')
  await look.look('beginning a session', dialog)
  await page.getByRole('button', { name: 'Start the session' }).click()
  for (const thought of ['Phones the bakery', 'Sends a surveyor', 'Pays an advance']) {
    await page.getByRole('textbox', { name: /^What happens\?/ }).fill(thought)
    await page.keyboard.press('Enter')
  }
  await look.look('a session', board)
  await page.getByRole('button', { name: /^Sends a surveyor,/ }).click()
  await page.getByLabel('Name of the group').fill('First day')
  await look.look('thoughts chosen in a session', board)
  noFaults()
})

/** The wide map with nothing open over it. */
async function beginAgain(): Promise<void> {
  await look.widen()
  await anna.closeDetails()
  await anna.settled()
}

async function showsDetails(title: string): Promise<void> {
  await anna.details.getByRole('heading', { name: title, level: 2 }).waitFor()
}

function noFaults(): void {
  expect(look.faults.splice(0)).toEqual([])
}
