// What a row is about, by name and by id, for whoever lists rows of all kinds.
import { nameUnder } from '../comments/standsOn.ts'
import type { AnyRow } from '../model/rows.ts'
import type { SeenRows } from './seenRows.ts'

/** A card's or lane's name, or what a handoff passes. */
export function titleOf(row: AnyRow, rows: SeenRows): string {
  if ('linkId' in row) return passesOf(row.linkId, rows)
  if ('fromTouchpointId' in row)
    return row.passes || `${cardOf(row.fromTouchpointId, rows)} → ${cardOf(row.toTouchpointId, rows)}`
  if ('ownershipId' in row) return cardOf(rows.get('ownership', row.ownershipId)?.touchpointId, rows)
  if ('accountability' in row || 'measure' in row || 'fromStageId' in row)
    return cardOf(row.touchpointId, rows)
  if ('replyToId' in row) return nameUnder(row, rows) || targetOf(row, rows)
  if ('sessionId' in row) return rows.get('session', row.sessionId)?.name ?? ''
  if ('roundId' in row) return rows.get('round', row.roundId)?.name ?? ''
  if ('askedAt' in row) return rows.get('map', row.mapId)?.name ?? ''
  if ('offeredAt' in row) return rows.get('ecosystem', row.ecosystemId)?.name ?? ''
  if ('targetKind' in row) return targetOf(row, rows)
  if ('partyId' in row) return row.name || (rows.get('party', row.partyId)?.name ?? '')
  if ('name' in row) return row.name || ('touchpointId' in row ? cardOf(row.touchpointId, rows) : '')
  return rows.get('map', row.mapId)?.name ?? ''
}

/** The touchpoint, handoff, lane, stage or map it is about. */
export function aboutIdOf(row: AnyRow, rows: SeenRows): string {
  if ('linkId' in row) return row.linkId
  if ('ownershipId' in row) return rows.get('ownership', row.ownershipId)?.touchpointId ?? row.mapId
  if ('accountability' in row || 'measure' in row) return row.touchpointId
  if ('group' in row) return row.touchpointId ?? row.mapId
  if ('touchpointId' in row) return row.touchpointId
  if ('targetId' in row) return row.targetId
  return 'askedAt' in row ? row.mapId : row.id
}

function targetOf(row: Extract<AnyRow, { targetKind: string }>, rows: SeenRows): string {
  if ('unplacedFrom' in row && row.unplacedFrom !== null) return row.unplacedFrom
  if (row.targetKind === 'link') return passesOf(row.targetId, rows)
  const target = rows.get(row.targetKind, row.targetId)
  if (target && 'partyId' in target) return rows.get('party', target.partyId)?.name ?? ''
  return target?.name ?? ''
}

function cardOf(touchpointId: string | undefined, rows: SeenRows): string {
  return (touchpointId && rows.get('touchpoint', touchpointId)?.name) || 'a card that is gone'
}

function passesOf(linkId: string, rows: SeenRows): string {
  return rows.get('link', linkId)?.passes || 'a handoff'
}
