// Message flows as handoffs between parties.
import { oneLine, shortened } from '../plainText.ts'
import type { BpmnDocument } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import type { PoolLanes } from './lanes.ts'
import type { Pool } from './pool.ts'
import type { Pools } from './pools.ts'
import type { StepLink } from './sequences.ts'
import type { Step, Steps } from './steps.ts'

/** Links for the message flows of all collaborations; adds a step for each pool that messages reach as a whole. */
export function readMessages(
  { poolOf }: Pools,
  lanesOf: ReadonlyMap<Pool, PoolLanes>,
  steps: Steps,
  document: BpmnDocument,
): StepLink[] {
  const ends = new PoolEnds(lanesOf, steps)
  const laneOwner = new Map<BpmnElement, Pool>()
  for (const pool of lanesOf.keys()) for (const lane of pool.lanes) laneOwner.set(lane, pool)
  const placeOf = (element: BpmnElement | undefined): Step | Pool | undefined =>
    element &&
    (steps.stepOf.get(element) ??
      poolOf.get(element) ??
      laneOwner.get(element) ??
      steps.dissolved.get(element))
  const links: StepLink[] = []
  for (const flow of document.collaborations.flatMap(({ messageFlows }) => messageFlows ?? [])) {
    const passes = shortened(whatPasses(flow), 300)
    const fromPlace = placeOf(flow.sourceRef)
    const toPlace = placeOf(flow.targetRef)
    if (!fromPlace || !toPlace || fromPlace === toPlace) {
      noteDangling(flow, passes, document)
      continue
    }
    const from = ends.stepAt(fromPlace)
    const to = ends.stepAt(toPlace)
    const isHandoff = from.pool !== to.pool
    links.push({
      key: flow.id,
      fromKey: from.key,
      toKey: to.key,
      kind: 'sequence',
      ...(passes === '' ? {} : isHandoff ? { passes } : { label: passes }),
      from,
      to,
    })
    if (isHandoff) continue
    const message = `A message flow stays within “${from.pool.name}”: it is a link, not a handoff.`
    document.notes.add('changed', message, flow.id)
  }
  return links
}

/** One step per pool, in its first lane, where all messages to or from the pool itself meet. */
class PoolEnds {
  private readonly found = new Map<Pool, Step>()

  constructor(
    private readonly lanesOf: ReadonlyMap<Pool, PoolLanes>,
    private readonly steps: Steps,
  ) {}

  stepAt(place: Step | Pool): Step {
    return 'pool' in place ? place : this.of(place)
  }

  private of(pool: Pool): Step {
    const known = this.found.get(pool)
    if (known) return known
    const laneKey = this.lanesOf.get(pool)?.lanes[0]?.key ?? ''
    const step: Step = { key: `${pool.key}.messages`, pool, laneKey, element: null, outer: null, holds: [] }
    this.found.set(pool, step)
    this.steps.all.push(step)
    return step
  }
}

/** The name of the flow, of its message, or of the message that its ends send and receive. */
function whatPasses(flow: BpmnElement): string {
  const ends = [flow.sourceRef, flow.targetRef].flatMap((end) => [end, ...(end?.eventDefinitions ?? [])])
  const messages = [flow, flow.messageRef, ...ends.map((end) => end?.messageRef)]
  return messages.map((message) => oneLine(message?.name)).find((name) => name !== '') ?? ''
}

function noteDangling(flow: BpmnElement, name: string, { notes }: BpmnDocument): void {
  const message = `The message flow ${name ? `“${shortened(name, 80)}”` : 'without a name'} has no place at both of its ends: left out.`
  notes.add('skipped', message, flow.id)
}
