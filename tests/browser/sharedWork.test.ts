// Two companies find that they live one touchpoint, and capture together in a session, in two browsers of the real program.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { boxOf, MapScreen } from './mapScreen.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

const soon = { timeout: 20_000 }

let site: Site
let anna: MapScreen
let priya: MapScreen
const both = () => [anna, priya]

beforeAll(async () => {
  site = await openSite()
  anna = new MapScreen(await site.visitor())
  priya = new MapScreen(await site.visitor())
  await Promise.all([signInToDemo(anna.page, 'Anna Lindqvist'), signInToDemo(priya.page, 'Priya Nair')])
  await anna.page.getByRole('link', { name: 'Flood cover, from need to renewal' }).first().click()
  await anna.card('Registers the loss').waitFor()
  await priya.page.goto(anna.page.url())
  await priya.card('Registers the loss').waitFor()
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

/** The part of a touchpoint in the other lane, by what it is called there. */
const half = ({ canvas }: MapScreen, name: string) =>
  canvas.getByRole('button', { name: new RegExp(`^${name}; `) })

test('connecting two cards as one asks the partner, who sees it dashed in their own lane', async () => {
  await anna.connect('Registers the loss', 'Notifies the loss')
  await anna.page.getByRole('button', { name: 'Together', exact: true }).click()
  await half(priya, 'Notifies the loss').click()
  const asked = priya.details.getByRole('region', { name: 'Lived together' })
  await asked.getByText('Proposed by Fernhill.').waitFor()
  expect(await half(priya, 'Notifies the loss').getAttribute('aria-label')).toContain(
    'Fernhill asks to share it',
  )
})

test('the partner’s yes makes one touchpoint of both cards, drawn across both lanes under a name on each side', async () => {
  const together = priya.details.getByRole('region', { name: 'Lived together' })
  await together.getByText('Accepting makes it one with your card “Notifies the loss”.').waitFor()
  await together.getByRole('button', { name: 'Accept' }).click()
  const name = together.getByRole('textbox', { name: 'What Oakes & Vale calls it' })
  await name.fill('Passes the loss on')
  await name.press('Tab')
  for (const screen of both()) {
    await screen.card('Notifies the loss').waitFor({ state: 'detached' })
    await half(screen, 'Passes the loss on').waitFor()
    // The drawing one sees first may still have a link between the two parts; the better one comes when nothing has changed for a while.
    const across = screen.canvas.locator('[data-bond="across"]')
    await expect.poll(() => across.count(), soon).toBe(1)
    await screen.settled()
    const [card, part] = [
      await boxOf(screen.card('Registers the loss')),
      await boxOf(half(screen, 'Passes the loss on').locator('..')),
    ]
    expect(Math.abs(card.x - part.x), 'one column').toBeLessThan(1)
    const [insurer, broker] = [await boxOf(screen.lane('Fernhill')), await boxOf(screen.lane('Oakes & Vale'))]
    expect(isWithin(card, insurer) && isWithin(part, broker)).toBe(true)
  }
  await site.picture(anna.page, 'one touchpoint of two lanes')
})

test('its half is put into another stage by hand, not into another lane, and undo takes it back', async () => {
  await priya.closeDetails()
  await priya.settled()
  const { mouse } = priya.page
  const from = await boxOf(half(priya, 'Passes the loss on'))
  const keep = await boxOf(priya.canvas.getByRole('button', { name: 'Keep', exact: true }))
  const above = await boxOf(priya.lane('Fernhill'))
  await mouse.move(from.x + 60, from.y + 12)
  await mouse.down()
  await mouse.move(from.x + 70, above.y + above.height / 2, { steps: 6 })
  await priya.page.getByText('This half belongs to Oakes & Vale.').waitFor()
  await mouse.move(keep.x + 70, from.y + 12, { steps: 6 })
  await priya.page.getByText('This half belongs to Oakes & Vale.').waitFor({ state: 'detached' })
  await mouse.up()
  const stage = priya.details.getByRole('combobox', { name: 'Stage of Oakes & Vale' })
  await half(priya, 'Passes the loss on').click()
  await expect.poll(() => stage.inputValue(), soon).toBe('Keep')
  await priya.canvas.focus()
  await priya.page.keyboard.press('Control+z')
  await expect.poll(() => stage.inputValue(), soon).toBe('Service')
  await priya.closeDetails()
})

test('a card that is the partner’s is carried to where it should be, and stands there once the partner agrees', async () => {
  await anna.closeDetails()
  await anna.settled()
  const { mouse } = anna.page
  const card = await boxOf(anna.card('Prepares the renewal'))
  const service = await boxOf(anna.canvas.getByRole('button', { name: 'Service', exact: true }))
  await mouse.move(card.x + 30, card.y + 12)
  await mouse.down()
  await mouse.move(service.x + 30, card.y + 14, { steps: 8 })
  await mouse.up()
  const question = anna.page.getByRole('form', { name: 'Propose to move Prepares the renewal?' })
  await question.getByText('Oakes & Vale will be asked').waitFor()
  await question.getByRole('button', { name: 'Propose this move' }).click()
  await anna.canvas.getByRole('button', { name: /^Take back: Fernhill proposes/ }).waitFor()
  expect(await anna.announced('Prepares the renewal')).toContain('; Oakes & Vale, Keep;')
  await site.picture(priya.page, 'a move proposed')
  await priya.canvas.getByRole('button', { name: /^Accept: Fernhill proposes to move/ }).click()
  for (const screen of both())
    await expect
      .poll(() => screen.announced('Prepares the renewal'), soon)
      .toContain('; Oakes & Vale, Service;')
})

test('in a session both write at once, and each reads what the other wrote', async () => {
  await anna.page.getByRole('button', { name: 'Session', exact: true }).click()
  await anna.page.getByLabel('What do you ask everybody?').fill('What happens after the flood?')
  await anna.page.getByRole('button', { name: 'Start the session' }).click()
  await priya.page.getByRole('button', { name: 'Join the session' }).click()
  const written = [
    ['Phones the bakery', 'Sends a surveyor', 'Pays an advance'],
    ['Asks for photographs', 'Finds a dryer'],
  ]
  await Promise.all(both().map((screen, index) => write(screen, written[index]!)))
  for (const screen of both()) {
    await boardOf(screen).getByRole('heading', { name: 'What happens after the flood?' }).waitFor()
    for (const words of written.flat()) await sticky(screen, words).waitFor()
  }
  expect(await sticky(anna, 'Finds a dryer').getAttribute('aria-label')).toContain(
    'Priya Nair of Oakes & Vale',
  )
})

test('they group together, move between groups, and put what matters on the map', async () => {
  for (const words of ['Phones the bakery', 'Asks for photographs']) await sticky(anna, words).click()
  await anna.page.getByLabel('Name of the group').fill('First day')
  await anna.page.getByRole('button', { name: 'Group', exact: true }).click()
  await column(priya, 'First day').getByText('Phones the bakery').waitFor()
  await sticky(priya, 'Finds a dryer').press('Alt+ArrowRight')
  await column(anna, 'First day').getByText('Finds a dryer').waitFor()

  await sticky(priya, 'Asks for photographs').click()
  await priya.page.getByRole('combobox', { name: 'Put into a lane and stage' }).click()
  await priya.page.getByRole('option', { name: 'Oakes & Vale: Service' }).click()
  for (const screen of both()) await screen.card('Asks for photographs').waitFor()
  expect(await sticky(anna, 'Asks for photographs').getAttribute('aria-label')).toContain('on the map')
})

test('the partner follows whoever runs the session, until it ends for both', async () => {
  await boardOf(priya).getByText('Run by Anna Lindqvist (Fernhill)').waitFor()
  await priya.page.getByRole('button', { name: 'Follow Anna Lindqvist' }).click()
  await priya.page.getByText('You follow Anna Lindqvist (Fernhill)', { exact: true }).waitFor()
  const zoomOf = ({ page }: MapScreen) => page.getByText(/^\d+ %$/).textContent()
  const before = await zoomOf(anna)
  await anna.page.getByRole('button', { name: 'Larger' }).click()
  await expect.poll(() => zoomOf(anna), soon).not.toBe(before)
  await expect.poll(async () => (await zoomOf(priya)) === (await zoomOf(anna)), soon).toBe(true)
  await site.picture(priya.page, 'a session followed')
  await anna.page.getByRole('button', { name: 'End session' }).click()
  for (const screen of both()) await boardOf(screen).waitFor({ state: 'detached' })
  await priya.card('Asks for photographs').waitFor()
})

function isWithin(inner: { y: number; height: number }, outer: { y: number; height: number }): boolean {
  return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}

/** Type, Enter, next. */
async function write({ page }: MapScreen, lines: readonly string[]): Promise<void> {
  const field = page.getByRole('textbox', { name: 'What happens? Enter puts it on the board' })
  await field.waitFor()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => field.inputValue(), soon).toBe('')
}

function boardOf({ page }: MapScreen) {
  return page.getByRole('region', { name: 'Session' })
}

function column(screen: MapScreen, group: string) {
  return boardOf(screen).getByRole('region', { name: group })
}

function sticky(screen: MapScreen, words: string) {
  return boardOf(screen).getByRole('button', { name: new RegExp(`^${words},`) })
}
