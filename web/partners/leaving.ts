import type { SeenRows } from '../../shared/analysis/seenRows.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'

/** The one edit with which an organisation gives back what it holds and leaves every map. */
export function leaving(rows: SeenRows, organisationId: string): ActionInput[] {
  const held = rows.all('party').filter((party) => party.heldByOrganisationId === organisationId)
  const places = rows
    .all('participant')
    .filter((place) => place.organisationId === organisationId && place.state === 'active')
  return [
    ...held.map(({ id }): ActionInput => ({ type: 'party.release', id })),
    ...places.map(({ id }): ActionInput => ({ type: 'participant.leave', id })),
  ]
}
