// Tables of working together: talk, blind rounds, requests, sessions, handing over.
import { jsonb } from 'drizzle-orm/pg-core'
import { lookups } from '../../../shared/edits/reader.ts'
import type { Mention } from '../../../shared/model/comment.ts'
import type { Round } from '../../../shared/model/rows.ts'
import { flag, list, numberOrNone, ref, refOrNone, refs, words, wordsOrNone } from './columns.ts'
import { governedTable } from './governed.ts'

export const comments = governedTable(
  'comments',
  {
    mapId: ref('map_id'),
    targetKind: words('target_kind'),
    targetId: ref('target_id'),
    markId: refOrNone('mark_id'),
    perspectiveId: refOrNone('perspective_id'),
    partyId: refOrNone('party_id'),
    roundId: refOrNone('round_id'),
    contributionRequestId: refOrNone('contribution_request_id'),
    sessionId: refOrNone('session_id'),
    stickyId: refOrNone('sticky_id'),
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
  lookups.comment,
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
    expected: jsonb('expected').$type<Round['expected']>().notNull().default([]),
    dueOn: wordsOrNone('due_on'),
    state: words('state'),
  },
  lookups.round,
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
  lookups.ballot,
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
  lookups.vote,
)

export const contributionRequests = governedTable(
  'contribution_requests',
  {
    mapId: ref('map_id'),
    organisationId: ref('organisation_id'),
    personId: ref('person_id'),
    authorName: words('author_name'),
    askedAt: words('asked_at'),
    remindedAt: wordsOrNone('reminded_at'),
    askedOrganisationId: ref('asked_organisation_id'),
    department: words('department'),
    askedPersonId: refOrNone('asked_person_id'),
    laneId: refOrNone('lane_id'),
    stageId: refOrNone('stage_id'),
    touchpointIds: refs('touchpoint_ids'),
    text: words('text'),
    dueOn: wordsOrNone('due_on'),
    state: words('state'),
    answer: words('answer'),
    settledAt: wordsOrNone('settled_at'),
  },
  lookups.contributionRequest,
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
  lookups.session,
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
  lookups.sticky,
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
  lookups.handover,
)
