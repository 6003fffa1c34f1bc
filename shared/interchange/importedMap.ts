/** What a reader of a foreign file says it found, before anything of it becomes rows. Keys are only unique within one file. */
export interface ImportedMap {
  name: string
  /** `assumedName`: the file gave none, so a plain one was made up. */
  parties: ImportedParty[]
  /** One per party without named lanes, and every named leaf lane of the others. */
  lanes: ImportedLane[]
  /** The map's shared spine, in order. `laneKey` names the lane when a stage is that lane's own. */
  stages: ImportedStage[]
  touchpoints: ImportedTouchpoint[]
  links: ImportedLink[]
  counts: ImportCounts
  notes: ImportNote[]
}

export interface ImportedParty {
  key: string
  name: string
  assumedName: boolean
}

/** `parentKey` is null unless the parent is itself one of the lanes. */
export interface ImportedLane {
  key: string
  partyKey: string
  name: string
  parentKey: string | null
}

export interface ImportedStage {
  key: string
  laneKey: string | null
  name: string
}

export type ImportedTouchpointKind = 'communication' | 'action' | 'trigger' | 'decision' | 'exit'

/** `order` counts from 0 within the touchpoint's lane and stage. */
export interface ImportedTouchpoint {
  key: string
  laneKey: string
  stageKey: string
  name: string
  kind: ImportedTouchpointKind
  description?: string
  order: number
}

/** A handoff is, as everywhere, a link whose lanes belong to two parties; `passes` is what goes along it. */
export interface ImportedLink {
  key: string
  fromKey: string
  toKey: string
  kind: 'sequence' | 'loopBack'
  passes?: string
  label?: string
}

export interface ImportCounts {
  organisations: number
  lanes: number
  touchpoints: number
  sequences: number
  handoffs: number
}

/** `element` is the id or name in the file, `line` counts from 1. */
export interface ImportNote {
  level: 'merged' | 'skipped' | 'changed' | 'warning'
  message: string
  element?: string
  line?: number
}

export interface ImportRefusal {
  code: ImportRefusalCode
  /** One sentence for the person who chose the file. */
  message: string
  line?: number
}

export type ImportRefusalCode =
  | 'import.empty'
  | 'import.tooLarge'
  | 'import.tooDeep'
  | 'import.tooManyElements'
  | 'import.tooSlow'
  | 'import.unsafe'
  | 'import.notXml'
  | 'import.malformed'
  | 'import.wrongFormat'
  | 'import.nothingToImport'

export type ReadResult = { ok: true; map: ImportedMap } | { ok: false; refusal: ImportRefusal }
