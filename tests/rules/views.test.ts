import { describe, expect, it } from 'vitest'
import { newId, openSharedJourney, person } from '../support/journey.ts'
import { lacks } from './lacks.ts'

const rank = 'a3'

describe("an organisation's own view", () => {
  it('is written and shared by nobody else', () => {
    const { world, insurer, broker, cards } = openSharedJourney()
    const [view, mark] = [newId(), newId()]
    const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
    world.act(
      broker,
      { type: 'perspective.add', id: view, ...target, performance: 3 },
      { type: 'perspective.share', id: view, with: 'map' },
      { type: 'mark.add', id: mark, ...target, kind: 'pain', with: 'map' },
    )
    for (const [action, right] of [
      [{ type: 'perspective.change', id: view, fields: { performance: 9 } }, 'ownView'],
      [{ type: 'perspective.remove', id: view }, 'ownView'],
      [{ type: 'perspective.share', id: view, with: 'organisation' }, 'shareView'],
      [{ type: 'mark.change', id: mark, fields: { statement: 'No' } }, 'ownView'],
      [{ type: 'mark.remove', id: mark }, 'ownView'],
      [{ type: 'mark.share', id: mark, with: 'organisation' }, 'shareView'],
    ] as const)
      expect(lacks(world, insurer, action), action.type).toBe(right)
  })
})

describe('viewers', () => {
  it('change nothing', () => {
    const { world, broker, cards, handoff, lanes, stages } = openSharedJourney()
    const viewer = person('viewer', broker.organisationId)
    const target = { targetKind: 'touchpoint', targetId: cards.broker } as const
    for (const action of [
      { type: 'touchpoint.change', id: cards.broker, fields: { name: 'x' } },
      { type: 'touchpoint.add', id: newId(), laneId: lanes.broker, stageId: stages.win, name: 'x', rank },
      { type: 'perspective.add', id: newId(), ...target, performance: 1 },
      { type: 'mark.add', id: newId(), ...target, kind: 'pain', with: 'map' },
      { type: 'handoff.dispute', confirmationId: newId(), linkId: handoff },
      { type: 'link.remove', id: handoff },
    ] as const)
      expect(lacks(world, viewer, action), action.type).toBe('edit')
    expect(
      lacks(world, person('editor', broker.organisationId), { type: 'link.remove', id: handoff }),
    ).toBeNull()
  })
})
