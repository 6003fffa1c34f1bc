// What organisations ask of each other: cards in its lanes, links at its cards, parts in delivering touchpoints, touchpoints to
// share, other places for touchpoints.
import type { Link, Move, Ownership, Side, Touchpoint } from '../model/rows.ts'
import type { Author } from '../rules/author.ts'
import { type Asking, keepersAsked } from '../rules/keepersAsked.ts'
import { yesStillNeeded } from '../rules/movingTouchpoints.ts'
import { decidesPart, decidesSide, editsAnEnd, keepsLane, keepsPartyOnMap } from '../rules/standing.ts'
import { living, onMaps, type SeenRows } from './seenRows.ts'

interface ProposalPlace {
  mapId: string
  /** The card to show; for a link, the one it starts at. */
  touchpointId: string
  byOrganisationId: string
}

export type Proposal = ProposalPlace &
  (
    | { kind: 'touchpoint'; row: Touchpoint }
    | { kind: 'link'; row: Link }
    /** `toUs`: a touchpoint of theirs is to be shared with a lane of ours; else one of ours with theirs. */
    | { kind: 'side'; row: Side; toUs: boolean }
    | { kind: 'move'; row: Move }
    /** `asks`: they ask us to take a part. `offers`: they offer to take one in a card of ours. */
    | { kind: 'ownership'; row: Ownership; direction: 'asks' | 'offers' }
  )

/** @returns proposals that this organisation may accept or decline */
export function proposalsTo(organisationId: string, rows: SeenRows): Proposal[] {
  const us: Author = { personId: '', organisationId, role: 'editor' }
  const isAsked = (asking: AskingRow) =>
    asking.after.state === 'proposed' && isAskedOf(organisationId, asking, rows)

  const touchpoints = onMaps('touchpoint', rows)
    .filter((row) => isAsked({ kind: 'touchpoint', after: row }) && keepsLane(us, row.laneId, rows))
    .map((row): Proposal => ({ kind: 'touchpoint', row, ...placeOf(row, row.id) }))
  const links = onMaps('link', rows)
    .filter((row) => isAsked({ kind: 'link', after: row }) && editsAnEnd(us, row, rows))
    .map((row): Proposal => ({ kind: 'link', row, ...placeOf(row, row.fromTouchpointId) }))
  const ownerships = onMaps('ownership', rows).flatMap((row): Proposal[] => {
    const direction = directionOf(row, us, rows)
    return direction ? [{ kind: 'ownership', row, direction, ...placeOf(row, row.touchpointId) }] : []
  })
  const sides = onMaps('side', rows)
    .filter((row) => isAsked({ kind: 'side', after: row }) && decidesSide(us, row, rows))
    .map(
      (row): Proposal => ({
        ...{ kind: 'side', row, toUs: keepsLane(us, row.laneId, rows) },
        ...placeOf(row, row.touchpointId),
      }),
    )
  const moves = onMaps('move', rows)
    .filter((row) => row.state === 'proposed' && yesStillNeeded(row, rows).includes(organisationId))
    .map((row): Proposal => ({ kind: 'move', row, ...placeOf(row, row.touchpointId) }))
  return [...touchpoints, ...links, ...sides, ...moves, ...ownerships]
}

/** A proposal of ours, and who may say yes to it. */
export type OwnProposal = Proposal & { askedOrganisationIds: string[] }

/** @returns what this organisation proposed and others have not answered yet */
export function proposalsBy(organisationId: string, rows: SeenRows): OwnProposal[] {
  const us: Author = { personId: '', organisationId, role: 'editor' }
  const isOurs = (row: { state: string; addedByOrganisationId: string }) =>
    row.state === 'proposed' && row.addedByOrganisationId === organisationId
  const asked = (asking: Asking) => ({
    askedOrganisationIds: keepersAsked(asking, rows).filter((id) => id !== organisationId),
  })

  const touchpoints = onMaps('touchpoint', rows)
    .filter(isOurs)
    .map((row): OwnProposal => {
      const kind = 'touchpoint'
      return { kind, row, ...placeOf(row, row.id), ...asked({ kind, after: row }) }
    })
  const links = onMaps('link', rows)
    .filter(isOurs)
    .map((row): OwnProposal => {
      const kind = 'link'
      return { kind, row, ...placeOf(row, row.fromTouchpointId), ...asked({ kind, after: row }) }
    })
  const sides = onMaps('side', rows)
    .filter(isOurs)
    .map((row): OwnProposal => {
      const kind = 'side'
      const toUs = keepsLane(us, row.laneId, rows)
      return { kind, row, toUs, ...placeOf(row, row.touchpointId), ...asked({ kind, after: row }) }
    })
  const ownerships = onMaps('ownership', rows)
    .filter((row) => isOurs(row) && living('touchpoint', row.touchpointId, rows) !== undefined)
    .map((row): OwnProposal => {
      const kind = 'ownership'
      const direction = keepsPartyOnMap(us, row.partyId, row.mapId, rows) ? 'offers' : 'asks'
      return { kind, row, direction, ...placeOf(row, row.touchpointId), ...asked({ kind, after: row }) }
    })
  const moves = onMaps('move', rows)
    .filter(isOurs)
    .map((row): OwnProposal => {
      const askedOrganisationIds = yesStillNeeded(row, rows).filter((id) => id !== organisationId)
      return { kind: 'move', row, ...placeOf(row, row.touchpointId), askedOrganisationIds }
    })
  return [...touchpoints, ...links, ...sides, ...moves, ...ownerships].filter(
    ({ askedOrganisationIds }) => askedOrganisationIds.length > 0,
  )
}

/** Who decides a move says so itself, in movingTouchpoints. */
type AskingRow = Exclude<Asking, { kind: 'move' }>

/** One's own proposal is one's own to decide where nobody else is asked any more, or nobody else was: in an imported copy. */
function isAskedOf(organisationId: string, asking: AskingRow, rows: SeenRows): boolean {
  if (asking.after.addedByOrganisationId !== organisationId) return true
  return keepersAsked(asking, rows).every((id) => id === organisationId)
}

/** An owner that put itself forward waits for the lane's organisation; otherwise the owner is asked. */
function directionOf(row: Ownership, us: Author, rows: SeenRows): 'asks' | 'offers' | null {
  const touchpoint = living('touchpoint', row.touchpointId, rows)
  if (row.state !== 'proposed' || !touchpoint || !decidesPart(us, row, rows)) return null
  if (!isAskedOf(us.organisationId, { kind: 'ownership', after: row }, rows)) return null
  return keepsPartyOnMap(us, row.partyId, row.mapId, rows) ? 'asks' : 'offers'
}

function placeOf(row: Touchpoint | Link | Side | Move | Ownership, touchpointId: string): ProposalPlace {
  return { mapId: row.mapId, touchpointId, byOrganisationId: row.addedByOrganisationId }
}
