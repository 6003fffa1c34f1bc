import type { Round } from '../../shared/model/rows.ts'
import { organisationsOfRound } from '../../shared/rounds/roundAudience.ts'
import { activeOrganisations } from '../../shared/rules/standing.ts'
import { onMap } from '../partners/leftMarks.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { listNames } from './roundWords.ts'

/** Names for the sentences about a round. */
export function namesOfRound(ecosystem: Ecosystem, round: Round) {
  const { organisations, rows } = onMap(ecosystem, round.mapId)
  const nameOf = (organisationId: string) =>
    organisations.get(organisationId) ?? 'An organisation that has left'
  const ballots = rows.list('ballot', 'roundId', round.id).filter(({ deleted }) => !deleted)
  const active = activeOrganisations(round.mapId, rows)
  return {
    nameOf,
    hasLeft: (organisationId: string) => !active.includes(organisationId),
    facilitator: nameOf(round.organisationId),
    asked: listNames(round.askedOrganisationIds.map(nameOf)),
    /** Who sees the result. */
    all: listNames(organisationsOfRound(round).map(nameOf)),
    personOf: (who: { personId: string; organisationId: string }) =>
      ballots.find((one) => one.personId === who.personId && one.organisationId === who.organisationId)
        ?.authorName ?? '',
    cardOf: (touchpointId: string) => {
      const card = rows.get('touchpoint', touchpointId)
      return card && !card.deleted ? card.name : 'A card that is gone'
    },
  }
}
