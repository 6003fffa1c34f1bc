import type { ImportedMap, ImportRefusal, ReadResult } from '../importedMap.ts'
import { ImportNotes } from '../notes.ts'
import { counted, longestName, oneLine, shortened } from '../plainText.ts'
import { layOutSpine, type SpineLink } from '../spine.ts'
import { type BpmnDocument, readDocument } from './bpmnDocument.ts'
import type { BpmnReader } from './bpmnReader.ts'
import { type CanonicalBpmn, canonicalBpmn } from './canonicalBpmn.ts'
import { type PoolLanes, readLanes } from './lanes.ts'
import { readMessages } from './messages.ts'
import type { Pool } from './pool.ts'
import { readPools } from './pools.ts'
import { readSequences, type StepLink } from './sequences.ts'
import { readSteps, type Step } from './steps.ts'
import { describeSteps, type UnplacedTouchpoint } from './touchpoints.ts'
import { leftOutWords } from './vocabulary.ts'

/**
 * Reads a BPMN 2.0 file as a map. Hostile, malformed and foreign files are refused with reason and line, before the
 * given reader sees them; never throws. `fallbackName` is for files that do not name themselves.
 */
export async function readBpmn(
  xml: string,
  reader: BpmnReader,
  fallbackName = 'Imported map',
): Promise<ReadResult> {
  const canonical = canonicalBpmn(xml)
  if ('refusal' in canonical) return { ok: false, refusal: canonical.refusal }
  const notes = new ImportNotes(canonical.lines)
  noteFile(canonical, notes)
  try {
    const { rootElement } = await reader.fromXML(canonical.xml)
    return readMap(readDocument(rootElement, notes), fallbackName)
  } catch (error) {
    return refused({
      code: 'import.malformed',
      message: `The file cannot be read as BPMN 2.0: ${reason(error)}`,
    })
  }
}

function readMap(document: BpmnDocument, fallbackName: string): ReadResult {
  const pools = readPools(document)
  if (pools.pools.length === 0) {
    return refused({
      code: 'import.nothingToImport',
      message: 'The file has no pool and no process with steps.',
    })
  }
  const lanesOf = new Map<Pool, PoolLanes>(pools.pools.map((pool) => [pool, readLanes(pool, document)]))
  const steps = readSteps(pools.pools, lanesOf, document)
  const sequences = readSequences(steps, document)
  if (!sequences) {
    return refused({
      code: 'import.tooManyElements',
      message: 'The gateways of this file are too entangled to follow.',
    })
  }
  const links = [...sequences, ...readMessages(pools, lanesOf, steps, document)]
  const touchpoints = describeSteps(steps, links, document)
  const name = mapName(document) || shortened(oneLine(fallbackName), longestName) || 'Imported map'
  return { ok: true, map: assemble(name, document, pools.pools, lanesOf, steps.all, links, touchpoints) }
}

function assemble(
  name: string,
  document: BpmnDocument,
  pools: Pool[],
  lanesOf: ReadonlyMap<Pool, PoolLanes>,
  steps: Step[],
  links: StepLink[],
  touchpoints: UnplacedTouchpoint[],
): ImportedMap {
  const laneKeyOf = new Map(steps.map(({ key, laneKey }) => [key, laneKey]))
  const positions = steps.map(({ key, element }) => ({
    key,
    position: (element && document.drawing.get(element)?.x) ?? Number.MAX_SAFE_INTEGER,
  }))
  const spine = layOutSpine(positions, spineLinks(steps, links), (key) => laneKeyOf.get(key) ?? '')
  const lanes = pools.flatMap((pool) => lanesOf.get(pool)?.lanes ?? [])
  const handoffs = links.filter(({ from, to }) => from.pool !== to.pool).length
  return {
    name,
    parties: pools.map(({ key, name, assumedName }) => ({ key, name, assumedName })),
    lanes,
    stages: Array.from({ length: spine.stageCount }, (_, index) => ({
      key: `stage.${index + 1}`,
      laneKey: null,
      name: `Part ${index + 1}`,
    })),
    touchpoints: touchpoints.map((touchpoint) => {
      const { stage, order } = spine.placeOf.get(touchpoint.key) ?? { stage: 0, order: 0 }
      return { ...touchpoint, stageKey: `stage.${stage + 1}`, order }
    }),
    links: links.map(({ from: _from, to: _to, ...link }) => ({
      ...link,
      kind: spine.loopBacks.has(link.key) ? 'loopBack' : 'sequence',
    })),
    counts: {
      organisations: pools.length,
      lanes: lanes.length,
      touchpoints: touchpoints.length,
      sequences: links.length - handoffs,
      handoffs,
    },
    notes: document.notes.all(),
  }
}

/** What a sub-process holds, and what may interrupt a task, come after it although no flow says so. */
function spineLinks(steps: Step[], links: StepLink[]): SpineLink[] {
  const stepOf = new Map(steps.map((step) => [step.element, step]))
  const implied = steps.flatMap((step): SpineLink[] => {
    const host = step.element?.attachedToRef
    const before = step.outer ?? (host && stepOf.get(host))
    if (!before) return []
    return [{ key: `${before.key}>${step.key}`, fromKey: before.key, toKey: step.key, isSequence: false }]
  })
  const drawn = links.map(({ key, fromKey, toKey, from, to }) => ({
    key,
    fromKey,
    toKey,
    isSequence: from.pool === to.pool,
  }))
  return [...drawn, ...implied]
}

function mapName({ definitions, collaborations, processes }: BpmnDocument): string {
  const onlyProcess = processes.length === 1 ? processes : []
  const named = [...collaborations, definitions, ...(definitions.diagrams ?? []), ...onlyProcess]
  return shortened(
    named.map((element) => oneLine(element.name)).find((name) => name !== '') ?? '',
    longestName,
  )
}

function noteFile({ foreignNamespace, repeatedIds, leftOut }: CanonicalBpmn, notes: ImportNotes): void {
  if (foreignNamespace !== null) {
    const which =
      foreignNamespace === '' ? 'no namespace' : `the namespace “${shortened(foreignNamespace, 120)}”`
    notes.add('changed', `The file has ${which} instead of BPMN 2.0's: it is read as BPMN 2.0 all the same.`)
  }
  for (const id of repeatedIds) {
    notes.add('warning', `The id “${shortened(id, 60)}” is given more than once: links go to the first.`, id)
  }
  const amounts = new Map<readonly [string, string], number>()
  for (const [element, amount] of leftOut) {
    const words = leftOutWords[element]
    if (words) amounts.set(words, (amounts.get(words) ?? 0) + amount)
  }
  for (const [[one, many], amount] of amounts) {
    notes.add(
      'skipped',
      `Left out, because a journey map has no place for it: ${counted(amount, one, many)}.`,
    )
  }
}

function reason(error: unknown): string {
  return shortened(oneLine(error instanceof Error ? error.message : ''), 200) || 'its structure is unknown.'
}

function refused(refusal: ImportRefusal): ReadResult {
  return { ok: false, refusal }
}
