/**
 * Times our router, ELK as router and ELK without lanes on the same maps in one run. Read the ratios: the
 * machine is shared. Run with `npx tsx tests/bench/layout.bench.ts`.
 */
import ELK from 'elkjs'
import { countCrossings } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../shared/layout/drawLayoutWithElk.ts'
import { tidyIterations } from '../../shared/layout/tidyIterations.ts'
import type { ElkLike } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from '../layout/generateMap.ts'
import { asDrawing, tidiedMap, withoutLanes } from '../layout/tidiedMap.ts'

const sizes = [
  { cards: 50, lanes: 5, stages: 7, runs: 9 },
  { cards: 200, lanes: 6, stages: 8, runs: 5 },
  { cards: 1000, lanes: 8, stages: 10, runs: 3 },
]

const tidied = [
  { cards: 50, lanes: 5, stages: 7, seeds: 5 },
  { cards: 200, lanes: 6, stages: 8, seeds: 8 },
]

async function run() {
  const elk: ElkLike = new ELK()
  await drawLayoutWithElk(generateMap(usualShape), elk)
  const rows = []
  for (const { runs, ...size } of sizes) {
    const input = generateMap({ ...usualShape, ...size })
    const own = await time(runs, () => drawLayout(input))
    const edited = { ...input, links: input.links.slice(1) }
    const edit = await time(runs, () => drawLayout(edited, own.result))
    const routed = await time(runs, () => drawLayoutWithElk(input, elk))
    const free = await time(runs, () => elk.layout(withoutLanes(input)))
    rows.push({
      cards: size.cards,
      'own ms': own.milliseconds,
      'edit ms': edit.milliseconds,
      'ELK ms': routed.milliseconds,
      'no lanes ms': free.milliseconds,
      'own / no lanes': ratio(own.milliseconds, free.milliseconds),
      'edit / no lanes': ratio(edit.milliseconds, free.milliseconds),
      'ELK / no lanes': ratio(routed.milliseconds, free.milliseconds),
      'own crossings': countCrossings(own.result),
      'ELK crossings': countCrossings(routed.result),
      'no lanes crossings': countCrossings(asDrawing(free.result)),
    })
  }
  console.table(rows)
  console.table(await measureTidying(elk))
}

/** How many links cross after tidying up as one does it by hand, beside ELK where lanes do not matter. */
async function measureTidying(elk: ElkLike) {
  const rows = []
  for (const { cards, lanes, stages, seeds } of tidied) {
    const sums = { before: 0, after: 0, free: 0, milliseconds: 0 }
    for (let seed = 1; seed <= seeds; seed += 1) {
      const input = generateMap({ ...usualShape, cards, lanes, stages, seed })
      const start = performance.now()
      const after = tidiedMap(input, tidyIterations(cards))
      sums.milliseconds += performance.now() - start
      sums.before += countCrossings(drawLayout(input))
      sums.after += countCrossings(drawLayout(after))
      sums.free += countCrossings(asDrawing(await elk.layout(withoutLanes(input))))
    }
    const mean = (sum: number) => Math.round((10 * sum) / seeds) / 10
    rows.push({
      cards,
      tries: tidyIterations(cards),
      crossings: mean(sums.before),
      tidied: mean(sums.after),
      'no lanes': mean(sums.free),
      'tidied / no lanes': ratio(sums.after, sums.free),
      ms: Math.round(sums.milliseconds / seeds),
    })
  }
  return rows
}

/** The median of several runs. */
async function time<Result>(runs: number, work: () => Result | Promise<Result>) {
  const durations: number[] = []
  let result = await work()
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now()
    result = await work()
    durations.push(performance.now() - start)
  }
  const middle = durations.sort((a, b) => a - b)[Math.floor(runs / 2)]!
  return { milliseconds: Math.round(middle * 10) / 10, result }
}

function ratio(part: number, whole: number): number {
  return Math.round((part / whole) * 100) / 100
}

await run()
