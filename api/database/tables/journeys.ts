// Tables of what stands on maps: chain, lanes, cards and what passes between them.
import { jsonb } from 'drizzle-orm/pg-core'
import { lookups } from '../../../shared/edits/reader.ts'
import type { TouchpointDocument } from '../../../shared/model/documents.ts'
import type { Terms } from '../../../shared/model/link.ts'
import { flag, flagOrNone, list, numberOrNone, ref, refOrNone, refs, words, wordsOrNone } from './columns.ts'
import { governedTable } from './governed.ts'

const terms = {
  passes: words('passes'),
  channel: wordsOrNone('channel'),
  trigger: words('trigger'),
  expectedMinutes: numberOrNone('expected_minutes'),
  acceptance: words('acceptance'),
}

export const ecosystems = governedTable('ecosystems', {
  name: words('name'),
  goal: words('goal'),
  convenerOrganisationId: ref('convener_organisation_id'),
  demo: flag('demo'),
})

export const parties = governedTable(
  'parties',
  {
    name: words('name'),
    kind: words('kind'),
    tier: numberOrNone('tier'),
    heldByOrganisationId: refOrNone('held_by_organisation_id'),
    stewardOrganisationId: ref('steward_organisation_id'),
  },
  lookups.party,
)

export const maps = governedTable(
  'maps',
  {
    name: words('name'),
    framework: words('framework'),
    state: words('state'),
    objective: words('objective'),
    success: words('success'),
    scope: words('scope'),
    parentTouchpointId: refOrNone('parent_touchpoint_id'),
    rank: words('rank'),
  },
  [],
  { namesKeys: true },
)

export const participants = governedTable(
  'participants',
  {
    mapId: ref('map_id'),
    organisationId: ref('organisation_id'),
    state: words('state'),
    mayInvite: flag('may_invite'),
  },
  lookups.participant,
)

export const lanes = governedTable(
  'lanes',
  {
    mapId: ref('map_id'),
    partyId: ref('party_id'),
    parentLaneId: refOrNone('parent_lane_id'),
    name: words('name'),
    nature: words('nature'),
    ownStages: flag('own_stages'),
    rank: words('rank'),
  },
  lookups.lane,
)

export const stages = governedTable(
  'stages',
  {
    mapId: ref('map_id'),
    laneId: refOrNone('lane_id'),
    name: words('name'),
    goal: words('goal'),
    recurs: flag('recurs').default(false),
    frequency: words('frequency').default(''),
    rank: words('rank'),
  },
  lookups.stage,
)

export const touchpoints = governedTable(
  'touchpoints',
  {
    mapId: ref('map_id'),
    laneId: ref('lane_id'),
    stageId: ref('stage_id'),
    rank: words('rank'),
    column: numberOrNone('column'),
    kind: words('kind'),
    name: words('name'),
    description: words('description'),
    purpose: words('purpose'),
    documents: jsonb('documents').$type<TouchpointDocument[]>().notNull().default([]),
    initiatorPartyId: refOrNone('initiator_party_id'),
    channel: wordsOrNone('channel'),
    mode: wordsOrNone('mode'),
    frequency: words('frequency'),
    layer: wordsOrNone('layer'),
    segments: list('segments'),
    customerRoles: list('customer_roles'),
    customerSees: flag('customer_sees'),
    promisedMinutes: numberOrNone('promised_minutes'),
    experienceStandard: words('experience_standard'),
    options: list('options').default([]),
    criteria: list('criteria').default([]),
    reasons: list('reasons').default([]),
    leavers: numberOrNone('leavers'),
    leaversPer: words('leavers_per').default('year'),
    review: words('review'),
    state: words('state'),
  },
  lookups.touchpoint,
)

export const sides = governedTable(
  'sides',
  {
    mapId: ref('map_id'),
    touchpointId: ref('touchpoint_id'),
    laneId: ref('lane_id'),
    stageId: ref('stage_id'),
    rank: words('rank'),
    column: numberOrNone('column'),
    name: words('name'),
    state: words('state'),
  },
  lookups.side,
)

export const moves = governedTable(
  'moves',
  {
    mapId: ref('map_id'),
    touchpointId: ref('touchpoint_id'),
    laneId: ref('lane_id'),
    stageId: ref('stage_id'),
    rank: words('rank'),
    customerSees: flagOrNone('customer_sees'),
    fromLaneId: ref('from_lane_id'),
    fromStageId: ref('from_stage_id'),
    agreedOrganisationIds: refs('agreed_organisation_ids'),
    state: words('state'),
  },
  lookups.move,
)

export const ownerships = governedTable(
  'ownerships',
  {
    mapId: ref('map_id'),
    touchpointId: ref('touchpoint_id'),
    partyId: ref('party_id'),
    accountability: words('accountability'),
    state: words('state'),
  },
  // By party they are looked up only when one is removed.
  ['touchpointId'],
)

export const responsibilities = governedTable(
  'responsibilities',
  {
    mapId: ref('map_id'),
    ownershipId: ref('ownership_id'),
    organisationId: ref('organisation_id'),
    department: words('department'),
    region: words('region'),
    person: words('person'),
  },
  lookups.responsibility,
)

export const links = governedTable(
  'links',
  {
    mapId: ref('map_id'),
    fromTouchpointId: ref('from_touchpoint_id'),
    toTouchpointId: ref('to_touchpoint_id'),
    kind: words('kind'),
    state: words('state'),
    ...terms,
  },
  lookups.link,
)

export const confirmations = governedTable(
  'confirmations',
  {
    mapId: ref('map_id'),
    linkId: ref('link_id'),
    partyId: ref('party_id'),
    organisationId: ref('organisation_id'),
    state: words('state'),
    termsHash: words('terms_hash'),
    terms: jsonb('terms').$type<Terms>().notNull(),
    note: words('note'),
  },
  lookups.confirmation,
)
