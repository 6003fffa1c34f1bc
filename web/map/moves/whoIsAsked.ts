import { organisationsDeciding } from '../../../shared/rules/movingTouchpoints.ts'
import type { Ecosystem } from '../../sync/useEcosystem.ts'

/** Names of the organisations whose yes a move of a card into a lane takes, were it ours to propose. */
export function whoIsAsked(
  touchpointId: string,
  laneId: string,
  { rows, organisations, author }: Ecosystem,
): string[] {
  const move = { touchpointId, laneId, addedByOrganisationId: author.organisationId }
  return organisationsDeciding(move, rows).map((id) => organisations.get(id) ?? 'A partner')
}
