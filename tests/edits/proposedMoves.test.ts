import { describe, expect, it } from 'vitest'
import { proposalsBy, proposalsTo } from '../../shared/analysis/proposals.ts'
import { isVisible } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { callsOf } from '../../shared/inbox/calls.ts'
import { sayNews } from '../../shared/inbox/sayNews.ts'
import type { Author } from '../../shared/rules/author.ts'
import { lacks } from '../rules/lacks.ts'
import { newId, openJourneyOfThree, openSharedJourney, person } from '../support/journey.ts'
import type { See } from '../support/memoryEcosystem.ts'

type Propose = Extract<ActionInput, { type: 'move.propose' }>

/** The insurer's card "Reviews the risk" in Buy; the broker would have it in Claim. */
function openProposing(see?: See) {
  const journey = openSharedJourney(see)
  const { world, cards, lanes, stages } = journey
  const propose = (fields: Partial<Propose> = {}): Propose => ({
    ...{ type: 'move.propose', id: newId(), touchpointId: cards.insurer },
    ...{ laneId: lanes.insurer, stageId: stages.claim, rank: 'a5', ...fields },
  })
  const cardNow = () => world.everything.get('touchpoint', cards.insurer)!
  return { ...journey, propose, cardNow }
}

function openProposed(see?: See) {
  const journey = openProposing(see)
  const proposed = journey.propose()
  journey.world.act(journey.broker, proposed)
  const move = () => journey.world.everything.get('move', proposed.id)!
  return { ...journey, moveId: proposed.id, move }
}

const decide = (id: string, accept: boolean): ActionInput => ({ type: 'move.decide', id, accept })

describe('a proposed move of a touchpoint', () => {
  it('leaves it where it is until the organisation of its lane agrees, who moves it in one step', () => {
    const { world, insurer, broker, cardNow, stages, moveId, move } = openProposed()
    expect(cardNow().stageId).toBe(stages.buy)
    expect(lacks(world, broker, decide(moveId, true))).toBe('decideMove')
    const agreed = world.act(insurer, decide(moveId, true))
    expect(cardNow()).toMatchObject({ stageId: stages.claim, rank: 'a5', column: null })
    expect(move().state).toBe('accepted')
    expect(world.undo(insurer, agreed).accepted).toBe(true)
    expect(cardNow().stageId).toBe(stages.buy)
    expect(move()).toMatchObject({ state: 'proposed', agreedOrganisationIds: [] })
  })

  it('is declined without moving anything, and taken back by nobody but who proposed it', () => {
    const { world, insurer, broker, cardNow, stages, propose, moveId, move } = openProposed()
    expect(lacks(world, insurer, { type: 'move.remove', id: moveId })).toBe('decideMove')
    world.act(insurer, decide(moveId, false))
    expect(move().state).toBe('declined')
    expect(cardNow().stageId).toBe(stages.buy)
    expect(lacks(world, insurer, decide(moveId, true))).toBe('decideMove')
    expect(lacks(world, broker, { type: 'move.remove', id: moveId })).toBe('decideMove')
    const again = propose()
    world.act(broker, again)
    world.act(broker, { type: 'move.remove', id: again.id })
    expect(world.everything.get('move', again.id)?.deleted).toBe(true)
  })

  it('replaces what the same organisation proposed before, and only that', () => {
    const { world, insurer, broker, lanes, stages, hold, parties, propose, move } = openProposed()
    const another = person()
    hold(another, parties.bakery)
    const theirs = propose({ laneId: lanes.bakery, stageId: stages.claim })
    world.act(another, theirs)
    world.act(broker, propose({ rank: 'a9' }))
    expect(move().deleted).toBe(true)
    expect(world.everything.get('move', theirs.id)?.deleted).toBe(false)
    expect(lacks(world, insurer, decide(theirs.id, true))).toBeNull()
  })

  it('once agreed is a no to every other place asked for it, whose proposers hear of it, and comes back with them', () => {
    const { world, insurer, broker, hold, parties, propose, moveId, move, stages } = openProposed()
    const another = person()
    hold(another, parties.bakery)
    const theirs = propose({ rank: 'a7' })
    world.act(another, theirs)
    const other = () => world.everything.get('move', theirs.id)!
    const outcome = world.try(insurer, decide(moveId, true))
    if (!outcome.accepted) throw outcome.refusal
    expect([move().state, other().state]).toEqual(['accepted', 'declined'])
    const changes = [...outcome.changes, ...outcome.consequences]
    const called = callsOf(changes, insurer, world.everything).map((call) => [call.kind, call.organisationId])
    expect(called.filter(([kind]) => kind === 'decided').toSorted()).toEqual(
      [broker, another].map(({ organisationId }) => ['decided', organisationId]).toSorted(),
    )
    expect(world.undo(insurer, outcome.edit).accepted).toBe(true)
    expect([move().state, other().state]).toEqual(['proposed', 'proposed'])
    world.act(insurer, decide(theirs.id, false))
    expect(move().state).toBe('proposed')
    expect(world.everything.get('touchpoint', move().touchpointId)?.stageId).toBe(stages.buy)
  })

  it('may be one to another order within its stage, or across the line of visibility', () => {
    const { world, insurer, broker, cardNow, stages, propose } = openProposing()
    const { rank } = cardNow()
    const earlier = propose({ stageId: stages.buy, rank: 'Zz' })
    world.act(broker, earlier)
    expect(cardNow().rank).toBe(rank)
    world.act(insurer, decide(earlier.id, true))
    expect(cardNow()).toMatchObject({ stageId: stages.buy, rank: 'Zz', customerSees: true })
    const behind = propose({ stageId: stages.buy, rank: 'Zz', customerSees: false })
    world.act(broker, behind)
    const agreed = world.act(insurer, decide(behind.id, true))
    expect(cardNow()).toMatchObject({ stageId: stages.buy, customerSees: false })
    expect(world.undo(insurer, agreed).accepted).toBe(true)
    expect(cardNow().customerSees).toBe(true)
  })

  it('into a lane of who proposes it takes the yes of the other side, and voids what was confirmed under it', () => {
    const { world, insurer, broker, cardNow, lanes, stages, handoff, confirm, propose } = openProposing()
    confirm(insurer, handoff)
    const mine = propose({ laneId: lanes.broker, stageId: stages.win })
    world.act(broker, mine)
    world.act(insurer, decide(mine.id, true))
    expect(cardNow()).toMatchObject({ laneId: lanes.broker, stageId: stages.win })
    expect(world.everything.all('confirmation')).toMatchObject([{ state: 'voided' }])
  })

  it('between the lanes of two others takes the yes of both, in either order', () => {
    const { world, insurer, broker, bank, cards, lanes, stages } = openJourneyOfThree()
    const id = newId()
    const place = { laneId: lanes.broker, stageId: stages.win, rank: 'a5' }
    world.act(bank, { type: 'move.propose', id, touchpointId: cards.insurer, ...place })
    const asked = (who: Author) =>
      proposalsTo(who.organisationId, world.seenBy(who)).filter(({ kind }) => kind === 'move').length
    expect([asked(insurer), asked(broker), asked(bank)]).toEqual([1, 1, 0])
    world.act(broker, decide(id, true))
    expect(world.everything.get('touchpoint', cards.insurer)?.laneId).toBe(lanes.insurer)
    expect([asked(insurer), asked(broker)]).toEqual([1, 0])
    expect(proposalsBy(bank.organisationId, world.seenBy(bank))).toMatchObject([
      { kind: 'move', askedOrganisationIds: [insurer.organisationId] },
    ])
    world.act(insurer, decide(id, true))
    expect(world.everything.get('touchpoint', cards.insurer)?.laneId).toBe(lanes.broker)
  })

  it('keeps where the card stood, so that one sees whether it has moved since', () => {
    const { world, insurer, cards, stages, cardNow, moveId, move } = openProposed()
    expect(move()).toMatchObject({ fromStageId: stages.buy })
    const fields = { stageId: stages.claim, rank: 'a7' }
    world.act(insurer, { type: 'touchpoint.change', id: cards.insurer, fields })
    expect(move().fromStageId).not.toBe(cardNow().stageId)
    expect(lacks(world, insurer, decide(moveId, true))).toBeNull()
    expect(cardNow().rank).toBe('a5')
  })

  it('is refused where there is nothing to ask: by who may move it, to where it stands, of what is itself proposed', () => {
    const { world, insurer, broker, lanes, stages, card, cardNow, propose } = openProposing()
    expect(lacks(world, insurer, propose())).toContain('yourself')
    expect(lacks(world, broker, propose({ stageId: stages.buy, rank: cardNow().rank }))).toContain('already')
    expect(lacks(world, broker, propose({ stageId: stages.win }))).toContain('shared stages')
    const proposed = card(broker, lanes.insurer)
    expect(lacks(world, broker, propose({ touchpointId: proposed }))).toContain('only proposed')
    expect(lacks(world, person('viewer', broker.organisationId), propose())).toBe('edit')
  })

  it('is seen by the whole map and by nobody else, and answered by none outside', () => {
    const { world, insurer, stranger, moveId } = openProposed()
    expect(world.seenBy(insurer).get('move', moveId)).toBeDefined()
    expect(world.seenBy(stranger).get('move', moveId)).toBeUndefined()
    expect(world.try(stranger, decide(moveId, true))).toMatchObject({
      refusal: { code: 'edit.notFound' },
    })
    const open = openProposed((audience, keys) => isVisible(audience, keys) || audience.length > 0)
    expect(open.world.seenBy(open.stranger).get('move', open.moveId)).toBeDefined()
  })

  it('goes with its card, its lane and its stage, and comes back with them', () => {
    const { world, insurer, cards, stages, moveId, move } = openProposed()
    const gone = world.act(insurer, { type: 'touchpoint.remove', id: cards.insurer })
    expect(move().deleted).toBe(true)
    world.undo(insurer, gone)
    expect(move().deleted).toBe(false)
    world.act(insurer, { type: 'stage.remove', id: stages.claim })
    expect(world.everything.get('move', moveId)?.deleted).toBe(true)
  })

  it('goes where its lane gets stages of its own', () => {
    const { world, insurer, broker, cards, lanes, stages, propose, move, moveId } = openProposed()
    const own = newId()
    world.act(
      insurer,
      { type: 'lane.change', id: lanes.insurer, fields: { ownStages: true } },
      {
        ...{ type: 'stage.add', id: own, mapId: move().mapId, laneId: lanes.insurer },
        ...{ name: 'Review', rank: 'a0' },
      },
      { type: 'touchpoint.change', id: cards.insurer, fields: { stageId: own } },
    )
    expect(world.everything.get('move', moveId)?.deleted).toBe(true)
    expect(lacks(world, broker, propose({ stageId: stages.claim }))).toContain('own stages')
  })

  it('calls who is asked, and who proposed it once there is an answer', () => {
    const { world, insurer, broker, propose } = openProposing()
    const called = (author: Author, ...actions: ActionInput[]) => {
      const outcome = world.try(author, ...actions)
      if (!outcome.accepted) throw outcome.refusal
      return callsOf([...outcome.changes, ...outcome.consequences], author, world.everything)
        .filter(({ rowKind }) => rowKind === 'move')
        .map(({ kind, organisationId }) => [kind, organisationId])
    }
    const proposed = propose()
    expect(called(broker, proposed)).toEqual([['proposed', insurer.organisationId]])
    const by = { organisation: 'Oakes & Vale', person: '' }
    const row = { kind: 'move', id: proposed.id } as const
    expect(sayNews({ kind: 'proposed', by, outcome: null, row })).toBe(
      'Oakes & Vale proposes to move this and waits for your answer',
    )
    expect(called(insurer, decide(proposed.id, true))).toEqual([['decided', broker.organisationId]])
  })
})
