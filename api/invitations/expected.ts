import type { ExpectedAnswer } from '../../shared/invitations/invitations.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'
import type { AccountServices } from '../accounts/services.ts'
import type { ActingViewer } from '../accounts/signedIn.ts'
import { requirePlace } from '../ecosystems/queries.ts'
import { RowsOnDemand } from '../edits/rowsOnDemand.ts'
import { readAcceptable } from './pendingInvitations.ts'

/**
 * Who is invited to maps of the viewer and has not come yet, by the party it would hold: whoever shares something there
 * shares it with them too. To whom the invitation went, and by whom, is for those who may invite.
 */
export async function listExpected(
  { door, clock }: AccountServices,
  viewer: ActingViewer,
  ecosystemId: string,
): Promise<ExpectedAnswer[]> {
  await requirePlace(door, viewer, ecosystemId)
  const all = await door.asSystem('list who is expected', (tx) => readAcceptable(tx, clock(), ecosystemId))
  return door.asViewer(viewer, async (tx) => {
    const rows = new RowsOnDemand(tx, ecosystemId)
    return rows.run(() =>
      all.flatMap(({ partyId, mapIds }) => {
        const own = mapIds.filter((mapId) => activeOrganisations(mapId, rows).includes(viewer.organisationId))
        return own.length > 0 ? [{ party: rows.get('party', partyId)?.name ?? '', mapIds: own }] : []
      }),
    )
  })
}
