// The table of each kind of row in shared/model; its columns are the kind's fields, name for name.
import type { RowKind } from '../../../shared/model/rows.ts'
import {
  ballots,
  coMappingSessions,
  comments,
  contributionRequests,
  handovers,
  rounds,
  stickies,
  votes,
} from './coMapping.ts'
import {
  confirmations,
  ecosystems,
  lanes,
  links,
  maps,
  ownerships,
  participants,
  parties,
  responsibilities,
  sides,
  stages,
  touchpoints,
} from './journeys.ts'
import { attributedNotes, marks, perspectives } from './views.ts'

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
