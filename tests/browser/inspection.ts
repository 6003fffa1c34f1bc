// Looks at a page in every size and look: complaints of the browser, sideways scrolling, what axe finds; and takes pictures.
import { AxeBuilder } from '@axe-core/playwright'
import type { ConsoleMessage, Page } from 'playwright-core'
import type { Site } from './site.ts'

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }
type Size = keyof typeof sizes
const looks = ['light', 'dark'] as const

interface Looking {
  inSizes?: readonly Size[]
  within?: string
}

/** Sizes decide what lies where, looks its colours: the gate sees each of them once, the long run every pair. */
const isLookedAt = (size: Size, look: (typeof looks)[number]) =>
  process.env.LONG === '1' || (size === 'wide') === (look === 'light')

export class Inspection {
  readonly faults: string[] = []
  /** Addresses whose page was there; one that says that it is not there was not seen. */
  readonly visited: string[] = []
  #at = ''

  constructor(
    readonly site: Site,
    readonly page: Page,
    /** Whose eyes: begins the name of each picture. */
    readonly who: string,
  ) {
    page.on('console', (message) => this.#listen(message))
    page.on('pageerror', (error) => this.#note(error.message))
  }

  /** Goes to an address and looks at it in its sizes and looks. `name` stands for it in pictures and faults. */
  async visit(address: string, name = address, inSizes: readonly Size[] = ['wide', 'narrow']): Promise<void> {
    this.#at = name
    await this.open(address)
    await this.look(name, { inSizes })
    if (await this.#isDead()) return
    const landed = new URL(this.page.url()).pathname
    this.visited.push(landed)
    // An address may lead on to another; one that sends to sign in was not seen.
    if (landed !== '/sign-in') this.visited.push(new URL(address, this.site.address).pathname)
  }

  /** Goes to an address as on a wide screen. */
  async open(address: string): Promise<void> {
    await this.widen()
    await this.page.goto(address)
  }

  /** Shows the page as on a wide screen again. */
  async widen(): Promise<void> {
    await this.page.setViewportSize(sizes.wide)
    await this.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }

  /** Looks at what is shown now; of a page that was looked at before, axe need see only what is new, `within` a selector. */
  async look(name: string, { inSizes = ['wide', 'narrow'], within }: Looking = {}): Promise<void> {
    this.#at = name
    for (const size of inSizes) {
      await this.page.setViewportSize(sizes[size])
      for (const look of looks) {
        if (inSizes.length > 1 && !isLookedAt(size, look)) continue
        await this.page.emulateMedia({ colorScheme: look })
        await this.#isReady()
        await this.#examine(`${size} ${look}`, within)
      }
    }
  }

  async #isReady() {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await this.page
      .getByText(/^Loading .+ …$/)
      .first()
      .waitFor({ state: 'detached' })
    // Fonts and what a new size moves have arrived once two frames were painted.
    await this.page.evaluate(async () => {
      await document.fonts.ready
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      await frame()
      await frame()
    })
  }

  #isDead(): Promise<boolean> {
    const said = this.page.getByRole('heading', {
      name: /is not here|leads nowhere|at this address|no longer/,
    })
    return said.first().isVisible()
  }

  async #examine(how: string, within?: string) {
    const { page } = this
    await this.site.picture(page, `${this.who} ${this.#at} ${how}`)
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (tooWide > 0) this.#note(`scrolls sideways by ${tooWide} px, ${how}`)
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await (within ? axe.include(within) : axe).analyze()
    for (const { id, nodes } of violations) {
      const found = nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`)
      this.#note(`axe ${id}, ${how}: ${found.slice(0, 3).join(' | ')}`)
    }
  }

  #listen(message: ConsoleMessage) {
    if (message.type() !== 'error') return
    const { url } = message.location()
    // That nobody is signed in and that a link is dead are answers, which the browser reports as failures.
    const isAnswer =
      /\/api\/(account|[\w-]+\/(shown|current))$/.test(url) && /status of 40[01]/.test(message.text())
    if (!isAnswer) this.#note(`${message.text()} ${url}`)
  }

  #note(fault: string) {
    this.faults.push(`${this.who}, ${this.#at}: ${fault}`)
  }
}
