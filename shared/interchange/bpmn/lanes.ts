// Each party's lanes, and the lane of each of its steps: as the file lists them, as they are drawn, or as the flow goes.
import type { ImportedLane } from '../importedMap.ts'
import { counted, longestName, oneLine, shortened } from '../plainText.ts'
import type { BpmnDocument } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import { distance, inDrawnOrder } from './drawing.ts'
import type { Pool } from './pool.ts'

export interface PoolLanes {
  /** Never empty. */
  lanes: ImportedLane[]
  laneKeyOf: Map<BpmnElement, string>
}

/** A leaf is a named lane without named lanes inside; `area` holds it and the nameless ones within it. */
interface Leaf {
  element: BpmnElement
  name: string
  area: BpmnElement[]
  outer: BpmnElement[]
}

/** The named leaf lanes of a party, or one lane for all of it; every step of the party is in one of them. */
export function readLanes(pool: Pool, document: BpmnDocument): PoolLanes {
  const leaves = inDrawnOrder(
    pool.lanes.flatMap((lane) => leavesOf(lane, [])),
    (leaf) => document.drawing.get(leaf.element),
  )
  noteLeftOutLanes(pool, leaves, document)
  if (leaves.length === 0) {
    const lane = { key: `${pool.key}.lane`, partyKey: pool.key, name: pool.name, parentKey: null }
    return { lanes: [lane], laneKeyOf: new Map(pool.flowNodes.map((node) => [node, lane.key])) }
  }
  const lanes = leaves.map((leaf) => ({
    key: leaf.element.id,
    partyKey: pool.key,
    name: nameAmong(leaf, leaves),
    parentKey: null,
  }))
  return { lanes, laneKeyOf: placeSteps(pool, leaves, document) }
}

function leavesOf(lane: BpmnElement, outer: BpmnElement[]): Leaf[] {
  const children = lane.childLaneSet?.lanes ?? []
  const inner = children.flatMap((child) => leavesOf(child, [...outer, lane]))
  if (inner.length > 0) return inner
  const name = shortened(oneLine(lane.name), longestName)
  return name === '' ? [] : [{ element: lane, name, area: [lane, ...lanesWithin(lane)], outer }]
}

function lanesWithin(lane: BpmnElement): BpmnElement[] {
  return (lane.childLaneSet?.lanes ?? []).flatMap((child) => [child, ...lanesWithin(child)])
}

/** Two departments may both have a lane "Team": then the lane around it says which. */
function nameAmong(leaf: Leaf, leaves: Leaf[]): string {
  const isAlone = leaves.every((other) => other === leaf || other.name !== leaf.name)
  const outer = isAlone ? '' : oneLine(leaf.outer.findLast((lane) => oneLine(lane.name) !== '')?.name)
  return outer === '' ? leaf.name : shortened(`${outer}: ${leaf.name}`, longestName)
}

function placeSteps(pool: Pool, leaves: Leaf[], document: BpmnDocument): Map<BpmnElement, string> {
  const { drawing, notes } = document
  const listed = new Map<BpmnElement, Set<Leaf>>()
  for (const leaf of leaves) {
    for (const node of leaf.area.flatMap((lane) => lane.flowNodeRef ?? [])) {
      listed.set(node, (listed.get(node) ?? new Set()).add(leaf))
    }
  }
  const laneKeyOf = new Map<BpmnElement, string>()
  const unplaced: BpmnElement[] = []
  let drawnOnly = 0
  for (const node of pool.flowNodes) {
    const candidates = [...(listed.get(node) ?? [])]
    const drawn = nearest(candidates.length > 0 ? candidates : leaves, node, drawing)
    if (candidates.length === 0 && drawn) drawnOnly += 1
    if (candidates.length > 1) {
      notes.add(
        'warning',
        `“${shortened(oneLine(node.name), 80) || node.id}” is listed in ${candidates.length} lanes: it goes to one of them.`,
        node.id,
      )
    }
    const leaf = drawn ?? candidates[0]
    if (leaf) laneKeyOf.set(node, leaf.element.id)
    else unplaced.push(node)
  }
  if (drawnOnly > 0) {
    notes.add(
      'changed',
      `In no lane's list, so put into the lane it is drawn in or nearest to: ${counted(drawnOnly, 'step')} of “${pool.name}”.`,
      pool.key,
    )
  }
  placeByFlow(unplaced, laneKeyOf, leaves[0]!.element.id, document)
  if (unplaced.length > 0) {
    notes.add(
      'changed',
      `In no lane, so put where the flow comes from: ${counted(unplaced.length, 'step')} of “${pool.name}”.`,
      pool.key,
    )
  }
  return laneKeyOf
}

function nearest(leaves: Leaf[], node: BpmnElement, drawing: BpmnDocument['drawing']): Leaf | undefined {
  let best: Leaf | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const leaf of leaves) {
    const away = Math.min(...leaf.area.map((lane) => distance(drawing.get(lane), drawing.get(node))))
    if (away < bestDistance) [best, bestDistance] = [leaf, away]
  }
  return best
}

/** They go with the task they sit on, with a neighbour along the flow, or into the first lane. */
function placeByFlow(
  unplaced: BpmnElement[],
  laneKeyOf: Map<BpmnElement, string>,
  firstLaneKey: string,
  { neighboursOf }: BpmnDocument,
): void {
  const waiting = new Set(unplaced)
  const reached = [...laneKeyOf.keys()]
  for (const node of reached) {
    for (const neighbour of neighboursOf.get(node) ?? []) {
      if (!waiting.delete(neighbour)) continue
      laneKeyOf.set(neighbour, laneKeyOf.get(node) ?? firstLaneKey)
      reached.push(neighbour)
    }
  }
  for (const node of waiting) laneKeyOf.set(node, firstLaneKey)
}

function noteLeftOutLanes(pool: Pool, leaves: Leaf[], { notes }: BpmnDocument): void {
  const all = pool.lanes.flatMap((lane) => [lane, ...lanesWithin(lane)])
  const nameless = all.filter((lane) => oneLine(lane.name) === '')
  if (nameless.length > 0) {
    const message = `“${pool.name}” has ${counted(nameless.length, 'lane')} without a name: not kept as a lane, the steps stay.`
    notes.add('merged', message, nameless[0]?.id)
  }
  const kept = new Set(leaves.map((leaf) => leaf.element))
  for (const lane of all) {
    if (kept.has(lane) || oneLine(lane.name) === '') continue
    notes.add(
      'merged',
      `The lane “${shortened(oneLine(lane.name), 80)}” only holds other lanes: these are kept, it is not.`,
      lane.id,
    )
  }
}
