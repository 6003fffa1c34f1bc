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

/** What the rest of the import asks of a file; what it has to leave out is written to `notes`. */
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

/** Flow elements at any depth. */
export function elementsWithin(container: BpmnElement): BpmnElement[] {
  return (container.flowElements ?? []).flatMap((element) => [element, ...elementsWithin(element)])
}

/** Its flow nodes, not those of its sub-processes. */
export function flowNodesOf(container: BpmnElement): BpmnElement[] {
  return (container.flowElements ?? []).filter(isFlowNode)
}

/** Tasks, events and gateways, which become touchpoints or are dissolved. */
export function isFlowNode(element: BpmnElement): boolean {
  return touchpointTypes.has(element.$type) || gatewayTypes.has(element.$type)
}

/** Adds to the list of a key, which begins with its first value. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
