// The registry of row kinds: table, edits, pull, export and history all derive from it.
import { z } from 'zod'
import { commentContent } from './comment.ts'
import { contributionRequestContent } from './contributionRequest.ts'
import { ecosystemContent } from './ecosystem.ts'
import { handoverContent } from './handover.ts'
import { laneContent } from './lane.ts'
import { confirmationContent, linkContent } from './link.ts'
import { mapContent } from './map.ts'
import { moveContent } from './move.ts'
import { ownershipContent, responsibilityContent } from './ownership.ts'
import { participantContent } from './participant.ts'
import { partyContent } from './party.ts'
import { attributedNoteContent, markContent, perspectiveContent } from './perspective.ts'
import { ballotContent, roundContent, voteContent } from './round.ts'
import { type RowBase, rowBase } from './row.ts'
import { sessionContent, stickyContent } from './session.ts'
import { sideContent } from './side.ts'
import { stageContent } from './stage.ts'
import { touchpointContent } from './touchpoint.ts'

export const contents = {
  ecosystem: ecosystemContent,
  party: partyContent,
  map: mapContent,
  participant: participantContent,
  lane: laneContent,
  stage: stageContent,
  touchpoint: touchpointContent,
  ownership: ownershipContent,
  responsibility: responsibilityContent,
  link: linkContent,
  confirmation: confirmationContent,
  perspective: perspectiveContent,
  mark: markContent,
  attributedNote: attributedNoteContent,
  side: sideContent,
  move: moveContent,
  comment: commentContent,
  round: roundContent,
  ballot: ballotContent,
  vote: voteContent,
  contributionRequest: contributionRequestContent,
  session: sessionContent,
  sticky: stickyContent,
  handover: handoverContent,
} as const

export type RowKind = keyof typeof contents
export const rowKinds = Object.keys(contents) as RowKind[]

export type ContentOf<K extends RowKind> = z.infer<(typeof contents)[K]>
export type RowOf<K extends RowKind> = RowBase & ContentOf<K>
export type AnyRow = { [K in RowKind]: RowOf<K> }[RowKind]

export type Ecosystem = RowOf<'ecosystem'>
export type Party = RowOf<'party'>
export type JourneyMap = RowOf<'map'>
export type Participant = RowOf<'participant'>
export type Lane = RowOf<'lane'>
export type Stage = RowOf<'stage'>
export type Touchpoint = RowOf<'touchpoint'>
export type Ownership = RowOf<'ownership'>
export type Responsibility = RowOf<'responsibility'>
export type Link = RowOf<'link'>
export type Confirmation = RowOf<'confirmation'>
export type Perspective = RowOf<'perspective'>
export type Mark = RowOf<'mark'>
export type AttributedNote = RowOf<'attributedNote'>
export type Side = RowOf<'side'>
export type Move = RowOf<'move'>
export type Comment = RowOf<'comment'>
export type Round = RowOf<'round'>
export type Ballot = RowOf<'ballot'>
export type Vote = RowOf<'vote'>
export type ContributionRequest = RowOf<'contributionRequest'>
export type Session = RowOf<'session'>
export type Sticky = RowOf<'sticky'>
export type Handover = RowOf<'handover'>

/** The full row schema of a kind, as the server answers it. */
export function rowSchema<K extends RowKind>(kind: K) {
  return z.object({ ...rowBase.shape, ...contents[kind].shape })
}
