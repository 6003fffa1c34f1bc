// Sequence flows as links, joined past the gateways that ask nothing.
import type { ImportedLink } from '../importedMap.ts'
import { oneLine, shortened } from '../plainText.ts'
import { addTo, type BpmnDocument } from './bpmnDocument.ts'
import type { BpmnElement } from './bpmnReader.ts'
import type { Step, Steps } from './steps.ts'

export interface StepLink extends ImportedLink {
  from: Step
  to: Step
}

/** Walking past gateways may cost this many steps in all; null tells that the file needs more. */
const mostVisits = 300_000
const mostLinks = 20_000

export function readSequences(steps: Steps, document: BpmnDocument): StepLink[] | null {
  const outgoing = new Map<BpmnElement, BpmnElement[]>()
  const starts: BpmnElement[] = []
  for (const flow of document.sequenceFlows) {
    const { sourceRef, targetRef } = flow
    if (!isPlaced(sourceRef, steps) || !isPlaced(targetRef, steps)) {
      noteDangling(flow, steps, document)
      continue
    }
    addTo(outgoing, sourceRef, flow)
    if (steps.stepOf.has(sourceRef)) starts.push(flow)
  }
  const links = new Links(document)
  let visits = 0
  for (const start of starts) {
    const from = steps.stepOf.get(start.sourceRef as BpmnElement) as Step
    const passed = new Set<BpmnElement>()
    const open = [{ flow: start, label: shortened(oneLine(start.name), longestLabel) }]
    for (const { flow, label } of open) {
      visits += 1
      if (visits > mostVisits || links.all.length > mostLinks) return null
      const target = flow.targetRef as BpmnElement
      const to = steps.stepOf.get(target)
      if (to) links.add(start, flow, from, to, label)
      if (to || passed.has(target)) continue
      passed.add(target)
      for (const next of outgoing.get(target) ?? []) {
        open.push({ flow: next, label: joined(label, oneLine(next.name)) })
      }
    }
  }
  return links.all
}

class Links {
  readonly all: StepLink[] = []
  private readonly joinedByPair = new Map<string, StepLink>()

  constructor(private readonly document: BpmnDocument) {}

  add(first: BpmnElement, last: BpmnElement, from: Step, to: Step, label: string): void {
    if (from === to) {
      // Within one closed sub-process there is nothing to draw.
      if (from.element !== first.sourceRef || from.element !== last.targetRef) return
      const message = `“${shortened(oneLine(from.element?.name), 80) || from.key}” leads to itself: a touchpoint has no link to itself.`
      this.document.notes.add('skipped', message, first.id)
      return
    }
    const pair = `${from.key}\n${to.key}`
    const isDirect = first === last
    const same = isDirect ? undefined : this.joinedByPair.get(pair)
    if (same) {
      same.label = shortened(joined(same.label ?? '', label), longestLabel) || undefined
      return
    }
    const link: StepLink = {
      key: isDirect ? first.id : `${first.id}>${to.key}`,
      fromKey: from.key,
      toKey: to.key,
      kind: 'sequence',
      ...(label === '' ? {} : { label: shortened(label, longestLabel) }),
      from,
      to,
    }
    this.all.push(link)
    if (!isDirect) this.joinedByPair.set(pair, link)
    if (from.pool === to.pool) return
    if (link.label) link.passes = link.label
    const message = `A sequence flow leads from “${from.pool.name}” to “${to.pool.name}”: between two parties it is a handoff.`
    this.document.notes.add('changed', message, first.id)
  }
}

const longestLabel = 300

function joined(one: string, other: string): string {
  if (one === '' || one === other) return other
  return other === '' ? one : shortened(`${one} / ${other}`, longestLabel)
}

function isPlaced(end: BpmnElement | undefined, { stepOf, dissolved }: Steps): end is BpmnElement {
  return end !== undefined && (stepOf.has(end) || dissolved.has(end))
}

function noteDangling(flow: BpmnElement, steps: Steps, { notes }: BpmnDocument): void {
  const { sourceRef, targetRef } = flow
  // Flows of a process that is left out as a whole have been told about with it.
  if ((sourceRef || targetRef) && !isPlaced(sourceRef, steps) && !isPlaced(targetRef, steps)) return
  const name = shortened(oneLine(flow.name), 80)
  const missing = isPlaced(sourceRef, steps) ? 'leads to' : 'comes from'
  notes.add(
    'skipped',
    `The sequence flow ${name ? `“${name}”` : 'without a name'} ${missing} nothing: left out.`,
    flow.id,
  )
}
