import type { RowKind, RowOf } from '../model/rows.ts'

/** Fields by which rows are found; each has an index in the browser's store, and in the database those that edits ask for daily. */
export const lookups = {
  ecosystem: [],
  party: ['heldByOrganisationId', 'stewardOrganisationId'],
  map: [],
  participant: ['mapId', 'organisationId'],
  lane: ['mapId', 'partyId', 'parentLaneId'],
  stage: ['mapId', 'laneId'],
  touchpoint: ['laneId', 'stageId'],
  ownership: ['touchpointId', 'partyId'],
  responsibility: ['ownershipId', 'mapId'],
  link: ['fromTouchpointId', 'toTouchpointId'],
  confirmation: ['linkId'],
  perspective: ['targetId', 'mapId'],
  mark: ['targetId', 'mapId'],
  attributedNote: ['targetId'],
  side: ['touchpointId', 'laneId', 'stageId'],
  move: ['touchpointId', 'laneId', 'stageId'],
  comment: [
    ...(['targetId', 'replyToId', 'mapId', 'markId', 'perspectiveId'] as const),
    ...(['partyId', 'roundId', 'contributionRequestId', 'sessionId', 'stickyId'] as const),
  ],
  round: ['mapId'],
  ballot: ['roundId'],
  vote: ['roundId'],
  contributionRequest: ['mapId'],
  session: ['mapId'],
  sticky: ['sessionId'],
  handover: ['organisationId', 'toOrganisationId'],
} as const satisfies { [K in RowKind]: readonly (keyof RowOf<K>)[] }

export type Lookup<K extends RowKind> = (typeof lookups)[K][number]

/**
 * Synchronous access to the rows its owner may see. A row that is not there and one that is not visible answer alike.
 * Soft-deleted rows are included; callers that want living ones ask a Draft.
 */
export interface RowReader {
  get<K extends RowKind>(kind: K, id: string): RowOf<K> | undefined
  list<K extends RowKind>(kind: K, field: Lookup<K>, value: string): readonly RowOf<K>[]
  /** What an earlier edit of this author changed, as far as the author may see it; for undo. */
  changesOf(edit: EditReference): readonly RowChange[] | undefined
}

export interface EditReference {
  clientId: string
  number: number
}

/** What an edit is found by, in one string. */
export function referenceKey({ clientId, number }: EditReference): string {
  return `${clientId}/${number}`
}

/** What a row is found by, in one string: ids are chosen by clients, and two kinds may have the same. */
export function rowKey({ kind, id }: { kind: RowKind; id: string }): string {
  return `${kind}/${id}`
}

/** One row before and after an edit. `follows` marks what followed from the author's own change. */
export type RowChange<K extends RowKind = RowKind> = {
  [P in K]: { kind: P; id: string; before: RowOf<P> | null; after: RowOf<P>; follows: boolean }
}[K]
