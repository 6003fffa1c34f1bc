// What a comment in a file stood on, in words: its note stands on the object, which may hold several marks and views.
import type { MarkKind } from '../model/perspective.ts'
import { namesIn } from './fileNames.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'

type Said = DocumentRow<'comment'>

/** Says of each comment what it was about, such as `the pain “Nobody phones” of Oakes & Vale, on the card “Learns the outcome”`. */
export function sayPlaceOfComments(file: MapDocument): (comment: Said) => string {
  const nameOf = namesIn(file)
  const sayStanding = standingsIn(file)
  const [comments, marks, views] = [byId(file.comment), byId(file.mark), byId(file.perspective)]
  return (comment) => {
    const { targetKind, targetId } = comment
    const place = comments.get(comment.replyToId ?? '') ?? comment
    const { markId, perspectiveId } = place
    const mark = marks.get(markId ?? '')
    const view = views.get(perspectiveId ?? '')
    const object = `the ${objectWords[targetKind]} “${nameOf(targetId)}”`
    const of = (organisationId: string) => nameOf(organisationId) || 'another company'
    if (mark) return `the ${sayMark(mark)} of ${of(mark.organisationId)}, on ${object}`
    if (view) return `the view of ${of(view.organisationId)}, on ${object}`
    const standing = sayStanding(place)
    return standing ? `${standing}, on ${object}` : object
  }
}

/** What has no place on the map, and was talked about on the map as a whole. */
function standingsIn({ party, round, session, sticky }: MapDocument): (place: Said) => string {
  const [parties, rounds, sessions, stickies] = [byId(party), byId(round), byId(session), byId(sticky)]
  const named = (what: string, name: string | undefined) => (name ? `the ${what} “${name}”` : '')
  return (place) =>
    named('party', parties.get(place.partyId ?? '')?.name) ||
    named('blind round', rounds.get(place.roundId ?? '')?.name) ||
    named('session', sessions.get(place.sessionId ?? '')?.name) ||
    named('sticky', stickies.get(place.stickyId ?? '')?.text) ||
    (place.contributionRequestId ? 'a request' : '')
}

const objectWords: Record<Said['targetKind'], string> = {
  ...{ map: 'map', lane: 'lane', stage: 'stage', touchpoint: 'card', link: 'handoff' },
}

const markWords: Record<MarkKind, string> = {
  ...{ pain: 'pain', delight: 'delight', momentOfTruth: 'moment of truth' },
}

function sayMark({ kind, statement }: DocumentRow<'mark'>): string {
  return [markWords[kind], statement && `“${statement}”`].filter(Boolean).join(' ')
}

function byId<R extends { id: string }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.id, row]))
}
