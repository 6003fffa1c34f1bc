// Every page for every kind of reader, wide and narrow, light and dark.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { Inspection } from './inspection.ts'
import { openSite, type Site, signInToDemo } from './site.ts'

let site: Site
const visited: string[] = []
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const minutes = 60_000

test('a visitor finds every page in order', { timeout: 5 * minutes }, async () => {
  const look = new Inspection(site, await site.visitor(), 'visitor')
  const pages = ['/', '/welcome', '/sign-in', '/sign-up', '/reset-password', '/nowhere']
  for (const address of pages) await look.visit(address)
  for (const address of ['/reset-password', '/confirm-email', '/invitations', '/join']) {
    await look.visit(`${address}#dead`, `${address} dead link`)
  }
  // Without mail nobody gets these links: they are answered in the server's place.
  const email = 'nia@copperfield.example'
  await look.page.route('**/api/password-resets/current', (route) => route.fulfill({ json: { email } }))
  await look.page.route('**/api/email-confirmations/current', (route) =>
    route.fulfill({ json: { email, needsPassword: true } }),
  )
  for (const address of ['/reset-password', '/confirm-email']) {
    await look.visit(`${address}#living`, `${address} living link`)
  }
  finish(look)
})

test('somebody of the demo finds every page in order', { timeout: 8 * minutes }, async () => {
  const page = await site.visitor()
  await signInToDemo(page, 'Anna Lindqvist')
  const look = new Inspection(site, page, 'insurer')
  const map = await linkIn(page.getByRole('navigation', { name: /^Maps of/ }).first())
  const ecosystem = map.replace(/\/maps\/.*/, '')
  await page.goto(`${ecosystem}/handoffs`)
  const handoff = await linkIn(page.getByRole('main').getByRole('list').first())
  await look.visit('/home')
  for (const tab of ['profile', 'sessions', 'organisation']) {
    await look.visit(`/settings?tab=${tab}`)
  }
  await look.visit('/inbox')
  await look.visit('/new-ecosystem')
  await look.visit(map, 'map')
  // A narrow screen shows the outline, which knows no lenses.
  for (const lens of ['owners', 'heat', 'seams']) {
    await look.visit(`${map}?lens=${lens}`, `map ${lens}`, ['wide'])
  }
  await look.visit(`${map}?view=outline`, 'map outline', ['wide'])
  await look.visit(`${map}?view=table`, 'map table')
  await look.visit(`${map}?select=${handoff.split('/').at(-1)}`, 'map with details')
  await look.visit(ecosystem, 'last map')
  for (const place of ['handoffs', 'handoffs?view=matrix', 'review', 'partners', 'partners?invite=choose']) {
    await look.visit(`${ecosystem}/${place}`, place)
  }
  await look.visit(handoff, 'handoff')
  for (const place of ['sharing', 'rounds', 'new-round', 'new-map', 'lane-review', 'import']) {
    await look.visit(`${ecosystem}/${place}`, place)
  }
  const invitation = await answerOwnInvitation(page)
  await look.visit(`/invitations/${invitation}`, 'own invitation')
  finish(look)
})

test('somebody with a blind round finds its pages in order, before and after the reveal', {
  timeout: 5 * minutes,
}, async () => {
  const page = await site.visitor()
  await signInToDemo(page, 'Grace Marlow')
  const look = new Inspection(site, page, 'shop')
  const round = await linkIn(page.getByRole('main').getByRole('listitem').filter({ hasText: 'repaired?' }))
  await look.visit(round, 'own answers')
  await look.widen()
  await page.getByRole('button', { name: 'Reveal …' }).click()
  await look.look('before the reveal', { inSizes: ['wide'] })
  await page.getByRole('button', { name: 'Reveal to them' }).click()
  await page.getByText(/^Revealed to/).waitFor()
  await look.look('revealed')
  await page.goto(`${round.replace(/rounds\/.*/, '')}new-round`)
  const lane = page.locator('details').first()
  if (!(await lane.getByRole('checkbox').first().isVisible())) await lane.locator('summary').click()
  await lane.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Start the round' }).click()
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
  await look.look('asked')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('button', { name: 'I am done' }).waitFor()
  await look.look('answering')
  finish(look)
})

test('an empty new account finds every page in order, and so does whom it invites', {
  timeout: 6 * minutes,
}, async () => {
  const page = await site.visitor()
  await signUp(page)
  const look = new Inspection(site, page, 'newcomer')
  await look.visit('/home')
  await look.visit('/new-ecosystem')
  await page.getByLabel('Name', { exact: true }).fill('Repairs')
  await page.getByRole('button', { name: 'Create, then choose a map' }).click()
  await page.getByRole('heading', { name: 'New map' }).waitFor()
  const ecosystem = new URL(page.url()).pathname.replace('/new-map', '')
  await look.visit(ecosystem, 'no map')
  for (const place of ['rounds', 'maps', 'handoffs']) {
    await look.visit(`${ecosystem}/${place}/${crypto.randomUUID()}`, `dead ${place}`)
  }
  const places = [
    'new-map',
    'partners',
    'handoffs',
    'review',
    'sharing',
    'rounds',
    'new-round',
    'lane-review',
    'import',
  ]
  for (const place of places) await look.visit(`${ecosystem}/${place}`, `empty ${place}`)
  const invitation = await inviteDistributor(page, ecosystem)
  const invited = new Inspection(site, await site.visitor(), 'invited')
  await invited.visit(invitation, 'invitation')
  const colleague = new Inspection(site, await site.visitor(), 'colleague')
  await colleague.visit(await inviteColleague(page), 'joining')
  finish(look)
  finish(invited)
  finish(colleague)
})

test('a page with faults would be noticed', async () => {
  const look = new Inspection(site, await site.visitor(), 'faulty')
  await look.visit('/sign-in')
  expect(look.faults).toEqual([])
  await look.page.evaluate(() => {
    document.querySelector('h1')?.insertAdjacentHTML('afterend', '<img src="/icon.svg" width="2000">')
    console.error('A complaint')
  })
  await look.look('faulty')
  await look.visit('/join#dead')
  expect(look.visited, 'a page that is not there was not seen').toEqual(['/sign-in'])
  for (const fault of ['scrolls sideways', 'axe image-alt', 'A complaint']) {
    expect(look.faults.join()).toContain(fault)
  }
})

test('no page of the program was left out', () => {
  const routes = [...readFileSync('web/router.tsx', 'utf8').matchAll(/path: '([^']+)'/g)].map(
    ([, path]) => path!,
  )
  const patterns = routes.map(
    (path) => new RegExp(`${path.replaceAll(/\$\w+/g, '[^/]+').replace(/\/$/, '/?')}$`),
  )
  const seen = routes.filter((_path, index) => visited.some((place) => patterns[index]!.test(place)))
  expect(routes.filter((path) => !seen.includes(path))).toEqual([])
})

function finish(look: Inspection): void {
  visited.push(...look.visited)
  expect(look.faults).toEqual([])
}

/** Without mail no address is confirmed and nobody has invitations of their own: one is answered in the server's place. */
async function answerOwnInvitation(page: Page): Promise<string> {
  const invitation: ShownInvitationAnswer = {
    ...{ id: crypto.randomUUID(), email: 'anna@fernhill.example', message: 'Please say what you see.' },
    ...{ invitedBy: 'Leo Depot', invitingOrganisation: 'Depot', mailed: true },
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    ecosystem: { name: 'Repairs', goal: 'Mended within a week.', convener: 'Depot' },
    party: { name: 'Insurer', kind: 'partner' },
    participants: ['Depot', 'Copperfield Repairs'],
    maps: [{ name: 'Repair', objective: '', cards: [{ name: 'Pays for the repair', stage: 'Pay' }] }],
    shared: [
      {
        organisation: 'Depot',
        counts: [
          { kind: 'perspective', count: 2 },
          { kind: 'mark', count: 1 },
        ],
      },
    ],
  }
  await page.route('**/api/invitations', (route) => route.fulfill({ json: [invitation] }))
  return invitation.id
}

async function linkIn(place: ReturnType<Page['getByRole']>): Promise<string> {
  return (await place.getByRole('link').first().getAttribute('href')) ?? ''
}

async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Organisation').fill('Copperfield Repairs')
  await page.getByLabel('Your name').fill('Nia Copper')
  await page.getByLabel('Work e-mail').fill('nia@copperfield.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('long enough for anyone')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
}

async function inviteDistributor(page: Page, ecosystem: string): Promise<string> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${ecosystem}/new-map`)
  await page.getByLabel('Name', { exact: true }).fill('Repairs from need to return')
  await page.getByRole('button', { name: 'Create the map' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
  await page.getByRole('link', { name: 'Partners' }).click()
  await page.getByRole('link', { name: 'Invite a partner' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'To hold' }).click()
  await page.getByRole('option', { name: 'Distributor' }).click()
  await dialog.getByLabel('E-mail of the person you invite').fill('leo@depot.example')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  return dialog.getByRole('textbox', { name: /Invitation link/ }).inputValue()
}

async function inviteColleague(page: Page): Promise<string> {
  await page.goto('/settings?tab=organisation')
  await page.getByLabel('E-mail', { exact: true }).fill('otto@copperfield.example')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  return page.getByRole('textbox', { name: /^Invitation link/ }).inputValue()
}
