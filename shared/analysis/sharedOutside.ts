// Everything of ours that other organisations can see, object by object, with who they are.
import { isVisible } from '../audience/audience.ts'
import { type AnyRow, type RowKind, rowKinds } from '../model/rows.ts'
import { type WhyOurs, whyOurs } from './ours.ts'
import { keysOfOrganisation } from './partnerView.ts'
import { living, type SeenRows } from './seenRows.ts'
import { aboutIdOf, titleOf } from './sharedTitles.ts'

export interface SharedObject {
  kind: RowKind
  row: AnyRow
  /** Why it counts as ours. */
  why: WhyOurs
  /** Null for what stands on no single map: a party, the ecosystem, an offer to organise it. */
  mapId: string | null
  /** What it is about: a card's or lane's name, or what a handoff passes. */
  title: string
  /** The touchpoint, handoff, lane, stage or map it is about. */
  aboutId: string
  /** Other organisations that see it now. */
  seenByOrganisationIds: string[]
  /** Ours alone to take back, by sharing it with our own organisation only. */
  canWithdraw: boolean
}

/** What we say, what we wrote and what stands in lanes we hold; most widely seen first. */
export function sharedOutside(rows: SeenRows, organisationId: string): SharedObject[] {
  const others = otherOrganisations(rows, organisationId)
  return rowKinds
    .flatMap((kind) => rows.all(kind).flatMap((row) => objectOf(kind, row, { rows, organisationId, others })))
    .sort((left, right) => right.seenByOrganisationIds.length - left.seenByOrganisationIds.length)
}

/** Organisations other than `organisationId` that the viewer knows to see this row, by id. */
export function whoSees(row: AnyRow, rows: SeenRows, organisationId: string): string[] {
  return seenBy(row, otherOrganisations(rows, organisationId))
}

type Keys = ReadonlyMap<string, ReadonlySet<string>>

function otherOrganisations(rows: SeenRows, organisationId: string): Keys {
  const ids = new Set(rows.all('participant').map((row) => row.organisationId))
  ids.delete(organisationId)
  return new Map([...ids].map((id) => [id, keysOfOrganisation(id, rows)]))
}

function seenBy(row: AnyRow, others: Keys): string[] {
  return [...others].filter(([, keys]) => isVisible(row.audience, keys)).map(([id]) => id)
}

interface Looking {
  rows: SeenRows
  organisationId: string
  others: Keys
}

function objectOf(kind: RowKind, row: AnyRow, { rows, organisationId, others }: Looking): SharedObject[] {
  const seenByOrganisationIds = seenBy(row, others)
  if (seenByOrganisationIds.length === 0) return []
  const why = whyOurs(kind, row, organisationId, rows)
  const mapId = mapIdOf(kind, row)
  // What we said is listed also where its map is gone; what stood on the map went with it.
  if (why === null || (why !== 'said' && mapId !== null && !living('map', mapId, rows))) return []
  const title = titleOf(row, rows)
  const aboutId = aboutIdOf(row, rows)
  const canWithdraw = why === 'said' && isWithdrawable(kind, row)
  return [{ kind, row, why, mapId, title, aboutId, seenByOrganisationIds, canWithdraw }]
}

function mapIdOf(kind: RowKind, row: AnyRow): string | null {
  if (kind === 'map') return row.id
  return 'mapId' in row ? row.mapId : null
}

/** A vote that was revealed has been seen, and the other side of a handoff needs our answer. */
function isWithdrawable(kind: RowKind, row: AnyRow): boolean {
  if (kind === 'comment') return 'replyToId' in row && row.replyToId === null
  return kind === 'perspective' || kind === 'mark' || kind === 'responsibility'
}
