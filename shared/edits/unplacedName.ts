import { activeOrganisations } from '../rules/standing.ts'
import type { RowReader } from './reader.ts'

/**
 * What a view or comment keeps as the name of what is gone. Whoever takes no part in the map any more keeps what they
 * wrote, but learns no name that may be newer than their leaving.
 */
export function unplacedName(
  name: string,
  { mapId, organisationId }: { mapId: string; organisationId: string },
  rows: RowReader,
): string {
  return activeOrganisations(mapId, rows).includes(organisationId) ? name : 'something that was deleted'
}
