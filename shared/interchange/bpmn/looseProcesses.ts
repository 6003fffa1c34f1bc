// Processes that no pool names: called from elsewhere, drawn into a pool, or standing alone.
import { longestName, oneLine, shortened } from '../plainText.ts'
import { type BpmnDocument, flowNodesOf } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import { holdsCentre } from './drawing.ts'
import type { Pool } from './pool.ts'

/**
 * Gives each step of the process to the pool it is drawn in, and answers with the pool that has most of them, a new one
 * when none has any, or null when the process is no part of the map.
 */
export function shareLooseProcess(process: BpmnElement, pools: Pool[], document: BpmnDocument): Pool | null {
  const { drawing, notes } = document
  const nodes = flowNodesOf(process)
  if (nodes.length === 0) return null
  const name = shortened(oneLine(process.name), 80) || process.id
  if (isCalled(process, document)) {
    const message = `The process “${name}” is called from a step and belongs to no pool: what it holds is listed with that step.`
    notes.add('skipped', message, process.id)
    return null
  }
  if (pools.length > 0 && drawing.size > 0 && !nodes.some((node) => drawing.has(node))) {
    notes.add('skipped', `The process “${name}” belongs to no pool and is not drawn: left out.`, process.id)
    return null
  }
  const lanes = (process.laneSets ?? []).flatMap((set) => set.lanes ?? [])
  const poolAround = (element: BpmnElement) =>
    pools.find((pool) => holdsCentre(pool.shape, drawing.get(element)))
  const around = nodes.map(poolAround)
  const main = mostFrequent(around)
  if (!main) return aloneStanding(process, nodes, lanes, document)
  for (const [index, node] of nodes.entries()) (around[index] ?? main).flowNodes.push(node)
  for (const lane of lanes) (poolAround(lane) ?? main).lanes.push(lane)
  notes.add(
    'changed',
    `The process “${name}” belongs to no pool: its steps go to the pools they are drawn in.`,
    process.id,
  )
  return main
}

function aloneStanding(
  process: BpmnElement,
  flowNodes: BpmnElement[],
  lanes: BpmnElement[],
  { drawing, collaborations, notes }: BpmnDocument,
): Pool {
  const name = shortened(oneLine(process.name), longestName)
  if (collaborations.some(({ participants }) => participants?.length)) {
    notes.add(
      'changed',
      `The process “${name || process.id}” is drawn outside of every pool: it is a party of its own.`,
      process.id,
    )
  }
  const shape = flowNodes.map((node) => drawing.get(node)).find((found) => found !== undefined)
  return { key: process.id, name, assumedName: false, shape, flowNodes, lanes }
}

/** Called from anywhere but itself, in a file that has something else to show. */
function isCalled(process: BpmnElement, { callersOf, collaborations }: BpmnDocument): boolean {
  const callers = [...(callersOf.get(process.id) ?? [])].filter((caller) => caller !== process)
  const hasPools = collaborations.some(({ participants }) => participants?.length)
  const isCalledBack = (caller: BpmnElement) => callersOf.get(caller.id)?.has(process) ?? false
  return callers.some((caller) => hasPools || !isCalledBack(caller))
}

function mostFrequent(pools: (Pool | undefined)[]): Pool | undefined {
  const counts = new Map<Pool, number>()
  for (const pool of pools) if (pool) counts.set(pool, (counts.get(pool) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0]
}
