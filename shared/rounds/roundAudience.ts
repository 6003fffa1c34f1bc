import { type AudienceKey, organisationKey } from '../audience/audience.ts'
import type { ContentOf } from '../model/rows.ts'

type Asking = Pick<ContentOf<'round'>, 'organisationId' | 'askedOrganisationIds'>

/** The organisations of a round: the one that facilitates it and those it asks. They see its result, and nobody else. */
export function organisationsOfRound({ organisationId, askedOrganisationIds }: Asking): string[] {
  return [...new Set([organisationId, ...askedOrganisationIds])]
}

/** Whom a round and, after its reveal, its votes are for. */
export function roundAudience(round: Asking): AudienceKey[] {
  return organisationsOfRound(round).map(organisationKey)
}
