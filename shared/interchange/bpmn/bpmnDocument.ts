import type { ImportRefusal } from '../importedMap.ts'
import type { ImportNotes } from '../notes.ts'
import type { BpmnElement } from './bpmnReader.ts'
import { type Drawing, readDrawing } from './drawing.ts'
import { gatewayTypes, touchpointTypes } from './vocabulary.ts'

/** One file, read and not yet judged. */
export interface BpmnDocument {
  definitions: BpmnElement
  collaborations: BpmnElement[]
  processes: BpmnElement[]
  drawing: Drawing
  /** Both ends of every message flow. */
  messageEnds: ReadonlySet<BpmnElement>
  /** The processes that call a process, by the id they call it with. */
  callersOf: ReadonlyMap<string, ReadonlySet<BpmnElement>>
  /** Of all processes, at any depth, in file order. */
  sequenceFlows: BpmnElement[]
  /** Steps joined by a sequence flow or sitting on one another. */
  neighboursOf: ReadonlyMap<BpmnElement, readonly BpmnElement[]>
  notes: ImportNotes
}

export function readDocument(definitions: BpmnElement, notes: ImportNotes): BpmnDocument {
  const roots = definitions.rootElements ?? []
  const collaborations = roots.filter((root) => root.$type === 'bpmn:Collaboration')
  const processes = roots.filter((root) => root.$type === 'bpmn:Process')
  const messageEnds = new Set<BpmnElement>()
  for (const { sourceRef, targetRef } of collaborations.flatMap(({ messageFlows }) => messageFlows ?? [])) {
    if (sourceRef) messageEnds.add(sourceRef)
    if (targetRef) messageEnds.add(targetRef)
  }
  const callersOf = new Map<string, Set<BpmnElement>>()
  for (const process of processes) {
    for (const { calledElement } of elementsWithin(process)) {
      if (calledElement)
        callersOf.set(calledElement, (callersOf.get(calledElement) ?? new Set()).add(process))
    }
  }
  const elements = processes.flatMap(elementsWithin)
  return {
    definitions,
    collaborations,
    processes,
    drawing: readDrawing(definitions),
    messageEnds,
    callersOf,
    sequenceFlows: elements.filter((element) => element.$type === 'bpmn:SequenceFlow'),
    neighboursOf: neighbours(elements),
    notes,
  }
}

function neighbours(elements: BpmnElement[]): Map<BpmnElement, BpmnElement[]> {
  const found = new Map<BpmnElement, BpmnElement[]>()
  const join = (one: BpmnElement | undefined, other: BpmnElement | undefined) => {
    if (!one || !other) return
    addTo(found, one, other)
    addTo(found, other, one)
  }
  for (const element of elements) {
    join(element.sourceRef, element.targetRef)
    join(element.attachedToRef, element.attachedToRef && element)
  }
  return found
}

/** Refuses what no one could read as one map, so that the work after this stays small. */
export function refuseTooMuch({
  collaborations,
  processes,
  sequenceFlows,
}: BpmnDocument): ImportRefusal | null {
  const elements = processes.flatMap(elementsWithin)
  const laneSets = processes.flatMap(({ laneSets }) => laneSets ?? [])
  const amounts: [string, number, number][] = [
    ['pools', collaborations.flatMap(({ participants }) => participants ?? []).length, 300],
    ['processes', processes.length, 500],
    ['lanes', laneSets.reduce((sum, set) => sum + countLanes(set), 0), 1_000],
    ['steps', elements.filter(isFlowNode).length, 5_000],
    ['sequence flows', sequenceFlows.length, 10_000],
    ['message flows', collaborations.flatMap(({ messageFlows }) => messageFlows ?? []).length, 5_000],
  ]
  const over = amounts.find(([, amount, most]) => amount > most)
  if (!over) return null
  const [what, amount, most] = over
  return {
    code: 'import.tooManyElements',
    message: `The file has ${amount} ${what}; one map holds at most ${most}.`,
  }
}

function countLanes(set: BpmnElement): number {
  return (set.lanes ?? []).reduce(
    (sum, { childLaneSet }) => sum + 1 + (childLaneSet ? countLanes(childLaneSet) : 0),
    0,
  )
}

/** Flow elements at any depth. */
export function elementsWithin(container: BpmnElement): BpmnElement[] {
  return (container.flowElements ?? []).flatMap((element) => [element, ...elementsWithin(element)])
}

export function flowNodesOf(container: BpmnElement): BpmnElement[] {
  return (container.flowElements ?? []).filter(isFlowNode)
}

export function isFlowNode(element: BpmnElement): boolean {
  return touchpointTypes.has(element.$type) || gatewayTypes.has(element.$type)
}

export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
