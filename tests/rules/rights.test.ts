import { describe, expect, it } from 'vitest'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { handoffOf } from '../../shared/handoffs/handoff.ts'
import type { Author } from '../../shared/rules/author.ts'
import { type Right, rights } from '../../shared/rules/rights.ts'
import { newId, openJourney, openSharedJourney, person } from '../support/journey.ts'

const rank = 'a3'
type World = ReturnType<typeof openJourney>['world']

/** @returns the right the author is told to lack, or null when the edit is accepted */
function lacks(world: World, author: Author, ...actions: ActionInput[]): Right | string | null {
  const outcome = world.try(author, ...actions)
  if (outcome.accepted) return null
  const right = Object.entries(rights).find(([, sentence]) => sentence === outcome.refusal.message)
  return right?.[0] ?? `${outcome.refusal.code}: ${outcome.refusal.message}`
}

describe('the organisation that organises', () => {
  it('shapes the map; the others do not', () => {
    const { world, insurer, broker, mapId, parties, stages } = openSharedJourney()
    const shaping: ActionInput[] = [
      { type: 'stage.add', id: newId(), mapId, name: 'Renew', rank },
      { type: 'stage.change', id: stages.buy, fields: { name: 'Choose' } },
      { type: 'stage.remove', id: stages.claim },
      { type: 'party.add', id: newId(), name: 'Surveyor', kind: 'partner' },
      { type: 'lane.add', id: newId(), mapId, partyId: parties.bakery, rank },
      { type: 'map.change', id: mapId, fields: { name: 'Flood' } },
      { type: 'ecosystem.change', id: world.id, fields: { name: 'Other' } },
      { type: 'map.add', id: newId(), participantId: newId(), name: 'Second', rank },
    ]
    for (const action of shaping) expect(lacks(world, broker, action), action.type).toBe('shapeMap')
    for (const action of shaping) expect(lacks(world, insurer, action), action.type).toBeNull()
  })

  it('deletes neither a held lane, nor the map it is on, nor a stage with cards of another organisation', () => {
    const { world, insurer, broker, mapId, lanes, stages, parties } = openSharedJourney()
    expect(lacks(world, insurer, { type: 'lane.remove', id: lanes.broker })).toBe('heldLaneStays')
    expect(lacks(world, insurer, { type: 'map.remove', id: mapId })).toBe('heldLaneStays')
    expect(lacks(world, insurer, { type: 'stage.remove', id: stages.place })).toBe('othersCardsStay')
    expect(lacks(world, insurer, { type: 'party.change', id: parties.broker, fields: { name: 'X' } })).toBe(
      'keepParty',
    )
    world.act(broker, { type: 'lane.change', id: lanes.broker, fields: { ownStages: true } })
    expect(lacks(world, insurer, { type: 'lane.change', id: lanes.broker, fields: { nature: 'b2c' } })).toBe(
      'editLane',
    )
    expect(lacks(world, insurer, { type: 'lane.change', id: lanes.broker, fields: { rank } })).toBeNull()
  })

  it('hands over before it leaves', () => {
    const { world, insurer } = openSharedJourney()
    const own = world.everything
      .all('participant')
      .find((row) => row.organisationId === insurer.organisationId)!
    expect(lacks(world, insurer, { type: 'participant.leave', id: own.id })).toContain('Hand over')
  })

  it('keeps an unclaimed lane until somebody holds it', () => {
    const { world, insurer, accept, card, lanes } = openJourney()
    const id = card(insurer, lanes.broker)
    expect(lacks(world, insurer, { type: 'touchpoint.change', id, fields: { name: 'Better' } })).toBeNull()
    expect(world.everything.get('touchpoint', id)).toMatchObject({ review: 'described', state: 'accepted' })
    accept()
    expect(lacks(world, insurer, { type: 'touchpoint.change', id, fields: { name: 'Worse' } })).toBe(
      'editTouchpoint',
    )
  })
})

describe('accepting an invitation', () => {
  it('turns a described lane into one of its own', () => {
    const { world, broker, accept, lanes, parties, insurer, card } = openJourney()
    const id = card(insurer, lanes.broker)
    expect(world.seenBy(broker).all('touchpoint')).toEqual([])
    accept()
    expect(world.seenBy(broker).get('touchpoint', id)).toBeDefined()
    expect(world.everything.get('party', parties.broker)?.heldByOrganisationId).toBe(broker.organisationId)
    expect(lacks(world, broker, { type: 'touchpoint.review', id, review: 'right' })).toBeNull()
    expect(lacks(world, broker, { type: 'touchpoint.change', id, fields: { name: 'Ours' } })).toBeNull()
  })

  it('is needed: nobody joins a map or holds a party without it', () => {
    const { world, broker, invited, mapId, parties } = openJourney()
    const join = { type: 'participant.join', id: newId(), mapId } as const
    expect(lacks(world, broker, join)).toBe('join')
    world.act(invited, join)
    expect(lacks(world, broker, { type: 'party.hold', id: parties.broker })).toBe('join')
    const { heldByOrganisationId } = world.everything.get('party', parties.broker)!
    expect(heldByOrganisationId).toBeNull()
  })

  it('holds the invited party on the invited maps, and nothing else', () => {
    const { world, invited, insurer, parties, mapId } = openJourney()
    const other = newId()
    world.act(insurer, { type: 'map.add', id: other, participantId: newId(), name: 'Other', rank })
    const join = { type: 'participant.join', id: newId(), mapId } as const
    expect(lacks(world, invited, join, { type: 'party.hold', id: parties.bakery })).toBe('join')
    expect(lacks(world, invited, join, { type: 'party.hold', id: parties.insurer })).toBe('join')
    expect(lacks(world, invited, { type: 'participant.join', id: newId(), mapId: other })).toBe('join')
    expect(world.everything.all('participant')).toHaveLength(2)
  })

  it('never takes a party from the organisation that holds it', () => {
    const { world, accept, parties, mapId } = openJourney()
    accept()
    const rival: Author = {
      ...person(),
      grant: { kind: 'invitation', partyId: parties.broker, mapIds: [mapId] },
    }
    const join = { type: 'participant.join', id: newId(), mapId } as const
    expect(lacks(world, rival, join, { type: 'party.hold', id: parties.broker })).toBe('join')
  })
})

describe('a party that nobody holds', () => {
  it('is described by the organisation it was entrusted to, until somebody holds it', () => {
    const { world, insurer, broker, stranger, parties, cards } = openSharedJourney()
    const entrust = (organisationId: string) =>
      ({ type: 'party.entrust', id: parties.bakery, organisationId }) as const
    const rename = { type: 'touchpoint.change', id: cards.bakery, fields: { name: 'Gets cover' } } as const
    expect(lacks(world, broker, entrust(broker.organisationId))).toBe('keepParty')
    expect(lacks(world, insurer, entrust(stranger.organisationId))).toContain('takes part')
    expect(lacks(world, broker, rename)).toBe('editTouchpoint')
    expect(lacks(world, insurer, entrust(broker.organisationId))).toBeNull()
    expect(lacks(world, broker, rename)).toBeNull()
    expect(lacks(world, insurer, rename)).toBe('editTouchpoint')
    expect(lacks(world, insurer, { ...entrust(insurer.organisationId), id: parties.broker })).toContain(
      'held',
    )
  })
})

describe('a lane', () => {
  it('is changed by the organisation that lives it', () => {
    const { world, insurer, broker, cards, lanes, mapId } = openSharedJourney()
    const change = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Other' } } as const
    expect(lacks(world, insurer, change)).toBe('editTouchpoint')
    expect(lacks(world, insurer, { type: 'touchpoint.remove', id: cards.broker })).toBe('editLane')
    const stage = { type: 'stage.add', id: newId(), mapId, laneId: lanes.broker, name: 'Keep', rank } as const
    expect(lacks(world, insurer, stage)).toBe('editLane')
    expect(lacks(world, broker, change, stage)).toBeNull()
  })

  it('takes proposals from everyone else, which its organisation accepts or declines', () => {
    const { world, insurer, broker, lanes, stages } = openSharedJourney()
    const [first, second] = [newId(), newId()]
    const propose = (id: string) =>
      ({
        type: 'touchpoint.add',
        id,
        laneId: lanes.broker,
        stageId: stages.win,
        name: 'Phones',
        rank,
      }) as const
    world.act(insurer, propose(first), propose(second))
    expect(world.everything.get('touchpoint', first)?.state).toBe('proposed')
    expect(lacks(world, insurer, { type: 'touchpoint.decide', id: first, accept: true })).toBe(
      'decideProposal',
    )
    expect(
      lacks(world, insurer, { type: 'touchpoint.change', id: first, fields: { name: 'Rings' } }),
    ).toBeNull()
    world.act(broker, { type: 'touchpoint.decide', id: first, accept: true })
    world.act(broker, { type: 'touchpoint.decide', id: second, accept: false })
    expect(world.everything.get('touchpoint', first)).toMatchObject({ state: 'accepted', review: 'right' })
    expect(world.everything.get('touchpoint', second)).toMatchObject({ state: 'declined' })
    expect(lacks(world, insurer, { type: 'touchpoint.change', id: first, fields: { name: 'Mine' } })).toBe(
      'editTouchpoint',
    )
  })

  it('gives a card away only to a lane that one may edit too', () => {
    const { world, insurer, broker, cards, lanes, stages } = openSharedJourney()
    const toBroker = { laneId: lanes.broker, stageId: stages.place }
    const toInsurer = { laneId: lanes.insurer, stageId: stages.buy }
    const move = (id: string, fields: typeof toBroker) => ({ type: 'touchpoint.change', id, fields }) as const
    expect(lacks(world, insurer, move(cards.insurer, toBroker))).toBe('moveTouchpoint')
    expect(lacks(world, broker, move(cards.broker, toInsurer))).toBe('moveTouchpoint')
    expect(lacks(world, insurer, move(cards.bakery, toInsurer))).toBeNull()
  })

  it('is called right by the organisation that holds it, never by the one that described it', () => {
    const { world, insurer, card, lanes } = openJourney()
    const id = card(insurer, lanes.broker)
    expect(lacks(world, insurer, { type: 'touchpoint.review', id, review: 'right' })).toBe('reviewTouchpoint')
  })
})

describe('an organisation that left a map', () => {
  it('no longer keeps its lane there: the one that described it does, until it comes back', () => {
    const { world, insurer, broker, invited, cards, handoff, mapId, parties } = openSharedJourney()
    const own = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    const rename = { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Enters it' } } as const
    const isPromise = () => handoffOf(world.everything.get('link', handoff)!, world.everything)!.isPromise
    expect([lacks(world, insurer, rename), isPromise()]).toEqual(['editTouchpoint', false])
    world.act(broker, { type: 'participant.leave', id: own.id })
    expect(lacks(world, broker, rename)).toContain('edit.notFound')
    expect([lacks(world, insurer, rename), isPromise()]).toEqual([null, true])
    world.act(
      invited,
      { type: 'participant.join', id: newId(), mapId },
      { type: 'party.hold', id: parties.broker },
    )
    expect([lacks(world, insurer, rename), isPromise()]).toEqual(['editTouchpoint', false])
    expect(world.everything.all('participant')).toHaveLength(2)
  })
})

describe('co-owning a touchpoint', () => {
  function asked() {
    const journey = openSharedJourney()
    const ownership = newId()
    const { cards, parties, world, insurer } = journey
    world.act(insurer, {
      type: 'ownership.add',
      id: ownership,
      touchpointId: cards.insurer,
      partyId: parties.broker,
      accountability: 'contributes',
    })
    const rename = { type: 'touchpoint.change', id: cards.insurer, fields: { name: 'Both of us' } } as const
    return { ...journey, ownership, rename }
  }

  it('lets the owner edit once it has said yes, and not before', () => {
    const { world, insurer, broker, ownership: id, rename, cards, stages } = asked()
    expect(lacks(world, broker, rename)).toBe('editTouchpoint')
    expect(lacks(world, insurer, { type: 'ownership.decide', id, accept: true })).toBe('decideOwnership')
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    expect(lacks(world, broker, rename)).toBeNull()
    const move = { type: 'touchpoint.change', id: cards.insurer, fields: { stageId: stages.claim } } as const
    expect(lacks(world, broker, move)).toBe('moveTouchpoint')
    expect(lacks(world, broker, { type: 'touchpoint.remove', id: cards.insurer })).toBe('editLane')
  })

  it('does not let those who are only kept informed edit, nor raise their own part', () => {
    const { world, insurer, broker, ownership: id, rename } = asked()
    const part = (accountability: 'informed' | 'accountable') =>
      ({ type: 'ownership.change', id, fields: { accountability } }) as const
    world.act(insurer, part('informed'))
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    expect(lacks(world, broker, rename)).toBe('editTouchpoint')
    expect(lacks(world, broker, part('accountable'))).toBe('changePart')
  })

  it('in another part needs a new yes of whoever was asked', () => {
    const { world, insurer, broker, ownership: id } = asked()
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    world.act(insurer, { type: 'ownership.change', id, fields: { accountability: 'accountable' } })
    expect(world.everything.get('ownership', id)?.state).toBe('proposed')
    expect(lacks(world, insurer, { type: 'ownership.decide', id, accept: true })).toBe('decideOwnership')
    expect(lacks(world, broker, { type: 'ownership.decide', id, accept: true })).toBeNull()
  })

  it('that a partner offers is decided by the organisation of the lane, in the part that was offered', () => {
    const { world, insurer, broker, cards, parties } = openSharedJourney()
    const id = newId()
    const part = {
      touchpointId: cards.insurer,
      partyId: parties.broker,
      accountability: 'contributes',
    } as const
    world.act(broker, { type: 'ownership.add', id, ...part })
    expect(lacks(world, broker, { type: 'ownership.decide', id, accept: true })).toBe('decideOwnership')
    const raise = { type: 'ownership.change', id, fields: { accountability: 'accountable' } } as const
    expect(lacks(world, insurer, raise)).toBe('changePart')
    expect(lacks(world, insurer, { type: 'ownership.decide', id, accept: true })).toBeNull()
    expect(lacks(world, broker, raise)).toBeNull()
    expect(world.everything.get('ownership', id)?.state).toBe('proposed')
  })
})

describe('a link', () => {
  it('is edited by the organisation at either end, and proposed by others', () => {
    const { world, insurer, broker, card, lanes, handoff, cards, link } = openSharedJourney()
    const change = (id: string) => ({ type: 'link.change', id, fields: { trigger: 'at once' } }) as const
    expect(lacks(world, insurer, change(handoff))).toBeNull()
    expect(lacks(world, broker, change(handoff))).toBeNull()
    const other = card(insurer, lanes.insurer)
    const inside = link(insurer, cards.insurer, other)
    expect(lacks(world, broker, change(inside))).toBe('editLink')
    expect(lacks(world, broker, { type: 'link.remove', id: inside })).toBe('editLink')
    const proposed = link(broker, other, cards.bakery)
    expect(world.everything.get('link', proposed)?.state).toBe('proposed')
    expect(lacks(world, broker, { type: 'link.decide', id: proposed, accept: true })).toBe('decideProposal')
    expect(lacks(world, insurer, { type: 'link.decide', id: proposed, accept: true })).toBeNull()
  })
})

describe("an organisation's own view", () => {
  it('is written and shared by nobody else', () => {
    const { world, insurer, broker, cards } = openSharedJourney()
    const [view, mark] = [newId(), newId()]
    const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
    world.act(
      broker,
      { type: 'perspective.add', id: view, ...target, performance: 3 },
      { type: 'perspective.share', id: view, with: 'map' },
      { type: 'mark.add', id: mark, ...target, kind: 'pain' },
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
      { type: 'mark.add', id: newId(), ...target, kind: 'pain' },
      { type: 'handoff.dispute', confirmationId: newId(), linkId: handoff },
      { type: 'link.remove', id: handoff },
    ] as const)
      expect(lacks(world, viewer, action), action.type).toBe('edit')
    expect(
      lacks(world, person('editor', broker.organisationId), { type: 'link.remove', id: handoff }),
    ).toBeNull()
  })
})

it('an organisation that takes no part finds nothing to change', () => {
  const { world, stranger, cards, handoff, lanes, mapId } = openSharedJourney()
  for (const action of [
    { type: 'touchpoint.remove', id: cards.broker },
    { type: 'link.change', id: handoff, fields: { passes: 'x' } },
    { type: 'lane.remove', id: lanes.broker },
    { type: 'map.change', id: mapId, fields: { name: 'x' } },
    { type: 'ecosystem.change', id: world.id, fields: { name: 'x' } },
  ] as const)
    expect(lacks(world, stranger, action), action.type).toContain('edit.notFound')
})
