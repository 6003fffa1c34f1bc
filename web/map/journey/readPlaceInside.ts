import type { Responsibility } from '../../../shared/model/rows.ts'
import { living, type Reading } from './readJourney.ts'

/** Where in an organisation somebody answers for a part. */
export type PlaceInside = Pick<Responsibility, 'department' | 'region'>

/** The department and region behind an owner: as our own row says, else one that was shared with us; null while none does. */
export function readPlaceInside(ownershipId: string, { rows, organisationId }: Reading): PlaceInside | null {
  const said = living(rows.list('responsibility', 'ownershipId', ownershipId)).filter(
    ({ department, region }) => department !== '' || region !== '',
  )
  const row = said.find((one) => one.organisationId === organisationId) ?? said[0]
  return row ? { department: row.department, region: row.region } : null
}
