// With whom an organisation shares a row of its own.
import { z } from 'zod'
import { mapKey, organisationKey } from '../../audience/audience.ts'
import { id } from '../../model/fields.ts'
import { activeOrganisations } from '../../rules/standing.ts'
import { Refusal } from '../refusal.ts'
import type { Making } from './action.ts'

/** Only our own organisation, the whole map, or named organisations of it beside our own. */
export const sharing = z.union([
  z.literal('organisation'),
  z.literal('map'),
  z.strictObject({ organisationIds: z.array(id).min(1).max(100) }),
])
export type Sharing = z.infer<typeof sharing>

/** @throws Refusal when a named organisation takes no part in the map. */
export function audienceOf(
  choice: Sharing,
  row: { mapId: string; organisationId: string },
  { draft }: Making,
): string[] {
  const own = organisationKey(row.organisationId)
  if (choice === 'organisation') return [own]
  if (choice === 'map') return [own, mapKey(row.mapId)]
  const active = activeOrganisations(row.mapId, draft)
  const stranger = choice.organisationIds.find((organisationId) => !active.includes(organisationId))
  if (stranger)
    throw new Refusal(
      'edit.invalid',
      'Share with organisations that take part in this map.',
      'with.organisationIds',
    )
  return [...new Set([own, ...choice.organisationIds.map(organisationKey)])]
}
