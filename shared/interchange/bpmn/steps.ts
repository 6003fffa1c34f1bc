// The steps of a file that become touchpoints, before links give them their last details.
import { counted, oneLine, shortened } from '../plainText.ts'
import { type BpmnDocument, elementsWithin, flowNodesOf, isFlowNode } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import type { PoolLanes } from './lanes.ts'
import type { Pool } from './pool.ts'
import { decidingGatewayTypes, gatewayTypes, subProcessTypes } from './vocabulary.ts'

export interface Step {
  key: string
  pool: Pool
  laneKey: string
  /** Null for the place where messages reach a pool itself. */
  element: BpmnElement | null
  /** The sub-process it is drawn in. */
  outer: Step | null
  /** Names of what it holds without showing it. */
  holds: string[]
}

export interface Steps {
  /** In file order, pool by pool. */
  all: Step[]
  /** The step that stands for an element: its own, or that of the closed sub-process around it. */
  stepOf: Map<BpmnElement, Step>
  /** Gateways that ask nothing: their flows are joined past them. */
  dissolved: Map<BpmnElement, Pool>
}

export function readSteps(
  pools: Pool[],
  lanesOf: ReadonlyMap<Pool, PoolLanes>,
  document: BpmnDocument,
): Steps {
  const steps: Steps = { all: [], stepOf: new Map(), dissolved: new Map() }
  const outgoing = countOutgoing(document)
  const held = new Map(document.processes.map((process) => [process.id, named(flowNodesOf(process))]))
  const visit = (element: BpmnElement, pool: Pool, laneKey: string, outer: Step | null) => {
    if (steps.stepOf.has(element) || steps.dissolved.has(element)) return
    if (gatewayTypes.has(element.$type) && !isDecision(element, outgoing)) {
      steps.dissolved.set(element, pool)
      return
    }
    const step: Step = {
      key: element.id,
      pool,
      laneKey,
      element,
      outer,
      holds: [],
    }
    steps.all.push(step)
    steps.stepOf.set(element, step)
    if (element.calledElement) step.holds = held.get(element.calledElement) ?? []
    if (!subProcessTypes.has(element.$type)) return
    if (isClosed(element, document)) closeOver(step, element, steps, document)
    else for (const inner of flowNodesOf(element)) visit(inner, pool, laneKey, step)
  }
  for (const pool of pools) {
    for (const element of pool.flowNodes) {
      visit(element, pool, lanesOf.get(pool)?.laneKeyOf.get(element) ?? '', null)
    }
  }
  noteDissolved(steps, document)
  return steps
}

function isDecision(gateway: BpmnElement, outgoing: ReadonlyMap<BpmnElement, number>): boolean {
  return decidingGatewayTypes.has(gateway.$type) && (outgoing.get(gateway) ?? 0) > 1
}

function countOutgoing({ sequenceFlows }: BpmnDocument): Map<BpmnElement, number> {
  const counts = new Map<BpmnElement, number>()
  for (const { sourceRef, targetRef } of sequenceFlows) {
    if (sourceRef && targetRef) counts.set(sourceRef, (counts.get(sourceRef) ?? 0) + 1)
  }
  return counts
}

/** Drawn shut, so that its reader sees one box: then the map shows one card as well. */
function isClosed(subProcess: BpmnElement, { drawing }: BpmnDocument): boolean {
  const shape = drawing.get(subProcess)
  if (!shape) return false
  return (
    shape.isCollapsed ||
    !flowNodesOf(subProcess).some((inner) => drawing.get(inner)?.diagram === shape.diagram)
  )
}

function closeOver(step: Step, subProcess: BpmnElement, steps: Steps, { notes }: BpmnDocument): void {
  const inner = elementsWithin(subProcess).filter(isFlowNode)
  for (const element of inner) steps.stepOf.set(element, step)
  step.holds = named(inner)
  if (inner.length === 0) return
  const message = `“${shortened(oneLine(subProcess.name), 80) || 'A sub-process'}” is drawn closed: the ${counted(inner.length, 'part')} inside stay in one touchpoint.`
  notes.add('merged', message, subProcess.id)
}

function named(elements: BpmnElement[]): string[] {
  return elements
    .filter((element) => !gatewayTypes.has(element.$type))
    .map((element) => shortened(oneLine(element.name), 80))
    .filter((name) => name !== '')
}

function noteDissolved({ dissolved }: Steps, { notes }: BpmnDocument): void {
  if (dissolved.size === 0) return
  const names = [...dissolved.keys()]
    .map((gateway) => shortened(oneLine(gateway.name), 80))
    .filter((name) => name !== '')
  const which = names.length > 0 ? ` (${names.slice(0, 5).join(', ')})` : ''
  const message = `Only splits or joins the flow, so the steps around it are linked directly: ${counted(dissolved.size, 'gateway')}${which}.`
  notes.add('merged', message, [...dissolved.keys()][0]?.id)
}
