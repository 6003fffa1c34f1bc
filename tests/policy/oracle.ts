// Who may know of a row, told from the crowd in plain words: not by keys, but by asking who belongs where.
import type { Viewer } from '../../shared/audience/audience.ts'
import type { Crowd } from '../invariants/crowd.ts'
import { type Belonging, mayKnow } from '../simulation/mayKnow.ts'

export function oracleOf({ viewers, participants, ecosystems }: Crowd) {
  const members = new Set(
    viewers.filter(({ active }) => active).map((one) => `${one.personId} of ${one.organisationId}`),
  )
  const present = participants.filter(({ state }) => state === 'active')
  const onMap = new Set(present.map(({ organisationId, mapId }) => `${organisationId} on ${mapId}`))
  const inside = new Set([
    ...present.map(({ organisationId, ecosystemId }) => `${organisationId} in ${ecosystemId}`),
    ...ecosystems.map(({ convener, id }) => `${convener} in ${id}`),
  ])
  const belonging: Belonging = {
    isActiveMember: ({ personId, organisationId }) => members.has(`${personId} of ${organisationId}`),
    isActiveOnMap: (organisationId, mapId) => onMap.has(`${organisationId} on ${mapId}`),
    isInEcosystem: (organisationId, ecosystemId) => inside.has(`${organisationId} in ${ecosystemId}`),
  }
  return (viewer: Viewer, audience: readonly string[]) => mayKnow(viewer, audience, belonging)
}
