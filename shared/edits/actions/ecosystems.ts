import { z } from 'zod'
import { organisationKey } from '../../audience/audience.ts'
import { id, line, name } from '../../model/fields.ts'
import type { Participant, Party } from '../../model/rows.ts'
import { Refusal } from '../refusal.ts'
import { addRow, changeRow, changing, defineAction, type Making } from './action.ts'

const settable = { name, goal: line }

export const ecosystemActions = [
  defineAction(
    z.strictObject({ type: z.literal('ecosystem.add'), id, ...settable, demo: z.boolean().default(false) }),
    ({ type: _, id: rowId, ...content }, making) => {
      addRow('ecosystem', rowId, { ...content, convenerOrganisationId: making.author.organisationId }, making)
    },
  ),
  defineAction(changing('ecosystem.change', settable), (action, making) => {
    changeRow('ecosystem', making.draft.need('ecosystem', action.id), action.fields, making)
  }),
  /**
   * Another organisation organises from now on: it takes part in every map, as an organiser does, and keeps the parties with
   * lanes that the one before it kept. `places` gives ids to the places it does not have yet.
   */
  defineAction(
    z.strictObject({
      type: z.literal('ecosystem.handOver'),
      organisationId: id,
      places: z
        .array(z.strictObject({ id, mapId: id }))
        .max(1_000)
        .default([]),
    }),
    ({ organisationId, places: newPlaces }, making) => {
      const { draft, author, ecosystemId } = making
      const ecosystem = draft.need('ecosystem', ecosystemId)
      const takesPart = (row: Participant) => row.state === 'active'
      const places = draft.list('participant', 'organisationId', organisationId)
      if (organisationId === ecosystem.convenerOrganisationId || !places.some(takesPart))
        throw new Refusal('edit.invalid', 'Hand over to an organisation that takes part.', 'organisationId')
      const own = draft.list('participant', 'organisationId', author.organisationId).filter(takesPart)
      changeRow('ecosystem', ecosystem, { convenerOrganisationId: organisationId }, making)
      for (const { mapId } of own) {
        const earlier = places.find((row) => row.mapId === mapId)
        const named = newPlaces.find((place) => place.mapId === mapId)
        if (earlier) changeRow('participant', earlier, { state: 'active' }, making, true)
        else if (named) addPlace(named, organisationId, making)
        else throw new Refusal('edit.invalid', 'Name its place on every map it is not on yet.', 'places')
      }
      for (const party of keptParties(own, making)) {
        const audience = [...new Set([...party.audience, organisationKey(organisationId)])]
        changeRow('party', party, { stewardOrganisationId: organisationId, audience }, making, true)
      }
    },
  ),
] as const

function addPlace(
  { id: placeId, mapId }: { id: string; mapId: string },
  organisationId: string,
  making: Making,
) {
  addRow('participant', placeId, { mapId, organisationId, state: 'active' }, making, true)
}

function keptParties(places: readonly Participant[], { draft, author }: Making): Party[] {
  const parties = places
    .flatMap(({ mapId }) => draft.list('lane', 'mapId', mapId))
    .flatMap(({ partyId }) => draft.get('party', partyId) ?? [])
    .filter((party) => party.stewardOrganisationId === author.organisationId && !party.deleted)
  return [...new Map(parties.map((party) => [party.id, party])).values()]
}
