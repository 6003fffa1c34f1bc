// Who shapes a map: the convener, and in a lane its keeper.
import type { RowReader } from '../edits/reader.ts'
import type { Author } from './author.ts'
import type { RulesFor } from './rule.ts'
import { isConvener, isHeldByOther, keepsLane, keepsPartyOnMap } from './standing.ts'

export const mapRules: RulesFor<'map' | 'lane' | 'stage'> = {
  map: ({ verb, after }, author, rows) => {
    if (!isConvener(author, after.ecosystemId, rows)) return 'shapeMap'
    const isHeld = rows
      .list('lane', 'mapId', after.id)
      .some((lane) => !lane.deleted && isHeldByOther(author, lane, rows))
    return verb === 'remove' && isHeld ? 'heldLaneStays' : null
  },

  lane: ({ verb, after, before, fields }, author, rows) => {
    const convenes = isConvener(author, after.ecosystemId, rows)
    const keeps = keepsPartyOnMap(author, after.partyId, after.mapId, rows)
    if (verb === 'remove')
      return isHeldByOther(author, after, rows) ? 'heldLaneStays' : convenes || keeps ? null : 'shapeMap'
    if (after.parentLaneId !== null) return keeps ? null : 'editLane'
    if (verb === 'add' && before !== null) return convenes || keeps ? null : 'shapeMap'
    if (verb === 'add' || fields.has('partyId') || fields.has('rank')) return convenes ? null : 'shapeMap'
    return keeps || (convenes && before !== null && !isHeldByOther(author, before, rows)) ? null : 'editLane'
  },

  stage: ({ verb, after }, author, rows) => {
    if (verb === 'remove' && holdsOthersCards(after.id, author, rows)) return 'othersCardsStay'
    if (after.laneId !== null) return keepsLane(author, after.laneId, rows) ? null : 'editLane'
    return isConvener(author, after.ecosystemId, rows) ? null : 'shapeMap'
  },
}

function holdsOthersCards(stageId: string, author: Author, rows: RowReader): boolean {
  const sides = rows.list('side', 'stageId', stageId).filter(({ state }) => state === 'accepted')
  return [...rows.list('touchpoint', 'stageId', stageId), ...sides].some(({ deleted, laneId }) => {
    const isThere = !deleted && rows.get('lane', laneId) !== undefined
    return isThere && !keepsLane(author, laneId, rows)
  })
}
