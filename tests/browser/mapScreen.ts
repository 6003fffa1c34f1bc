// What a person does on the map with mouse and keys, and finds there by the words it is announced with.
import type { Locator, Page } from 'playwright-core'

export class MapScreen {
  constructor(readonly page: Page) {}

  get canvas(): Locator {
    return this.page.getByRole('region', { name: /^Map / })
  }

  get details(): Locator {
    return this.page.getByRole('complementary', { name: 'Details' })
  }

  /** A card by its whole name; its announcement begins with it. */
  card(name: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${name.replaceAll(/[?.()]/g, '\\$&')};`) })
  }

  /** The header of a lane: its name, role, and who described it. */
  lane(name: string): Locator {
    const named = this.page.getByText(name, { exact: true })
    return this.page.getByRole('navigation', { name: 'Lanes' }).locator('> div', { has: named })
  }

  /** The pill of a handoff, by what passes. */
  seam(passes: string): Locator {
    return this.canvas.getByRole('button', { name: passes })
  }

  /** All that is said of a card to those who do not see it. */
  announced(name: string): Promise<string | null> {
    return this.card(name).getAttribute('aria-label')
  }

  /** Everything of the map has reached the server. */
  async saved(): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor()
  }

  /** Double-click on an empty place of a lane below a card or, without one, anywhere in the stage; types the name there. */
  async addCard(name: string, at: { lane: string; stage: string }): Promise<void> {
    await this.closeDetails()
    await this.settled()
    const { x, y } = await this.emptyPlace(at)
    await this.page.mouse.dblclick(x, y)
    const field = this.page.getByRole('textbox', { name: 'Name of the new touchpoint' })
    await field.fill(name)
    await field.press('Enter')
    // Enter goes on with the next card, which is not wanted here.
    await this.page.getByRole('textbox', { name: 'Name of the new touchpoint' }).press('Escape')
    await this.card(name).waitFor()
  }

  /** Drags a link from the edge of one card to another. */
  async connect(from: string, to: string): Promise<void> {
    await this.closeDetails()
    await this.settled()
    await this.take(from)
    await this.dropOn(to)
  }

  /** Presses on the right edge of a card and pulls: a link hangs on the pointer. */
  async take(from: string): Promise<void> {
    const { mouse } = this.page
    await this.card(from).hover()
    // A hand aims again where a new drawing has moved the card; so does this hover, which waits until it lies still under it.
    const handle = this.card(from).locator('.react-flow__handle-right')
    await handle.hover()
    const { x, y, width, height } = await boxOf(handle)
    await mouse.down()
    await mouse.move(x + width / 2 + 20, y + height / 2 + 10, { steps: 3 })
    await this.page.locator('.react-flow__connection').waitFor({ state: 'attached' })
  }

  /** Carries what hangs on the pointer to a card and lets go. */
  async dropOn(to: string): Promise<void> {
    const { mouse } = this.page
    const { x, y, width, height } = await boxOf(this.card(to))
    await mouse.move(x + width / 2, y + height / 2, { steps: 12 })
    await mouse.up()
  }

  async openCard(name: string): Promise<void> {
    await this.card(name).click()
    await this.details.getByRole('heading', { name, level: 2 }).waitFor()
  }

  async openSeam(passes: string): Promise<void> {
    await this.seam(passes).click()
    await this.details.getByRole('heading', { name: passes, level: 2 }).waitFor()
  }

  async closeDetails(): Promise<void> {
    const close = this.details.getByRole('button', { name: 'Close the details' })
    if (await close.isVisible()) await close.click()
    await this.details.waitFor({ state: 'hidden' })
  }

  /** Waits until the cards have been lying where they are for a moment: routes and places may still be worked out. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const known = globalThis as { lastPlaces?: string; stillSince?: number }
        const cards = [...document.querySelectorAll('.react-flow__node, .react-flow__edge path')]
        const places = cards.map((card) => JSON.stringify(card.getBoundingClientRect())).join()
        if (places !== known.lastPlaces || cards.length === 0) {
          Object.assign(known, { lastPlaces: places, stillSince: performance.now() })
        }
        return performance.now() - (known.stillSince ?? performance.now()) > 400
      },
      undefined,
      { polling: 50 },
    )
  }

  private async emptyPlace({ lane, stage }: { lane: string; stage: string }) {
    const band = await boxOf(this.lane(lane))
    const column = await boxOf(
      this.page
        .getByRole('navigation', { name: 'Shared stages' })
        .getByRole('button', { name: stage, exact: true })
        .locator('xpath=ancestor::*[@data-heading]'),
    )
    const place = await this.page.evaluate(
      ({ band, column }) => {
        for (let y = band.y + band.height - 8; y > band.y; y -= 8) {
          for (let x = column.x + column.width - 12; x > column.x; x -= 12) {
            const found = document.elementFromPoint(x, y)
            if (found?.matches('.react-flow__pane, [data-pinned-strip]')) return { x, y }
          }
        }
        return null
      },
      { band, column },
    )
    if (!place) throw new Error(`No room on screen in ${lane}, ${stage}`)
    return place
  }
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('Not on screen')
  return box
}
