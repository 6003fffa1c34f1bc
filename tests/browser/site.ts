// The real program and a real browser for one test file, and people who visit it.
import { mkdirSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { TestContext } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startServer } from '../support/server.ts'

export interface Site {
  address: string
  /** A page in a browser profile of its own: nothing is shared with other visitors. */
  visitor(options?: BrowserContextOptions): Promise<Page>
  /** For steps of one story: fails at once when an earlier step has failed, and then leaves pictures of every page. */
  onlyAfterSuccess(step: TestContext): void
  /** A picture for eyes, in a folder that git ignores. */
  picture(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

const pictures = 'test-results'

/** Milliseconds that one step may take on a busy machine. */
export const patience = 30_000

/** Starts the program with its demo, and a browser. */
export async function openSite(): Promise<Site> {
  const [server, browser] = await Promise.all([
    startServer({ web: true, environment: { DEMO: 'on' } }),
    launchChromium(),
  ])
  // The links of invitations say localhost, and who is signed in is remembered for that name.
  const address = `http://localhost:${server.port}`
  let failed: string | undefined
  return {
    address,
    async visitor(options = {}) {
      const viewport = { width: 1440, height: 900 }
      const context = await browser.newContext({ baseURL: address, viewport, ...options })
      context.setDefaultTimeout(patience)
      return context.newPage()
    },
    onlyAfterSuccess({ task, onTestFailed }) {
      if (failed) throw new Error(`"${failed}" failed before`)
      onTestFailed(async () => {
        failed = task.name
        await pictureOfAll()
      })
    },
    picture,
    async close() {
      await browser.close()
      await server.stop()
    },
  }

  async function pictureOfAll() {
    const pages = browser.contexts().flatMap((context) => context.pages())
    await Promise.all(pages.map((page, index) => picture(page, `failed ${index}`)))
  }
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png` })
}

/** Signs in as somebody of the demo, with the one click the page offers. */
export async function signInToDemo(page: Page, person: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: person }).click()
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
}

/** A new ecosystem with a map from the starter; the page ends on the map. */
export async function foundEcosystem(page: Page, ecosystem: string, map: string): Promise<void> {
  await page.getByRole('link', { name: 'New ecosystem' }).click()
  await page.getByLabel('Name', { exact: true }).fill(ecosystem)
  await page.getByRole('button', { name: 'Create, then choose a map' }).click()
  await page.getByRole('heading', { name: 'New map' }).waitFor()
  await page.getByLabel('Name', { exact: true }).fill(map)
  await page.getByRole('button', { name: 'Create the map' }).click()
  await page.getByRole('heading', { name: map, level: 1 }).waitFor({ state: 'attached' })
}
