// One table for each kind of row in shared/model, column for column.
import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import type { Mention } from '../../../shared/model/comment.ts'
import type { Terms } from '../../../shared/model/link.ts'
import type { RowKind } from '../../../shared/model/rows.ts'
import { governedTable } from './governed.ts'

const ref = (name: string) => uuid(name).notNull()
const refOrNone = (name: string) => uuid(name)
const words = (name: string) => text(name).notNull()
const wordsOrNone = (name: string) => text(name)
const list = (name: string) => text(name).array().notNull()
const refs = (name: string) => uuid(name).array().notNull()
const flag = (name: string) => boolean(name).notNull()
const numberOrNone = (name: string) => integer(name)

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
  ['heldByOrganisationId', 'stewardOrganisationId'],
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
  ['mapId', 'organisationId'],
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
  ['mapId', 'partyId', 'parentLaneId'],
)

export const stages = governedTable(
  'stages',
  {
    mapId: ref('map_id'),
    laneId: refOrNone('lane_id'),
    name: words('name'),
    goal: words('goal'),
    rank: words('rank'),
  },
  ['mapId', 'laneId'],
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
    initiatorPartyId: refOrNone('initiator_party_id'),
    channel: wordsOrNone('channel'),
    mode: wordsOrNone('mode'),
    frequency: words('frequency'),
    segments: list('segments'),
    customerRoles: list('customer_roles'),
    customerSees: flag('customer_sees'),
    promisedMinutes: numberOrNone('promised_minutes'),
    experienceStandard: words('experience_standard'),
    review: words('review'),
    state: words('state'),
  },
  ['laneId', 'stageId'],
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
  ['ownershipId'],
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
  ['fromTouchpointId', 'toTouchpointId'],
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
  ['linkId'],
)

export const perspectives = governedTable(
  'perspectives',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    onBehalfOf: words('on_behalf_of'),
    performance: numberOrNone('performance'),
    importanceForPerception: numberOrNone('importance_for_perception'),
    importanceForDecision: numberOrNone('importance_for_decision'),
    importanceForLoyalty: numberOrNone('importance_for_loyalty'),
    experiencedMinutes: numberOrNone('experienced_minutes'),
    emotion: wordsOrNone('emotion'),
    emotionIntensity: numberOrNone('emotion_intensity'),
    desiredEmotion: wordsOrNone('desired_emotion'),
    desiredIntensity: numberOrNone('desired_intensity'),
    behaviour: words('behaviour'),
    verbatims: list('verbatims'),
    statement: words('statement'),
    notes: words('notes'),
    sampleSize: numberOrNone('sample_size'),
    unplacedFrom: wordsOrNone('unplaced_from'),
  },
  ['targetId'],
)

export const marks = governedTable(
  'marks',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    kind: words('kind'),
    statement: words('statement'),
    feltByPartyId: refOrNone('felt_by_party_id'),
    causedByPartyId: refOrNone('caused_by_party_id'),
    unplacedFrom: wordsOrNone('unplaced_from'),
  },
  ['targetId'],
)

export const attributedNotes = governedTable(
  'attributed_notes',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    attributedTo: words('attributed_to'),
    source: words('source'),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
  },
  ['targetId'],
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
  ['touchpointId', 'laneId', 'stageId'],
)

export const comments = governedTable(
  'comments',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    writtenAt: words('written_at'),
    replyToId: refOrNone('reply_to_id'),
    text: words('text'),
    mentions: jsonb('mentions').$type<Mention[]>().notNull(),
    resolved: flag('resolved'),
    unplacedFrom: wordsOrNone('unplaced_from'),
  },
  ['targetId', 'replyToId', 'mapId'],
)

export const rounds = governedTable(
  'rounds',
  {
    mapId: ref('map_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    name: words('name'),
    measures: list('measures'),
    touchpointIds: refs('touchpoint_ids'),
    askedOrganisationIds: refs('asked_organisation_ids'),
    dueOn: wordsOrNone('due_on'),
    state: words('state'),
  },
  ['mapId'],
)

export const ballots = governedTable(
  'ballots',
  {
    mapId: ref('map_id'),
    roundId: ref('round_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    state: words('state'),
    doneAt: wordsOrNone('done_at'),
  },
  ['roundId'],
)

export const votes = governedTable(
  'votes',
  {
    mapId: ref('map_id'),
    roundId: ref('round_id'),
    touchpointId: ref('touchpoint_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    measure: words('measure'),
    score: numberOrNone('score'),
    reason: words('reason'),
  },
  ['roundId'],
)

export const contributionRequests = governedTable(
  'contribution_requests',
  {
    mapId: ref('map_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    askedAt: words('asked_at'),
    askedOrganisationId: ref('asked_organisation_id'),
    department: words('department'),
    laneId: refOrNone('lane_id'),
    stageId: refOrNone('stage_id'),
    touchpointIds: refs('touchpoint_ids'),
    text: words('text'),
    dueOn: wordsOrNone('due_on'),
    state: words('state'),
    answer: words('answer'),
  },
  ['mapId'],
)

export const coMappingSessions = governedTable(
  'co_mapping_sessions',
  {
    mapId: ref('map_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    name: words('name'),
    question: words('question'),
    startedAt: words('started_at'),
    state: words('state'),
  },
  ['mapId'],
)

export const stickies = governedTable(
  'stickies',
  {
    mapId: ref('map_id'),
    sessionId: ref('session_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    text: words('text'),
    group: words('group'),
    rank: words('rank'),
    touchpointId: refOrNone('touchpoint_id'),
  },
  ['sessionId'],
)

export const handovers = governedTable(
  'handovers',
  {
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    offeredAt: words('offered_at'),
    toOrganisationId: ref('to_organisation_id'),
    state: words('state'),
  },
  ['organisationId', 'toOrganisationId'],
)

/** Table of each kind of row. */
export const tables = {
  ecosystem: ecosystems,
  party: parties,
  map: maps,
  participant: participants,
  lane: lanes,
  stage: stages,
  touchpoint: touchpoints,
  ownership: ownerships,
  responsibility: responsibilities,
  link: links,
  confirmation: confirmations,
  perspective: perspectives,
  mark: marks,
  attributedNote: attributedNotes,
  side: sides,
  comment: comments,
  round: rounds,
  ballot: ballots,
  vote: votes,
  contributionRequest: contributionRequests,
  session: coMappingSessions,
  sticky: stickies,
  handover: handovers,
} satisfies Record<RowKind, unknown>
