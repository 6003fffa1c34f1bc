import { organisationKey } from '../audience/audience.ts'
import type { Draft } from '../edits/draft.ts'
import type { AnyRow, Round, RowKind, RowOf } from '../model/rows.ts'

/**
 * Who leaves a map is no longer asked there: what others revealed goes out of its sight, what it revealed stays, and what
 * its people had not revealed stays theirs. A round not revealed yet that it facilitated, or that asks nobody else, is called off.
 */
export function leaveRounds(mapId: string, organisationId: string, draft: Draft): void {
  for (const round of draft.list('round', 'mapId', mapId)) {
    for (const kind of ['ballot', 'vote'] as const)
      for (const row of draft.list(kind, 'roundId', round.id)) hide(kind, row, organisationId, draft)
    leaveRound(round, organisationId, draft)
  }
}

function leaveRound(round: Round, organisationId: string, draft: Draft): void {
  const others = round.askedOrganisationIds.filter((id) => id !== organisationId)
  const expected = round.expected.filter((one) => one.organisationId !== organisationId)
  const isOver = round.organisationId === organisationId || others.length === 0
  if (round.state === 'revealed') hide('round', round, organisationId, draft)
  else if (isOver) hide('round', { ...round, state: 'cancelled' }, organisationId, draft)
  else hide('round', { ...round, askedOrganisationIds: others, expected }, organisationId, draft)
}

/** Its own rows stay in its sight. */
function hide<K extends RowKind>(
  kind: K,
  row: RowOf<K> & AnyRow & { organisationId: string },
  organisationId: string,
  draft: Draft,
): void {
  const key = organisationKey(organisationId)
  const isOwn = row.organisationId === organisationId
  const audience = isOwn ? row.audience : row.audience.filter((other) => other !== key)
  draft.put(kind, { ...row, audience }, true)
}
