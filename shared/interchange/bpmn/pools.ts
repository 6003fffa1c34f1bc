// Which parties a file has, and what of it is theirs.
import { longestName, oneLine, shortened } from '../plainText.ts'
import { type BpmnDocument, flowNodesOf } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import { inDrawnOrder } from './drawing.ts'
import { shareLooseProcess } from './looseProcesses.ts'
import type { Pool } from './pool.ts'

export interface Pools {
  /** In drawn order. */
  pools: Pool[]
  /** By participant and by process; participants left out are missing. */
  poolOf: Map<BpmnElement, Pool>
}

/** Pools, and processes that stand alone, become parties; what is not drawn, empty and unconnected does not. */
export function readPools(document: BpmnDocument): Pools {
  const poolOf = new Map<BpmnElement, Pool>()
  const pools: Pool[] = []
  for (const collaboration of document.collaborations) {
    const ownPools = new Set<Pool>()
    for (const participant of collaboration.participants ?? []) {
      const same = samePool(participant, pools, ownPools, poolOf)
      if (!same && isPhantom(participant, document)) {
        const message = `The pool ${quoted(participant)} is empty, not drawn and nothing leads to it: left out.`
        document.notes.add('skipped', message, participant.id)
        continue
      }
      const pool = same ?? newPool(participant, document)
      if (same) {
        document.notes.add(
          'merged',
          `The pool “${same.name}” is drawn more than once: it is one party.`,
          participant.id,
        )
      } else pools.push(pool)
      ownPools.add(pool)
      poolOf.set(participant, pool)
      if (participant.processRef && !poolOf.has(participant.processRef))
        claim(participant.processRef, pool, poolOf)
    }
  }
  for (const process of document.processes) {
    if (poolOf.has(process)) continue
    const added = shareLooseProcess(process, pools, document)
    if (!added) continue
    if (!pools.includes(added)) pools.push(added)
    poolOf.set(process, added)
  }
  const ordered = inDrawnOrder(pools, (pool) => pool.shape)
  nameTheNameless(ordered, document)
  return { pools: ordered, poolOf }
}

function newPool(participant: BpmnElement, { drawing }: BpmnDocument): Pool {
  const shape =
    drawing.get(participant) ??
    drawing.get(flowNodesOf(participant.processRef ?? participant)[0] ?? participant)
  return {
    key: participant.id,
    name: shortened(oneLine(participant.name) || oneLine(participant.processRef?.name), longestName),
    assumedName: false,
    shape,
    flowNodes: [],
    lanes: [],
  }
}

function claim(process: BpmnElement, pool: Pool, poolOf: Map<BpmnElement, Pool>): void {
  poolOf.set(process, pool)
  pool.flowNodes.push(...flowNodesOf(process))
  pool.lanes.push(...(process.laneSets ?? []).flatMap((set) => set.lanes ?? []))
}

/** The same process in a second diagram, or an empty pool that another diagram shows under the same name. */
function samePool(
  participant: BpmnElement,
  pools: Pool[],
  ownPools: ReadonlySet<Pool>,
  poolOf: ReadonlyMap<BpmnElement, Pool>,
): Pool | undefined {
  const process = participant.processRef
  const byProcess = process && poolOf.get(process)
  if (byProcess && !ownPools.has(byProcess)) return byProcess
  const name = shortened(oneLine(participant.name), longestName).toLowerCase()
  const isEmpty = !process || flowNodesOf(process).length === 0
  return pools.find(
    (pool) =>
      name !== '' &&
      !ownPools.has(pool) &&
      pool.name.toLowerCase() === name &&
      (isEmpty || pool.flowNodes.length === 0),
  )
}

function isPhantom(
  participant: BpmnElement,
  { collaborations, drawing, messageEnds }: BpmnDocument,
): boolean {
  if (participant.processRef && flowNodesOf(participant.processRef).length > 0) return false
  if (drawing.has(participant) || messageEnds.has(participant)) return false
  return collaborations.some(({ participants }) => participants?.some((other) => drawing.has(other)))
}

function nameTheNameless(pools: Pool[], { notes }: BpmnDocument): void {
  for (const [index, pool] of pools.entries()) {
    if (pool.name !== '') continue
    pool.name = `Organisation ${index + 1}`
    pool.assumedName = true
    notes.add('changed', `A pool has no name: it is called “${pool.name}” for now.`, pool.key)
  }
  const names = pools.map((pool) => pool.name.toLowerCase())
  for (const name of new Set(names)) {
    const same = pools.filter((_, index) => names[index] === name)
    if (same.length > 1)
      notes.add('warning', `${same.length} different pools are called “${same[0]?.name}”.`, same[1]?.key)
  }
}

function quoted(element: BpmnElement): string {
  const name = shortened(oneLine(element.name), 80)
  return name === '' ? 'without a name' : `“${name}”`
}
