// The pages that are measured: a map in the built program, and as many plain nodes in React Flow alone.
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { projectFolder } from '../../api/projectFolder.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import type { LayoutInput } from '../../shared/layout/types.ts'
import { type Place, signUp } from '../crash/clients.ts'
import { fillMap } from './largeMap.ts'

const viewport = { width: 1440, height: 900 }

export async function openMap(
  browser: Browser,
  address: string,
  input: LayoutInput,
  lastLane: 'endCustomer' | 'partner',
): Promise<Page> {
  const place = await signUp(address)
  await fillMap({ place, address, lastLane }, input)
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.context().addCookies(cookiesOf(place, address))
  await page.goto(`${address}/ecosystems/${place.ecosystemId}/maps/${place.mapId}`)
  await page.locator('[data-card]').first().waitFor({ timeout: 120_000 })
  // As far out as cards are still to be read: the most there is to draw at once.
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Smaller' }).click()
  await page.waitForTimeout(1_000)
  const isPinned = (await page.locator('[data-pinned-strip]').count()) > 0
  if (isPinned !== (lastLane === 'endCustomer'))
    throw new Error(`The last lane is ${isPinned ? '' : 'not '}pinned`)
  return page
}

/** The same places and links. @param like a page whose view it opens at */
export async function openPlain(browser: Browser, input: LayoutInput, like: Page): Promise<Page> {
  const { cards } = drawLayout(input)
  const nodes = cards.map(({ id, x, y, width, height }) => {
    return { id, position: { x, y }, width, height, data: { label: id } }
  })
  const edges = input.links.map(({ id, from, to }) => ({ id, source: from, target: to, type: 'smoothstep' }))
  const page = await (await browser.newContext({ viewport })).newPage()
  const { script, style } = await plainScript()
  await page.setContent('<!doctype html><body style="margin: 0"></body>')
  await page.addStyleTag({ content: style })
  await page.addScriptTag({ content: script })
  const [x = 0, y = 0, zoom = 1] = await like.evaluate(() => {
    const matrix = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform)
    return [matrix.e, matrix.f, matrix.a]
  })
  await page.evaluate((plain) => window.showPlain(plain), { nodes, edges, viewport: { x, y, zoom } })
  await page.locator('.react-flow__node').first().waitFor()
  return page
}

async function plainScript(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [`${projectFolder}/tests/bench/plainFlow.bench.tsx`],
    outdir: 'plain',
    bundle: true,
    write: false,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: textOf('.js'), style: textOf('.css') }
}

function cookiesOf({ headers }: Place, address: string) {
  return headers.Cookie!.split('; ').map((pair) => {
    const [name, ...value] = pair.split('=')
    return { name: name!, value: value.join('='), url: address }
  })
}
