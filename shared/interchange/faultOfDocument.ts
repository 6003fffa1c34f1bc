// What no export writes: ids that are there twice, or name nothing of the file, and answers that nobody could have read.
import type { Viewer } from '../audience/audience.ts'
import { isOwnAnswer } from '../rounds/standing.ts'
import { type DocumentKind, documentKinds, type MapDocument } from './mapDocument.ts'
import { answersIn } from './revealed.ts'

/** The first fault of a file that fits the schema, with the place where it stands, such as `vote.3.roundId: …`; else undefined. */
export function faultOfDocument(file: MapDocument, viewer: Viewer): string | undefined {
  return doubleId(file) ?? danglingId(file) ?? doubleAnswer(file) ?? answerOfOther(file, viewer)
}

function doubleId(file: MapDocument): string | undefined {
  for (const kind of documentKinds) {
    const seen = new Set<string>()
    for (const [index, { id }] of file[kind].entries()) {
      if (seen.has(id)) return `${kind}.${index}.id: another ${kind} of this file has the same id`
      seen.add(id)
    }
  }
  return undefined
}

/** Without these a row has no place: fields that a reader's export always resolves. */
const places: { [K in DocumentKind]?: Record<string, DocumentKind | 'map'> } = {
  lane: { mapId: 'map', partyId: 'party', parentLaneId: 'lane' },
  stage: { mapId: 'map', laneId: 'lane' },
  touchpoint: { laneId: 'lane', stageId: 'stage' },
  side: { touchpointId: 'touchpoint', laneId: 'lane', stageId: 'stage' },
  ownership: { touchpointId: 'touchpoint' },
  link: { fromTouchpointId: 'touchpoint', toTouchpointId: 'touchpoint' },
  session: { mapId: 'map' },
  sticky: { sessionId: 'session' },
  round: { mapId: 'map' },
  ballot: { roundId: 'round' },
  vote: { roundId: 'round' },
  contributionRequest: { mapId: 'map' },
}

function danglingId(file: MapDocument): string | undefined {
  const ids = new Map<string, Set<string>>([['map', new Set([file.map.id])]])
  for (const kind of documentKinds) ids.set(kind, new Set(file[kind].map(({ id }) => id)))
  for (const kind of documentKinds)
    for (const [index, row] of file[kind].entries())
      for (const [field, named] of Object.entries(places[kind] ?? {})) {
        const id = (row as unknown as Record<string, string | null>)[field]
        if (id && !ids.get(named)!.has(id)) return `${kind}.${index}.${field}: names no ${named} of this file`
      }
  return undefined
}

/** A person answers once for each card and measure, and takes part once. */
function doubleAnswer(file: MapDocument): string | undefined {
  const seen = new Set<string>()
  for (const kind of ['ballot', 'vote'] as const)
    for (const [index, row] of file[kind].entries()) {
      const about = 'measure' in row ? `${row.touchpointId} ${row.measure}` : ''
      const key = [kind, row.roundId, row.organisationId, row.personId, about].join(' ')
      if (seen.has(key)) return `${kind}.${index}: this person answers here twice`
      seen.add(key)
    }
  return undefined
}

/** Before the reveal everybody reads their own answers alone, so that a file never holds those of two. */
function answerOfOther(file: MapDocument, viewer: Viewer): string | undefined {
  const answersOf = answersIn(file)
  const kept = file.round.flatMap((round) => answersOf(round).kept)
  const reader = kept.find((vote) => isOwnAnswer(viewer, vote)) ?? kept[0]
  const forged = reader && kept.find((vote) => !isOwnAnswer(reader, vote))
  if (!forged) return undefined
  return `vote.${file.vote.indexOf(forged)}.personId: is another person’s answer in a round that was not revealed`
}
