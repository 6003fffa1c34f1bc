// Two people of two organisations on one map at the same time, in two browsers of the real program.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { median, momentOfSight, timeOfNothing } from './machineTime.ts'
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

const card = 'Learns the outcome'
const channel = (screen: MapScreen) =>
  screen.details.getByRole('region', { name: 'What happens' }).getByRole('combobox', { name: 'Channel' })
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

test('at a choice they are named as well', async () => {
  await channel(priya).focus()
  const field = anna.details.locator('[data-edited]', {
    has: anna.page.getByRole('combobox', { name: 'Channel' }),
  })
  await field.getByText('Priya Nair (Oakes & Vale) is editing').waitFor()
})

test('outline and table say who is at what, as the canvas does', async () => {
  const address = anna.page.url().replace(/\?.*/, '')
  const here = anna.page.getByRole('img', { name: 'Here: Priya Nair (Oakes & Vale)' })
  for (const view of ['outline', 'table']) {
    await anna.page.goto(`${address}?view=${view}`)
    await anna.page
      .getByRole('row', { name: new RegExp(`^${card}`) })
      .locator(here)
      .waitFor()
  }
  await anna.page.goto(address)
  await anna.openCard(card)
})

test('whose choice is changed is told in the words of the screen, and has it back', async () => {
  for (const [screen, choice] of [
    [anna, 'e-mail'],
    [priya, 'portal'],
  ] as const) {
    await channel(screen).click()
    await screen.page.getByRole('option', { name: choice, exact: true }).click()
    await screen.saved()
  }
  const told = anna.page.getByRole('alert').filter({ hasText: `Channel of “${card}”` })
  await told.getByText('Priya Nair (Oakes & Vale) changed your “e-mail” to “portal”.').waitFor()
  await told.getByRole('button', { name: 'Put mine back' }).click()
  await expect.poll(() => channel(priya).inputValue(), { timeout: 10_000 }).toBe('e-mail')
  await priya.page.getByRole('button', { name: 'Close this message' }).click()
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

test('an edit is on the other’s canvas, panel and table a quarter of a second after one’s own', async () => {
  const card = new URL(priya.page.url()).searchParams.get('select')!
  for (const [view, rows] of [
    ['canvas', '.react-flow__node'],
    ['table', 'table tr'],
  ] as const) {
    for (const { page } of [anna, priya])
      await page.goto(
        `${page.url().replace(/\?.*/, '')}?select=${card}${view === 'table' ? '&view=table' : ''}`,
      )
    for (const { page } of [anna, priya])
      await page
        .locator(rows, { hasText: /Learns/ })
        .first()
        .waitFor()
    await expectSoon(view, [rows, 'aside[aria-label="Details"] h2'])
  }
  await priya.page.goto(priya.page.url().replace('&view=table', ''))
  await rename(priya, 'Learns how it ended')
  await anna.page.goto(anna.page.url().replace(/\?.*/, ''))
  await anna.card('Learns how it ended').waitFor()
}, 300_000)

test('whoever is called sees it in the bar at once, long before a page would ask', async () => {
  const bell = anna.page.getByRole('link', { name: /^Inbox/ })
  const unread = async () =>
    Number.parseInt((await bell.getAttribute('aria-label'))?.match(/\d+/)?.[0] ?? '0', 10)
  const before = await unread()
  const comments = priya.details.getByRole('region', { name: 'Comments' })
  await comments.getByRole('radio', { name: 'Everyone on this map' }).click()
  await comments.getByRole('textbox', { name: 'Write a comment' }).fill('@Fernhill Who phones?')
  await comments.getByRole('button', { name: 'Comment' }).click()
  await expect.poll(unread, { timeout: 10_000 }).toBe(before + 1)
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

test('without sockets everything goes on by asking: edits arrive, and each sees who else is there', async () => {
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
  await anna.page.getByRole('button', { name: 'Also here: Priya Nair (Oakes & Vale)' }).waitFor()
  await anna.card('Learns the outcome').getByText('Priya Nair').waitFor()
  await priya.page.getByRole('button', { name: 'Also here: Anna Lindqvist (Fernhill)' }).waitFor()
  await anna.openCard('Learns the outcome')
  await priya.card('Learns the outcome').getByText('Anna Lindqvist').waitFor()
  await anna.details.getByRole('textbox', { name: 'What happens' }).focus()
  await priya.details.getByText('Anna Lindqvist (Fernhill) is editing').waitFor()
  await anna.page.getByRole('link', { name: 'Partners' }).click()
  await others(priya).waitFor({ state: 'detached', timeout: 5_000 })
})

/**
 * Beyond a quarter of a second, only what the machine needs at the moment for the three questions by which an edit gets there.
 * Where half of all edits are later than that, several times over, it is not the machine.
 */
async function expectSoon(view: string, selectors: readonly string[]): Promise<void> {
  const batches: { later: number[]; idle: number }[] = []
  const isSoon = ({ later, idle }: (typeof batches)[number]) => later.every((time) => time < 250 + idle)
  for (let batch = 0; batch < 8 && !batches.some(isSoon); batch++) {
    const idle: number[] = []
    const times = selectors.map((): number[] => [])
    for (let step = 0; step < 5; step++) {
      idle.push(await timeOfNothing(anna.page))
      const later = await howMuchLater(`Learns it, ${view} ${batch}.${step}`, selectors)
      for (const [index, time] of later.entries()) times[index]!.push(time)
    }
    batches.push({ later: times.map(median), idle: median(idle) })
  }
  console.info(`How much later an edit is on another’s ${view}: ${JSON.stringify(batches)} ms`)
  expect(batches.some(isSoon), JSON.stringify(batches)).toBe(true)
}

/** Milliseconds from the frame in which Priya's own screen bears a name to the one in which Anna's does. */
async function howMuchLater(name: string, selectors: readonly string[]): Promise<number[]> {
  const seen = [priya, anna].map(({ page }) =>
    Promise.all(selectors.map((selector) => momentOfSight(page, selector, name))),
  )
  await rename(priya, name)
  const [own, others] = await Promise.all(seen)
  return others!.map((moment, index) => moment - own![index]!)
}

async function rename({ details }: MapScreen, name: string): Promise<void> {
  const field = details.getByRole('textbox', { name: 'Name', exact: true })
  await field.fill(name)
  await field.press('Enter')
}
