// Everything of ours that other organisations can see, object by object, with who they are.
import { isVisible } from '../audience/audience.ts'
import type { AnyRow, RowKind } from '../model/rows.ts'
import { keysOfOrganisation } from './partnerView.ts'
import { living, onMaps, type SeenRows } from './seenRows.ts'

export interface SharedObject {
  kind: RowKind
  row: AnyRow
  mapId: string
  /** What it is about: a card's or lane's name, or what a handoff passes. */
  title: string
  /** The touchpoint, handoff, lane, stage or map it is about. */
  aboutId: string
  /** Other organisations that see it now. */
  seenByOrganisationIds: string[]
  /** Ours alone to take back, by sharing it with our own organisation only. */
  canWithdraw: boolean
}

/** What an organisation says, by the kind of row it is said in. */
const said = [
  'perspective',
  'mark',
  'responsibility',
  'comment',
  'vote',
  'confirmation',
  'attributedNote',
  'contributionRequest',
] as const

/** What we say of anything, and the cards of lanes we hold; most widely seen first. */
export function sharedOutside(rows: SeenRows, organisationId: string): SharedObject[] {
  const others = otherOrganisations(rows, organisationId)
  const ours = said.flatMap((kind) =>
    (rows.all(kind) as (AnyRow & { mapId: string; organisationId: string })[])
      .filter((row) => row.organisationId === organisationId)
      .map((row) => objectOf(kind, row, rows)),
  )
  const cards = onMaps('touchpoint', rows)
    .filter((row) => holderOf(row.laneId, rows) === organisationId)
    .map((row) => objectOf('touchpoint', row, rows))
  return [...ours, ...cards]
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

/** A vote that was revealed has been seen, and the other side of a handoff needs our answer. */
function canWithdraw(kind: RowKind, row: AnyRow): boolean {
  if (kind === 'comment') return 'replyToId' in row && row.replyToId === null
  return kind === 'perspective' || kind === 'mark' || kind === 'responsibility'
}

function objectOf(
  kind: RowKind,
  row: AnyRow & { mapId: string },
  rows: SeenRows,
): Omit<SharedObject, 'seenByOrganisationIds'> {
  const title = titleOf(row, rows)
  const aboutId = aboutIdOf(row, rows)
  return { kind, row, mapId: row.mapId, title, aboutId, canWithdraw: canWithdraw(kind, row) }
}

function aboutIdOf(row: AnyRow & { mapId: string }, rows: SeenRows): string {
  if ('linkId' in row) return row.linkId
  if ('ownershipId' in row) return rows.get('ownership', row.ownershipId)?.touchpointId ?? row.mapId
  if ('measure' in row) return row.touchpointId
  if ('targetId' in row) return row.targetId
  return 'askedAt' in row ? row.mapId : row.id
}

function titleOf(row: AnyRow, rows: SeenRows): string {
  if ('linkId' in row) return passesOf(row.linkId, rows)
  if ('ownershipId' in row) {
    const ownership = rows.get('ownership', row.ownershipId)
    return (ownership && rows.get('touchpoint', ownership.touchpointId)?.name) ?? ''
  }
  if ('measure' in row) return rows.get('touchpoint', row.touchpointId)?.name ?? 'a card that is gone'
  if ('askedAt' in row) return rows.get('map', row.mapId)?.name ?? ''
  if ('targetKind' in row) {
    if ('unplacedFrom' in row && row.unplacedFrom !== null) return row.unplacedFrom
    if (row.targetKind === 'link') return passesOf(row.targetId, rows)
    const target = rows.get(row.targetKind, row.targetId)
    if (target && 'partyId' in target) return rows.get('party', target.partyId)?.name ?? ''
    return target?.name ?? ''
  }
  return 'name' in row ? row.name : ''
}

function passesOf(linkId: string, rows: SeenRows): string {
  return rows.get('link', linkId)?.passes || 'a handoff'
}
