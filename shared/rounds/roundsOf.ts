// The rounds a viewer sees, sorted by what they ask of the viewer.
import { living, type SeenRows } from '../analysis/seenRows.ts'
import type { Viewer } from '../audience/audience.ts'
import type { Round } from '../model/rows.ts'
import type { Author } from '../rules/author.ts'
import { awaitedOrganisations, ballotOf, facilitates } from './standing.ts'

export interface RoundsInSight {
  /** Asked, not answered to the end. */
  toAnswer: Round[]
  /** Facilitated by the viewer, everybody asked is done. */
  toReveal: Round[]
  /** Open, and nothing to do for the viewer but wait. */
  waiting: Round[]
  revealed: Round[]
  cancelled: Round[]
}

/** Rounds on living maps; the soonest due first, then by name. */
export function roundsOf(rows: SeenRows, author: Author): RoundsInSight {
  const found: RoundsInSight = { toAnswer: [], toReveal: [], waiting: [], revealed: [], cancelled: [] }
  const all = rows.all('round').filter((round) => living('map', round.mapId, rows))
  for (const round of all.toSorted(byDue)) found[placeOf(round, rows, author)].push(round)
  return found
}

/** Revealed rounds that rated a touchpoint. */
export function roundsThatRated(touchpointId: string, rows: SeenRows): Round[] {
  return rows
    .all('round')
    .filter((round) => round.state === 'revealed' && round.touchpointIds.includes(touchpointId))
    .toSorted(byDue)
}

/** Open rounds that ask about a touchpoint. */
export function roundsThatAsk(touchpointId: string, rows: SeenRows): Round[] {
  return rows
    .all('round')
    .filter((round) => round.state === 'open' && round.touchpointIds.includes(touchpointId))
    .toSorted(byDue)
}

/** True while the viewer's answers are asked for and not done; whom a colleague answers for, or has not named, is not waited for. */
export function isAwaitedFrom(viewer: Viewer, round: Round, rows: SeenRows): boolean {
  if (round.state !== 'open' || !round.askedOrganisationIds.includes(viewer.organisationId)) return false
  const ballots = rows.list('ballot', 'roundId', round.id)
  const own = ballotOf(viewer, ballots)
  if (own) return own.state !== 'done'
  return !ballots.some((ballot) => !ballot.deleted && ballot.organisationId === viewer.organisationId)
}

function placeOf(round: Round, rows: SeenRows, author: Author): keyof RoundsInSight {
  if (round.state !== 'open') return round.state
  if (author.role !== 'viewer' && isAwaitedFrom(author, round, rows)) return 'toAnswer'
  const awaited = awaitedOrganisations(round, rows.list('ballot', 'roundId', round.id))
  return facilitates(author, round) && awaited.length === 0 ? 'toReveal' : 'waiting'
}

function byDue(left: Round, right: Round): number {
  const [one, other] = [left.dueOn ?? '9999', right.dueOn ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return left.name < right.name ? -1 : 1
}
