// Every action: it executes, is undone, and the undoing is undone. Each noun has its rows in a file of its own.
import { describe, expect, it } from 'vitest'
import { type ActionInput, type ActionType, action, actionTypes } from '../../shared/edits/actions/actions.ts'
import { newId, openJourney, openSharedJourney } from '../support/journey.ts'
import { commentTries } from './everyAction/comments.ts'
import { contributionRequestTries } from './everyAction/contributionRequests.ts'
import { ecosystemTries } from './everyAction/ecosystems.ts'
import { handoffTries } from './everyAction/handoffs.ts'
import { handoverTries } from './everyAction/handovers.ts'
import { laneTries } from './everyAction/lanes.ts'
import { linkTries } from './everyAction/links.ts'
import { mapTries } from './everyAction/maps.ts'
import { moveTries } from './everyAction/moves.ts'
import { ownershipTries } from './everyAction/ownerships.ts'
import { participantTries } from './everyAction/participants.ts'
import { partyTries } from './everyAction/parties.ts'
import { roundTries } from './everyAction/rounds.ts'
import { sessionTries } from './everyAction/sessions.ts'
import { sideTries } from './everyAction/sides.ts'
import { stageTries } from './everyAction/stages.ts'
import { touchpointTries } from './everyAction/touchpoints.ts'
import { rank, type Try } from './everyAction/try.ts'
import { undoTries } from './everyAction/undo.ts'
import { viewTries } from './everyAction/views.ts'

const tries: { [T in ActionType]: () => Try } = {
  ...ecosystemTries,
  ...handoverTries,
  ...partyTries,
  ...mapTries,
  ...participantTries,
  ...laneTries,
  ...stageTries,
  ...touchpointTries,
  ...sideTries,
  ...moveTries,
  ...sessionTries,
  ...ownershipTries,
  ...linkTries,
  ...handoffTries,
  ...viewTries,
  ...commentTries,
  ...roundTries,
  ...contributionRequestTries,
  ...undoTries,
}

describe('every action', () => {
  it('has a row of its own, and no row is left of one that is gone', () => {
    expect(Object.keys(tries).sort()).toEqual([...actionTypes].sort())
  })

  it.each(Object.entries(tries))('%s is done, undone and redone', (type, prepare) => {
    const { world, author, actions, refused } = prepare()
    const { grant: _, ...later } = author
    expect(actions[0]!.type).toBe(type)
    const before = world.contents()
    const done = world.act(author, ...actions)
    const after = world.contents()
    expect(after).not.toEqual(before)

    const undone = world.undo(later, done)
    expect(undone.accepted, refusalOf(undone)).toBe(refused !== 'undo')
    if (refused === 'undo') return
    expect(world.contents()).toEqual(before)
    const redone = world.undo(later, undone.edit)
    expect(redone.accepted, refusalOf(redone)).toBe(refused !== 'redo')
    if (refused !== 'redo') expect(world.contents()).toEqual(after)
  })

  it('names its row and refuses one that is not there', () => {
    const { world, insurer } = openSharedJourney()
    const unknown = newId()
    const naming = Object.keys(tries).filter((type) => action.safeParse({ type, id: unknown }).success)
    expect(naming.length).toBeGreaterThan(5)
    for (const type of naming) {
      const outcome = world.try(insurer, { type, id: unknown } as ActionInput)
      expect(outcome, type).toMatchObject({ accepted: false, refusal: { code: 'edit.notFound' } })
    }
  })

  it('refuses a field it does not know, so that nothing is lost silently', () => {
    const { lanes, stages } = openJourney()
    const card = {
      type: 'touchpoint.add',
      id: newId(),
      laneId: lanes.broker,
      stageId: stages.win,
      name: 'x',
      rank,
    }
    expect(action.safeParse(card).success).toBe(true)
    expect(action.safeParse({ ...card, colour: 'red' }).success).toBe(false)
    expect(action.safeParse({ type: 'touchpoint.change', id: newId(), fields: {} }).success).toBe(false)
    expect(
      action.safeParse({ type: 'touchpoint.change', id: newId(), fields: { state: 'accepted' } }).success,
    ).toBe(false)
  })
})

function refusalOf(outcome: { accepted: boolean; refusal?: Error }): string {
  return outcome.refusal?.message ?? ''
}
