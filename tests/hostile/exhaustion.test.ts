// One account must not keep the server from answering everybody else: work grows with what is sent, not with its square.

import { generateNKeysBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { documentKinds, type MapDocument } from '../../shared/interchange/mapDocument.ts'
import { planDocumentImport } from '../../shared/interchange/planDocumentImport.ts'
import { newId, openJourney } from '../support/journey.ts'

/** Far above what the linear way needs on a busy machine, far below what the square takes. */
const patience = 4_000

/** Of every kind of row that a file may hold, none. */
const emptyFile = Object.fromEntries(documentKinds.map((kind) => [kind, []]))

function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

describe('work', () => {
  it('of an undo does not multiply by how often a later edit is named', () => {
    const { world, insurer, mapId } = openJourney()
    const stages = Array.from({ length: 2_000 }, newId)
    world.act(
      insurer,
      ...stages.map((id) => ({ type: 'stage.add', id, mapId, name: 'Many', rank: 'a5' }) as const),
    )
    const edit = world.act(
      insurer,
      ...stages.map((id) => ({ type: 'stage.change', id, fields: { goal: 'None' } }) as const),
    )
    const since = Array<number>(400).fill(edit.number)

    const taken = milliseconds(() => {
      expect(world.try(insurer, { type: 'edit.undo', ...edit, since }).accepted).toBe(true)
    })

    expect(taken).toBeLessThan(patience)
  })

  it('of an import does not multiply parties of the file by parties of the ecosystem', () => {
    const organisationId = newId()
    const base = {
      ecosystemId: newId(),
      audience: [],
      deleted: false,
      versions: {},
      addedByOrganisationId: organisationId,
    }
    const party = (name: string) => ({
      ...{ id: newId(), name, kind: 'partner', tier: null, heldByOrganisationId: null },
      stewardOrganisationId: organisationId,
    })
    const parties = Array.from({ length: 6_000 }, (_, index) => {
      const row = party(`Here ${index}`)
      return { ...base, lineageId: row.id, ...row } as never
    })
    const file = {
      map: { id: newId(), name: 'Many', parentTouchpointId: null },
      organisations: [],
      ...emptyFile,
      party: Array.from({ length: 6_000 }, (_, index) => ({
        ...party(`Here ${index}`),
        sharedWithMap: true,
      })),
    } as unknown as MapDocument

    const taken = milliseconds(() => {
      const plan = planDocumentImport(file, { parties, maps: [], organisationId, personId: newId(), newId })
      expect(plan.notes).toHaveLength(6_000)
    })

    expect(taken).toBeLessThan(patience)
  })

  it('of an import does not multiply notes of the file by its cards and organisations', () => {
    const organisationId = newId()
    const cards = Array.from({ length: 6_000 }, newId)
    const ranks = generateNKeysBetween(null, null, 1)
    const [laneId, stageId, mapId] = [newId(), newId(), newId()]
    const target = { mapId, targetKind: 'touchpoint', sharedWithMap: false }
    const file = {
      map: { id: mapId, name: 'Many', parentTouchpointId: null },
      organisations: Array.from({ length: 20_000 }, () => ({ id: newId(), name: 'Somebody' })),
      ...emptyFile,
      touchpoint: cards.map((id) => ({ id, mapId, laneId, stageId, rank: ranks[0], name: 'Card' })),
      perspective: cards.map((targetId) => ({ ...target, id: newId(), targetId, organisationId: newId() })),
      mark: cards.map((targetId) => ({
        ...target,
        id: newId(),
        targetId,
        organisationId: newId(),
        kind: 'pain',
      })),
    } as unknown as MapDocument

    const taken = milliseconds(() => {
      const { actions } = planDocumentImport(file, {
        parties: [],
        maps: [],
        organisationId,
        personId: newId(),
        newId,
      })
      expect(actions).toHaveLength(1 + 3 * 6_000)
    })

    expect(taken).toBeLessThan(patience)
  })
})
