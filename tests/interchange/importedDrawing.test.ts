import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Elk from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { planImport } from '../../shared/interchange/planImport.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../shared/layout/drawLayoutWithElk.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import type { ElkLike } from '../../shared/layout/types.ts'
import { newId, openJourney } from '../support/journey.ts'
import { layoutOf } from '../support/layoutOf.ts'
import { areRealFilesThere, realFiles, textOfReal } from '../support/realFiles.ts'
import { fixtureText, mapOf, read } from './fixtures.ts'

const ownFiles = readdirSync(join(process.cwd(), 'tests', 'interchange', 'fixtures')).filter((file) =>
  file.endsWith('.bpmn'),
)
const elk = new Elk() as unknown as ElkLike

async function checkDrawing(xml: string) {
  const input = layoutOf(await imported(xml))
  expect(input.cards.length).toBeGreaterThan(0)
  expect(findLayoutViolations(input, drawLayout(input))).toEqual([])
  expect(findLayoutViolations(input, await drawLayoutWithElk(input, elk))).toEqual([])
}

describe.each(ownFiles)('the map imported from %s', (file) => {
  it('is drawn without a fault, by our own router and by ELK', { timeout: 60_000 }, () =>
    checkDrawing(fixtureText(file)),
  )
})

describe.skipIf(!areRealFilesThere).each(realFiles)('the map imported from the real %s', (file) => {
  it('is drawn without a fault, by our own router and by ELK', { timeout: 60_000 }, () =>
    checkDrawing(textOfReal(file)),
  )
})

/** The rows of the new map alone. */
async function imported(xml: string): Promise<MemoryRows> {
  const { world, insurer } = openJourney()
  const { organisationId } = insurer
  const place = { parties: [], maps: [], organisationId, newId }
  const { mapId, actions } = planImport(mapOf(await read(xml)), place)
  world.act(insurer, ...actions)
  const [seen, alone] = [world.seenBy(insurer), new MemoryRows()]
  for (const kind of ['lane', 'stage', 'touchpoint', 'link'] as const) {
    for (const row of seen.all(kind)) if (row.mapId === mapId) alone.set(kind, row as never)
  }
  for (const party of seen.all('party')) alone.set('party', party)
  return alone
}
