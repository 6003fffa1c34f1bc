// Four people of three organisations co-map the insurance demo in four browsers of the real program, and everything the
// server sends to each of them is recorded.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { momentOfSight, timeOfNothing } from './machineTime.ts'
import { MapScreen } from './mapScreen.ts'
import { type Recording, record } from './recording.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

const mapName = 'Flood cover, from need to renewal'
const soon = { timeout: 20_000 }
const secrets = {
  note: 'zebra-quince-4711',
  comment: 'heron-medlar-2093',
  vote: 'otter-damson-6158',
}

type Participant = MapScreen & { recording: Recording }

let site: Site
let anna: Participant
let marcus: Participant
let priya: Participant
let bella: Participant
let mapAddress: string
let ecosystemAddress: string
/** The id of the row that holds Priya's private score and note. */
let viewOfPriya: string

const everyone = () => [anna, marcus, priya, bella]

beforeAll(async () => {
  site = await openSite()
  anna = await arrive()
  marcus = await arrive()
  priya = await arrive()
  bella = await arrive()
})
afterAll(() => site?.close())
beforeEach((step) => site.onlyAfterSuccess(step))

test('a third organisation is invited to its lane, and four people are on the map', async () => {
  await signInToDemo(anna.page, 'Anna Lindqvist')
  await signInToDemo(marcus.page, 'Marcus Webb')
  await signInToDemo(priya.page, 'Priya Nair')
  await openMap(anna)
  mapAddress = new URL(anna.page.url()).pathname
  ecosystemAddress = mapAddress.replace(/\/maps\/.*/, '')
  await acceptAsBakery(await invitationForBakery())
  for (const { page } of [marcus, priya, bella]) await page.goto(mapAddress)
  for (const screen of everyone()) {
    await screen.card('Learns the outcome').waitFor()
    await screen.page.getByRole('button', { name: /^Also here: / }).waitFor()
  }
  const faces = anna.page.getByRole('button', { name: /^Also here: / })
  await expect
    .poll(() => faces.getAttribute('aria-label'), soon)
    .toMatch(/(?=.*Marcus Webb \(Fernhill\))(?=.*Priya Nair \(Oakes & Vale\))(?=.*Bella Stone \(Brightwater)/)
})

test('edits made at the same moment all arrive everywhere', async () => {
  await Promise.all([
    rename(anna, 'Registers the loss', 'Registers the flood'),
    rename(priya, 'Notifies the loss', 'Notifies the flood'),
    rename(bella, 'Learns the outcome', 'Hears the outcome'),
    describe(marcus, 'Decides claim', 'Every working day, not only on Tuesdays.'),
  ])
  for (const screen of everyone()) {
    for (const name of ['Registers the flood', 'Notifies the flood', 'Hears the outcome'])
      await screen.card(name).waitFor()
  }
  await bella.openCard('Decides claim')
  await bella.details.getByText('Every working day, not only on Tuesdays.').waitFor()
  for (const screen of everyone()) await screen.saved()
})

test('of two who change the same words the later wins, and the earlier is told and can have theirs back', async () => {
  await describe(anna, 'Decides claim', 'Decided within a day.')
  await describe(marcus, 'Decides claim', 'Decided within two days.')
  const told = anna.page.getByRole('alert').filter({ hasText: 'Marcus Webb (Fernhill) replaced your text' })
  await told.waitFor()
  await told.getByRole('button', { name: 'Put mine back' }).click()
  await priya.openCard('Decides claim')
  await priya.details.getByText('Decided within a day.').waitFor()
})

test('a private score and note reach nobody else', async () => {
  await priya.openCard('Hears the outcome')
  const ours = priya.details.getByRole('region', { name: 'Our view' })
  await ours.getByText('Only Oakes & Vale sees this').first().waitFor()
  await ours.getByRole('group', { name: 'How well it works' }).getByText('2', { exact: true }).click()
  await ours.getByText('2 of 10').waitFor()
  await ours.getByLabel('Notes').first().fill(secrets.note)
  await ours.getByLabel('Notes').first().press('Tab')
  await priya.saved()
  await expect.poll(() => viewWithNote(priya, secrets.note), soon).toMatchObject({ performance: 2 })
  viewOfPriya = viewWithNote(priya, secrets.note)!.id
  await bella.openCard('Hears the outcome')
  await bella.details.getByRole('region', { name: 'Our view' }).waitFor()
})

test('they rate blind, and see all answers at the reveal and not before', async () => {
  await anna.page.goto(`${ecosystemAddress}/new-round?map=${mapAddress.split('/').at(-1)}`)
  await anna.page.getByLabel('What do you ask?').fill('How does hearing the outcome go?')
  await anna.page.getByRole('checkbox', { name: 'Hears the outcome' }).check()
  await anna.page.getByRole('button', { name: 'Start the round' }).click()
  await anna.page.getByRole('heading', { name: 'How does hearing the outcome go?', level: 1 }).waitFor()
  const round = new URL(anna.page.url()).pathname
  await vote(anna, 8, 'The letter leaves the same day')
  for (const screen of [priya, bella]) await screen.page.goto(round)
  await vote(priya, 3, secrets.vote)
  await vote(bella, 2, 'We phoned four times')
  for (const screen of [anna, bella, marcus]) expect(told(screen)).not.toContain(secrets.vote)

  await anna.page.getByRole('button', { name: 'Reveal …' }).click()
  await anna.page.getByRole('button', { name: 'Reveal to them' }).click()
  for (const screen of [anna, priya, bella]) {
    await screen.page.getByText(secrets.vote).waitFor()
    await screen.page.getByText('We phoned four times').waitFor()
  }
})

test('a comment calls a partner; one among ourselves reaches nobody else', async () => {
  for (const screen of everyone()) {
    await screen.page.goto(mapAddress)
    await screen.openCard('Hears the outcome')
  }
  const mine = commentsOf(priya)
  await mine.getByRole('textbox', { name: 'Write a comment' }).fill(secrets.comment)
  await mine.getByRole('button', { name: 'Comment', exact: true }).click()
  await mine.getByText(secrets.comment).waitFor()

  const open = commentsOf(anna)
  await open.getByRole('radio', { name: 'Everyone on this map' }).check()
  const field = open.getByRole('textbox', { name: 'Write a comment' })
  await field.pressSequentially('Who phones the bakery, @Oakes')
  await open.getByRole('option', { name: /^Oakes & Vale/ }).click()
  await field.press('Control+Enter')
  for (const screen of everyone()) await commentsOf(screen).getByText('Who phones the bakery').waitFor()
  await priya.page.getByRole('link', { name: /^Inbox, \d+ unread/ }).waitFor()
  await priya.page.getByRole('link', { name: /^Inbox/ }).click()
  await priya.page
    .getByText(/Anna Lindqvist/)
    .first()
    .waitFor()
})

test('whoever loses the line goes on, is told, and both sides meet again', async () => {
  await bella.closeDetails()
  bella.recording.isCut = true
  await bella.page.context().setOffline(true)
  await describe(bella, 'Hears the outcome', 'By phone, from a person.')
  await bella.page.locator('[data-banner]', { hasText: '1 change is not sent yet' }).waitFor()
  await rename(anna, 'Registers the flood', 'Registers the damage')
  bella.recording.isCut = false
  await bella.page.context().setOffline(false)
  await bella.page.locator('[data-banner]').waitFor({ state: 'detached' })
  await bella.card('Registers the damage').waitFor()
  await marcus.openCard('Hears the outcome')
  await marcus.details.getByText('By phone, from a person.').waitFor()
})

test('a removal takes effect at once', async () => {
  await anna.page.goto(`${ecosystemAddress}/partners`)
  await anna.page.getByRole('button', { name: /^End the part of Brightwater/ }).click()
  // From its answer on, and beside what the machine takes for anything: a page that only pulls would notice later.
  const idle = await timeOfNothing(bella.page)
  const told = momentOfSight(bella.page, 'h1', 'You take part here no longer')
  const answered = anna.page
    .waitForResponse((answer) => answer.url().endsWith('/edits'))
    .then(() => Date.now())
  await anna.page.getByRole('button', { name: 'End it now' }).click()
  expect((await told) - (await answered)).toBeLessThan(2_000 + idle)
  expect(await bella.page.locator('[data-banner]').count(), 'the server can be reached').toBe(0)
  const afterwards = bella.recording.received.length
  await rename(marcus, 'Registers the damage', 'Registers what is wet')
  await marcus.saved()
  await bella.page.goto(mapAddress)
  await bella.page.getByRole('heading', { level: 1 }).waitFor()
  const later = bella.recording.received.slice(afterwards).join('\n')
  for (const gone of ['Registers what is wet', 'Decides claim']) expect(later).not.toContain(gone)
})

test('of all that was sent, nothing private reached anybody else', () => {
  for (const other of [anna, marcus, bella]) {
    expect(told(other), 'what they share is among what was recorded').toContain('Who phones the bakery')
    expect(told(other)).not.toContain(secrets.note)
    expect(told(other)).not.toContain(secrets.comment)
    expect(told(other)).not.toContain(viewOfPriya)
  }
  expect(told(priya)).toContain(secrets.note)
  expect(told(priya)).toContain(secrets.comment)
})

async function arrive(): Promise<Participant> {
  const page = await site.visitor()
  return Object.assign(new MapScreen(page), { recording: await record(page) })
}

function told({ recording }: Participant): string {
  return recording.received.join('\n')
}

/** A perspective as a browser was told of it. */
function viewWithNote(
  { recording }: Participant,
  note: string,
): { id: string; performance: number } | undefined {
  const answers = recording.received.filter((text) => text.includes(note)).map((text) => JSON.parse(text))
  return answers
    .flatMap(({ rows = [] }) => rows)
    .map(({ row }) => row)
    .find((row) => row.notes === note && row.performance !== null)
}

async function openMap({ page, canvas }: MapScreen): Promise<void> {
  await page.getByRole('link', { name: mapName }).first().click()
  await canvas.waitFor()
}

async function invitationForBakery(): Promise<string> {
  const { page } = anna
  await page.getByRole('link', { name: 'Partners' }).click()
  await page.getByRole('link', { name: 'Invite a partner' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'To hold' }).click()
  await page.getByRole('option', { name: 'Brightwater Bakery' }).click()
  await dialog.getByLabel('E-mail of the person you invite').fill('bella@brightwater.example')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await dialog.getByRole('textbox', { name: /Invitation link/ }).inputValue()
  await page.goto(mapAddress)
  return link
}

async function acceptAsBakery(link: string): Promise<void> {
  const { page } = bella
  await page.goto(link)
  await page.getByLabel('Your name').fill('Bella Stone')
  await page.getByRole('textbox', { name: 'Password' }).fill('long enough for anyone')
  await page.getByRole('button', { name: 'Sign up and accept' }).click()
  await page.getByRole('heading', { name: 'Your lane, as others described it' }).waitFor()
}

async function rename(screen: MapScreen, from: string, to: string): Promise<void> {
  await screen.openCard(from)
  const name = screen.details.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill(to)
  await name.press('Enter')
  await screen.card(to).waitFor()
}

async function describe(screen: MapScreen, card: string, words: string): Promise<void> {
  await screen.openCard(card)
  const field = screen.details.getByRole('textbox', { name: 'What happens' })
  await field.fill(words)
  await field.press('Tab')
}

async function vote({ page }: MapScreen, score: number, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).click()
  const answers = page.getByRole('region', { name: 'Your answers' })
  await answers.getByText(String(score), { exact: true }).first().click()
  await answers.getByLabel('Why, in one sentence').fill(reason)
  await answers.getByLabel('Why, in one sentence').press('Tab')
  await answers.getByRole('button', { name: 'I am done' }).click()
  await page.getByRole('heading', { name: 'You are done' }).waitFor()
}

function commentsOf(screen: MapScreen) {
  return screen.details.getByRole('region', { name: 'Comments' })
}
