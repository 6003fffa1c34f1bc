/**
 * Times our router, ELK as router and ELK without lanes on the same maps in one run. Read the ratios: the
 * machine is shared. Run with `npx tsx tests/bench/layout.bench.ts`.
 */
import ELK from 'elkjs'
import { countCrossings } from '../../shared/layout/drawingCost.ts'
import { drawLayout } from '../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../shared/layout/drawLayoutWithElk.ts'
import type { Drawing, ElkGraph, ElkLike, LayoutInput } from '../../shared/layout/types.ts'
import { generateMap, usualShape } from '../layout/generateMap.ts'

const sizes = [
  { cards: 50, lanes: 5, stages: 7, runs: 9 },
  { cards: 200, lanes: 6, stages: 8, runs: 5 },
  { cards: 1000, lanes: 8, stages: 10, runs: 3 },
]

async function run() {
  const elk: ElkLike = new ELK()
  await drawLayoutWithElk(generateMap(usualShape), elk)
  const rows = []
  for (const { runs, ...size } of sizes) {
    const input = generateMap({ ...usualShape, ...size })
    const own = await time(runs, () => drawLayout(input))
    const edit = await time(runs, () => drawLayout(input, own.result))
    const routed = await time(runs, () => drawLayoutWithElk(input, elk))
    const free = await time(runs, () => elk.layout(withoutLanes(input)))
    rows.push({
      cards: size.cards,
      'own ms': own.milliseconds,
      'edit ms': edit.milliseconds,
      'ELK ms': routed.milliseconds,
      'no lanes ms': free.milliseconds,
      'own / no lanes': ratio(own.milliseconds, free.milliseconds),
      'ELK / no lanes': ratio(routed.milliseconds, free.milliseconds),
      'own crossings': countCrossings(own.result),
      'ELK crossings': countCrossings(routed.result),
      'no lanes crossings': countCrossings(asDrawing(free.result)),
    })
  }
  console.table(rows)
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

/** ELK's usual layered layout, which knows neither lanes nor stages. */
function withoutLanes(input: LayoutInput): ElkGraph {
  return {
    id: 'map',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': '64',
    },
    children: input.cards.map(({ id, width, height }) => ({ id, width, height })),
    edges: input.links
      .filter((link) => link.from !== link.to)
      .map((link) => ({ id: link.id, sources: [link.from], targets: [link.to] })),
  }
}

function asDrawing(graph: ElkGraph): Drawing {
  const links = (graph.edges ?? []).map(({ id, sections }) => {
    const { startPoint, bendPoints, endPoint } = sections![0]!
    return {
      id,
      points: [startPoint, ...(bendPoints ?? []), endPoint],
      label: null,
      kind: 'sequence' as const,
    }
  })
  return { width: 0, height: 0, lanes: [], stages: [], cards: [], links, bonds: [] }
}

function ratio(part: number, whole: number): number {
  return Math.round((part / whole) * 100) / 100
}

await run()
