import type { ContentOf, RowKind } from '../model/rows.ts'
import { roundAudience } from '../rounds/roundAudience.ts'
import { type AudienceKey, ecosystemKey, mapKey, organisationKey, personKey } from './audience.ts'

interface RowIds {
  id: string
  ecosystemId: string
}
type DefaultAudience = {
  [K in RowKind]: (content: ContentOf<K>, ids: RowIds) => AudienceKey[]
}

const wholeMap = (content: { mapId: string }) => [mapKey(content.mapId)]
const ownPerson = (content: { personId: string }) => [personKey(content.personId)]
const ownOrganisation = (content: { organisationId: string }) => [organisationKey(content.organisationId)]

/** Who sees a new row of each kind before anyone shares it further (DESIGN: where a field lives). */
export const defaultAudience: DefaultAudience = {
  ecosystem: (_content, ids) => [ecosystemKey(ids.ecosystemId)],
  party: (content) => [organisationKey(content.heldByOrganisationId ?? content.stewardOrganisationId)],
  map: (_content, ids) => [mapKey(ids.id)],
  participant: (content) => [organisationKey(content.organisationId), mapKey(content.mapId)],
  lane: wholeMap,
  stage: wholeMap,
  touchpoint: wholeMap,
  ownership: wholeMap,
  link: wholeMap,
  confirmation: wholeMap,
  mark: ownOrganisation,
  perspective: ownOrganisation,
  responsibility: ownOrganisation,
  attributedNote: ownOrganisation,
  side: wholeMap,
  move: wholeMap,
  comment: ownOrganisation,
  round: roundAudience,
  ballot: ownOrganisation,
  vote: ownPerson,
  contributionRequest: (content) =>
    [content.organisationId, content.askedOrganisationId].map(organisationKey),
  session: wholeMap,
  sticky: wholeMap,
  handover: (content) => [content.organisationId, content.toOrganisationId].map(organisationKey),
}
