// A real browser loses the network in the middle of work: nothing is lost, nothing is done twice, and one is told.
import type { Dialog } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MapScreen } from './mapScreen.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

const mapName = 'Flood cover, from need to renewal'

let site: Site
let anna: MapScreen
let priya: MapScreen
/** What the browser asked before a page was left. */
const asked: string[] = []
beforeAll(async () => {
  site = await openSite()
  anna = new MapScreen(await site.visitor())
  priya = new MapScreen(await site.visitor())
  anna.page.on('dialog', (dialog: Dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

async function openMap({ page, canvas }: MapScreen): Promise<void> {
  await page.getByRole('link', { name: mapName }).first().click()
  await canvas.waitFor()
}

/** Writes what a card is for in its details. */
async function writePurpose({ page, details }: MapScreen, text: string): Promise<void> {
  const field = details.getByRole('textbox', { name: 'What happens' })
  await field.fill(text)
  await field.press('Tab')
  await page.waitForTimeout(100)
}

test('what one does without a network is shown, counted and survives a reload', async () => {
  await signInToDemo(anna.page, 'Anna Lindqvist')
  await signInToDemo(priya.page, 'Priya Nair')
  await openMap(anna)
  await openMap(priya)
  await anna.openCard('Decides claim')
  await priya.openCard('Decides claim')

  const { page } = anna
  const address = page.url()
  await page.context().setOffline(true)
  await writePurpose(anna, 'Typed on a train')
  await page.getByText(/cannot be reached\. 1 change is not sent yet/).waitFor()
  await site.picture(page, 'banner offline')
  await page.waitForTimeout(1_500)
  expect(await priya.details.getByText('Typed on a train').count()).toBe(0)

  await page.getByLabel(/^Account of/).click()
  await page.getByText('Sign out').click()
  await page.getByRole('dialog', { name: 'Sign out?' }).getByText('1 change is not sent yet.').waitFor()
  await site.picture(page, 'sign out offline')
  await page.getByRole('button', { name: 'Stay signed in' }).click()

  await page.reload().catch(() => {})
  expect(asked).toContain('beforeunload')
  await page.context().setOffline(false)
  const sent = countEdits()
  await page.goto(address)
  await anna.details.getByText('Typed on a train').waitFor()
  await anna.saved()
  await page.getByText(/not sent yet/).waitFor({ state: 'detached' })
  expect(sent.edits).toBe(1)
})

test('the other organisation sees it, exactly once', async () => {
  await priya.details.getByText('Typed on a train').waitFor()
  // One effect: one undo on the page that went on with it takes all of it back, on both screens.
  await anna.page.keyboard.press('Escape')
  await anna.canvas.focus().catch(() => {})
  await anna.page.keyboard.press('Control+z')
  await priya.details.getByText('Typed on a train').waitFor({ state: 'detached' })
})

/** Counts the edits that leave Anna's browser from now on. */
function countEdits() {
  const counted = { edits: 0 }
  anna.page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/edits')) return
    counted.edits += (JSON.parse(request.postData() ?? '{}') as { edits: unknown[] }).edits.length
  })
  return counted
}
