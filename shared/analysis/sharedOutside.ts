// Everything of ours that other organisations can see, object by object, with who they are.
import { isVisible } from '../audience/audience.ts'
import type { AnyRow, RowKind, RowOf } from '../model/rows.ts'
import { keysOfOrganisation } from './partnerView.ts'
import { living, onMaps, type SeenRows } from './seenRows.ts'

export interface SharedObject {
  kind: RowKind
  row: AnyRow
  mapId: string
  /** What it is about: a card's or lane's name, or what a handoff passes. */
  title: string
  /** Other organisations that see it now. */
  seenByOrganisationIds: string[]
  /** Ours alone to take back, by sharing it with our own organisation only. */
  canWithdraw: boolean
}

/** Views, marks, people and signatures of ours, and the cards of lanes we hold; most widely seen first. */
export function sharedOutside(rows: SeenRows, organisationId: string): SharedObject[] {
  const others = otherOrganisations(rows, organisationId)
  const isOwn = (row: { organisationId: string }) => row.organisationId === organisationId
  const objects = [
    ...rows
      .all('perspective')
      .filter(isOwn)
      .map((row) => objectOf('perspective', row, rows)),
    ...rows
      .all('mark')
      .filter(isOwn)
      .map((row) => objectOf('mark', row, rows)),
    ...rows
      .all('responsibility')
      .filter(isOwn)
      .map((row) => objectOf('responsibility', row, rows)),
    ...rows
      .all('confirmation')
      .filter(isOwn)
      .map((row) => objectOf('confirmation', row, rows)),
    ...onMaps('touchpoint', rows)
      .filter((row) => holderOf(row.laneId, rows) === organisationId)
      .map((row) => objectOf('touchpoint', row, rows)),
  ]
  return objects
    .map((object) => ({ ...object, seenByOrganisationIds: seenBy(object.row, others) }))
    .filter((object) => object.seenByOrganisationIds.length > 0)
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

function holderOf(laneId: string, rows: SeenRows): string | null {
  const lane = living('lane', laneId, rows)
  return (lane && living('party', lane.partyId, rows)?.heldByOrganisationId) ?? null
}

const withdrawable: readonly RowKind[] = ['perspective', 'mark', 'responsibility']

function objectOf<K extends 'perspective' | 'mark' | 'responsibility' | 'confirmation' | 'touchpoint'>(
  kind: K,
  row: RowOf<K>,
  rows: SeenRows,
): Omit<SharedObject, 'seenByOrganisationIds'> {
  const whole = row as unknown as AnyRow
  const title = titleOf(whole, rows)
  return { kind, row: whole, mapId: row.mapId, title, canWithdraw: withdrawable.includes(kind) }
}

function titleOf(row: AnyRow, rows: SeenRows): string {
  if ('linkId' in row) return rows.get('link', row.linkId)?.passes || 'a handoff'
  if ('ownershipId' in row) {
    const ownership = rows.get('ownership', row.ownershipId)
    return (ownership && rows.get('touchpoint', ownership.touchpointId)?.name) ?? ''
  }
  if ('targetKind' in row) {
    if ('unplacedFrom' in row && row.unplacedFrom !== null) return row.unplacedFrom
    if (row.targetKind === 'touchpoint') return rows.get('touchpoint', row.targetId)?.name ?? ''
    return rows.get('link', row.targetId)?.passes || 'a handoff'
  }
  return 'name' in row ? row.name : ''
}
