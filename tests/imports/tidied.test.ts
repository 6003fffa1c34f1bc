// What comes from another tool arrives as tidy as by hand, within bounds.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { tidyInWorker } from '../../api/imports/tidyInWorker.ts'
import { layoutOfPlan, placedPlan } from '../../shared/interchange/layoutOfPlan.ts'
import { type ImportPlan, planImport } from '../../shared/interchange/planImport.ts'
import { countCrossings, drawingCost } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { findLayoutViolations } from '../../shared/layout/findLayoutViolations.ts'
import { tidyLayout } from '../../shared/layout/tidyLayout.ts'
import { layoutInputOf } from '../../web/map/journey/layoutInput.ts'
import { readJourney } from '../../web/map/journey/readJourney.ts'
import { fixtureText, mapOf, read } from '../interchange/fixtures.ts'
import { generateMap, usualShape } from '../layout/generateMap.ts'
import { newId, openJourney } from '../support/journey.ts'
import { areRealFilesThere, realFiles, textOfReal } from '../support/realFiles.ts'

const ownFiles = readdirSync(join(process.cwd(), 'tests', 'interchange', 'fixtures')).filter((file) =>
  file.endsWith('.bpmn'),
)

async function planned(xml: string) {
  const { world, insurer } = openJourney()
  const { organisationId } = insurer
  const plan = planImport(mapOf(await read(xml)), { parties: [], maps: [], organisationId, newId })
  return { world, insurer, plan }
}

/** The new map as the canvas lays it out once the plan is an edit. */
function arrived({ world, insurer }: Awaited<ReturnType<typeof planned>>, plan: ImportPlan) {
  const outcome = world.try(insurer, ...plan.actions)
  if (!outcome.accepted) throw new Error(outcome.refusal.message)
  const rows = world.seenBy(insurer)
  const reading = { rows, organisationId: insurer.organisationId, organisations: new Map() }
  return { input: layoutInputOf(readJourney(plan.mapId, reading)!), edit: outcome.edit }
}

describe('the layout of a plan', () => {
  it('is what the canvas draws once it is written', async () => {
    const opened = await planned(fixtureText('vertical-pools.bpmn'))
    const expected = layoutOfPlan(opened.plan, [])
    const { input } = arrived(opened, opened.plan)
    expect(input).toEqual({ ...expected, bonds: [] })
  })
})

async function checkTidied(xml: string) {
  const opened = await planned(xml)
  const { world, insurer, plan } = opened
  const input = layoutOfPlan(plan, [])
  const tidied = placedPlan(plan, input, tidyLayout(input, { iterations: 40 }))
  expect(tidied.counts).toEqual(plan.counts)
  expect(tidied.actions.map(({ type }) => type)).toEqual(plan.actions.map(({ type }) => type))
  const before = world.contents()
  const after = arrived(opened, tidied)
  const drawing = drawLayout(after.input)
  expect(findLayoutViolations(after.input, drawing)).toEqual([])
  expect(drawingCost(drawing)).toBeLessThanOrEqual(drawingCost(drawLayout(input)))
  world.undo(insurer, after.edit)
  expect(world.contents()).toEqual(before)
}

describe.each(ownFiles)('%s', (file) => {
  it('arrives tidied, without a fault, and goes with one undo', { timeout: 60_000 }, () =>
    checkTidied(fixtureText(file)),
  )
})

describe.skipIf(!areRealFilesThere).each(realFiles)('the real %s', (file) => {
  it('arrives tidied, without a fault, and goes with one undo', { timeout: 60_000 }, () =>
    checkTidied(textOfReal(file)),
  )
})

describe('tidying an import', () => {
  it('happens in a thread and finds places in which fewer links cross', { timeout: 60_000 }, async () => {
    const input = generateMap({ ...usualShape, seed: 3, cards: 30 })
    const found = new Map((await tidyInWorker(input)).map((place) => [place.cardId, place]))
    const cards = input.cards.map((card) => {
      const { column, order } = found.get(card.id)!
      return { ...card, column, rank: `a${String(order).padStart(4, '0')}` }
    })
    const [was, is] = [input, { ...input, cards }].map((map) => countCrossings(drawLayout(map)))
    expect(is).toBeLessThan(was!)
  })

  const threadThat = (does: string) => () =>
    new Worker(
      `const { parentPort } = require('node:worker_threads')
       parentPort.once('message', () => { ${does} })
       parentPort.postMessage('ready')`,
      { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } },
    )
  const answers = threadThat('parentPort.postMessage([{ cardId: "a" }])')
  const small = generateMap({ ...usualShape, seed: 3, cards: 12 })

  it('leaves a map as it is when it takes too long, fails, or needs too much memory', async () => {
    let isStarted = false
    const behind = () => {
      isStarted = true
      return answers()
    }
    const both = [tidyInWorker(small, threadThat('for (;;) {}')), tidyInWorker(small, behind)]
    expect(await Promise.all(both)).toEqual([[], []])
    // Whoever waited that long for its turn waits no longer.
    expect(isStarted).toBe(false)
    expect(await tidyInWorker(small, threadThat('throw new Error("oops")'))).toEqual([])
    const greedy = 'const kept = []; for (;;) kept.push(new Array(1e5).fill({}))'
    expect(await tidyInWorker(small, threadThat(greedy))).toEqual([])
  }, 40_000)

  it('goes on with the next file after a thread that could not be started', async () => {
    const none = () => {
      throw new Error('no memory for a thread')
    }
    expect(await tidyInWorker(small, none)).toEqual([])
    expect(await tidyInWorker(small, answers)).toHaveLength(1)
  }, 40_000)

  it('does not begin with a map beyond its bounds, nor while many wait', async () => {
    const never = () => {
      throw new Error('a thread was started')
    }
    expect(await tidyInWorker(generateMap({ ...usualShape, cards: 401 }), never)).toEqual([])
    const crowded = generateMap({ ...usualShape, cards: 100, linksPerCard: 9, parallelLinks: true })
    expect(await tidyInWorker(crowded, never)).toEqual([])
    const slow = threadThat('setTimeout(() => parentPort.postMessage([{ cardId: "a" }]), 300)')
    const many = await Promise.all(Array.from({ length: 6 }, () => tidyInWorker(small, slow)))
    expect(many.map((found) => found.length)).toEqual([1, 1, 1, 1, 0, 0])
  }, 40_000)
})
