// What a step is on a journey map: its kind, its name and what else the file says of it.
import type { ImportedTouchpoint, ImportedTouchpointKind } from '../importedMap.ts'
import { counted, listed, longestName, oneLine, paragraphs, shortened } from '../plainText.ts'
import { addTo, type BpmnDocument } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import type { StepLink } from './sequences.ts'
import type { Step, Steps } from './steps.ts'
import { gatewayTypes } from './vocabulary.ts'

const longestDescription = 10_000
/** One remark may be tied to every step. */
const longestRemark = 2_000

export type UnplacedTouchpoint = Omit<ImportedTouchpoint, 'stageKey' | 'order'>

export function describeSteps(
  { all, stepOf }: Steps,
  links: StepLink[],
  document: BpmnDocument,
): UnplacedTouchpoint[] {
  const partners = partnersOf(links)
  const remarks = annotationsOf(stepOf, document)
  const nameless: Step[] = []
  const touchpoints = all.map((step) => {
    const meets = partners.get(step) ?? { sendsTo: new Set<string>(), hearsFrom: new Set<string>() }
    const given = oneLine(step.element?.name)
    if (given === '' && step.element) nameless.push(step)
    const full = given || assumedName(step, meets)
    const isCut = full.length > longestName
    if (isCut)
      document.notes.add(
        'changed',
        `A name of ${full.length} characters is cut; all of it is in the description.`,
        step.key,
      )
    const description = paragraphs(
      [isCut ? full : '', ...saidOf(step, remarks)].filter(Boolean).join('\n\n'),
      longestDescription,
    )
    return {
      key: step.key,
      laneKey: step.laneKey,
      name: shortened(full, longestName),
      kind: kindOf(step, meets),
      ...(description === '' ? {} : { description }),
    }
  })
  if (nameless.length > 0) {
    const message = `Without a name, so called after what it is: ${counted(nameless.length, 'step')}.`
    document.notes.add('changed', message, nameless[0]?.key)
  }
  return touchpoints
}

interface Partners {
  sendsTo: Set<string>
  hearsFrom: Set<string>
}

function partnersOf(links: StepLink[]): Map<Step, Partners> {
  const partners = new Map<Step, Partners>()
  const of = (step: Step) => {
    const known = partners.get(step) ?? { sendsTo: new Set(), hearsFrom: new Set() }
    partners.set(step, known)
    return known
  }
  for (const { from, to } of links) {
    if (from.pool === to.pool) continue
    of(from).sendsTo.add(to.pool.name)
    of(to).hearsFrom.add(from.pool.name)
  }
  return partners
}

function kindOf({ element, outer }: Step, { sendsTo, hearsFrom }: Partners): ImportedTouchpointKind {
  if (!element) return 'communication'
  if (gatewayTypes.has(element.$type)) return 'decision'
  if (element.$type === 'bpmn:StartEvent') return 'trigger'
  const isMessage = has(element, 'Message') || sendsTo.size + hearsFrom.size > 0
  if (isMessage || element.$type === 'bpmn:SendTask' || element.$type === 'bpmn:ReceiveTask')
    return 'communication'
  if (element.$type === 'bpmn:BoundaryEvent' || element.$type === 'bpmn:IntermediateCatchEvent')
    return 'trigger'
  // An end inside a sub-process ends only that; one that calls out to others does not end the journey either.
  const endsJourney =
    outer === null && !['Signal', 'Escalation', 'Compensate'].some((kind) => has(element, kind))
  return element.$type === 'bpmn:EndEvent' && endsJourney ? 'exit' : 'action'
}

function has(element: BpmnElement, kind: string): boolean {
  return (element.eventDefinitions ?? []).some(({ $type }) => $type === `bpmn:${kind}EventDefinition`)
}

function assumedName({ element, pool }: Step, { sendsTo, hearsFrom }: Partners): string {
  if (!element) return `Contact with ${listed([...new Set([...hearsFrom, ...sendsTo])]) || pool.name}`
  if (sendsTo.size > 0) return `Message to ${listed([...sendsTo])}`
  if (hearsFrom.size > 0) return `Message from ${listed([...hearsFrom])}`
  const event = eventWords.find(([kind]) => has(element, kind))
  if (event) return event[1]
  return typeWords[element.$type] ?? (gatewayTypes.has(element.$type) ? 'Decision' : 'Step')
}

const eventWords: [string, string][] = [
  ['Message', 'Message'],
  ['Timer', 'Point in time'],
  ['Conditional', 'Condition met'],
  ['Signal', 'Signal'],
  ['Error', 'Error'],
  ['Escalation', 'Escalation'],
  ['Compensate', 'Undoing'],
  ['Cancel', 'Cancelled'],
  ['Link', 'Continued elsewhere'],
  ['Terminate', 'End of everything'],
]

const typeWords: Record<string, string | undefined> = {
  'bpmn:StartEvent': 'Start',
  'bpmn:EndEvent': 'End',
  'bpmn:BoundaryEvent': 'Interruption',
  'bpmn:IntermediateCatchEvent': 'Event',
  'bpmn:IntermediateThrowEvent': 'Event',
  'bpmn:SubProcess': 'Sub-process',
  'bpmn:Transaction': 'Transaction',
  'bpmn:AdHocSubProcess': 'Sub-process',
  'bpmn:CallActivity': 'Called process',
}

function saidOf({ element, outer, holds }: Step, remarks: ReadonlyMap<BpmnElement, string[]>): string[] {
  if (!element) return []
  const host = shortened(oneLine(element.attachedToRef?.name), 80)
  return [
    ...(element.documentation ?? []).map(({ text }) => paragraphs(text, longestDescription)),
    ...(remarks.get(element) ?? []),
    host ? `May interrupt “${host}”.` : '',
    outer ? `Part of “${shortened(oneLine(outer.element?.name), 80) || 'Sub-process'}”.` : '',
    holds.length > 0 ? `Holds: ${listed(holds, 20)}.` : '',
  ]
}

/** Text annotations by the step they are tied to; the others are told about. */
function annotationsOf(
  stepOf: Steps['stepOf'],
  { collaborations, processes, notes }: BpmnDocument,
): Map<BpmnElement, string[]> {
  const artifacts = [...collaborations, ...processes].flatMap(artifactsWithin)
  const remarks = new Map<BpmnElement, string[]>()
  const tied = new Set<BpmnElement>()
  const texts = new Map(artifacts.map((artifact) => [artifact, paragraphs(artifact.text, longestRemark)]))
  for (const { $type, sourceRef, targetRef } of artifacts) {
    if ($type !== 'bpmn:Association') continue
    for (const [note, target] of [
      [sourceRef, targetRef],
      [targetRef, sourceRef],
    ]) {
      if (note?.$type !== 'bpmn:TextAnnotation' || !target || stepOf.get(target)?.element !== target) continue
      tied.add(note)
      addTo(remarks, target, texts.get(note) ?? '')
    }
  }
  for (const note of artifacts) {
    if (note.$type !== 'bpmn:TextAnnotation' || tied.has(note)) continue
    notes.add('skipped', `A remark belongs to no step: “${shortened(oneLine(note.text), 120)}”.`, note.id)
  }
  return remarks
}

function artifactsWithin(container: BpmnElement): BpmnElement[] {
  return [...(container.artifacts ?? []), ...(container.flowElements ?? []).flatMap(artifactsWithin)]
}
