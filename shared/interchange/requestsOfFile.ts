// Requests to describe cards: asked of one's own people they are asked again, and all others are told.
import type { ActionInput } from '../edits/actions/actions.ts'
import type { AttributedNote } from '../model/rows.ts'
import type { NewId } from './documentActions.ts'
import { namesIn } from './fileNames.ts'
import type { DocumentRow, MapDocument } from './mapDocument.ts'
import { signerOf } from './signers.ts'

type Request = DocumentRow<'contributionRequest'>

/** Those that can be asked in a copy: of one's own organisation, as nobody else takes part there, about what the file holds. */
export function requestsToAsk(file: MapDocument, organisationId: string): Request[] {
  const isThere = thereIn(file)
  return file.contributionRequest.filter(
    ({ askedOrganisationId, laneId, stageId, touchpointIds }) =>
      askedOrganisationId === organisationId && [laneId, stageId, ...touchpointIds].some(isThere),
  )
}

/** Asked by whoever imports, in the state they were in: whoever asked there did not ask here. */
export function actionsOfRequests(file: MapDocument, organisationId: string, newId: NewId): ActionInput[] {
  const isThere = thereIn(file)
  const placed = (id: string | null) => (isThere(id) ? newId(id!) : null)
  return requestsToAsk(file, organisationId).flatMap((request): ActionInput[] => {
    const { id: fileId, askedOrganisationId, askedPersonId, department, text, dueOn, state, answer } = request
    const id = newId(fileId)
    const asked: ActionInput = {
      ...{
        type: 'contributionRequest.add',
        id,
        mapId: newId(request.mapId),
        askedOrganisationId,
        askedPersonId,
      },
      ...{ department, text, dueOn, laneId: placed(request.laneId), stageId: placed(request.stageId) },
      touchpointIds: request.touchpointIds.filter(isThere).map(newId),
    }
    if (state === 'open') return [asked]
    return state === 'withdrawn'
      ? [asked, { type: 'contributionRequest.withdraw', id }]
      : [asked, { type: 'contributionRequest.answer', id, state, answer }]
  })
}

/** What others asked or were asked, as a note on the card, stage, lane or map it is about. */
export function notesOfRequests(file: MapDocument, organisationId: string, newId: NewId): ActionInput[] {
  const nameOf = namesIn(file)
  const sign = signerOf(file, organisationId)
  const isThere = thereIn(file)
  const again = new Set(requestsToAsk(file, organisationId).map(({ id }) => id))
  return file.contributionRequest
    .filter((request) => request.organisationId !== organisationId || !again.has(request.id))
    .map((request): ActionInput => {
      const { department, text, dueOn, state, answer, askedAt, settledAt, touchpointIds } = request
      const content: AttributedNote['content'] = {
        ...{
          by: sign(request),
          asked: [nameOf(request.askedOrganisationId), department].filter(Boolean).join(', '),
        },
        about: [request.laneId, request.stageId, ...touchpointIds].map(nameOf).filter(Boolean),
        ...{ text, dueOn, state, answer, askedAt, settledAt },
      }
      return {
        ...{ type: 'attributedNote.add', id: newId(`${request.id} said`), source: 'contributionRequest' },
        ...{ ...targetOf(request, isThere, newId), attributedTo: nameOf(request.organisationId), content },
      }
    })
}

type IsThere = (id: string | null) => boolean

function thereIn(file: MapDocument): IsThere {
  const ids = new Set([...file.lane, ...file.stage, ...file.touchpoint].map(({ id }) => id))
  return (id) => id !== null && ids.has(id)
}

function targetOf({ laneId, stageId, touchpointIds, mapId }: Request, isThere: IsThere, newId: NewId) {
  const [card] = touchpointIds
  if (card && touchpointIds.length === 1 && isThere(card))
    return { targetKind: 'touchpoint' as const, targetId: newId(card) }
  if (stageId && isThere(stageId)) return { targetKind: 'stage' as const, targetId: newId(stageId) }
  if (laneId && isThere(laneId)) return { targetKind: 'lane' as const, targetId: newId(laneId) }
  return { targetKind: 'map' as const, targetId: newId(mapId) }
}
