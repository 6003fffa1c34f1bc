// Every action: it executes, is undone, and the undoing is undone.
import { describe, expect, it } from 'vitest'
import { type ActionInput, type ActionType, action } from '../../shared/edits/actions/actions.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { Author } from '../../shared/rules/author.ts'
import { newId, openJourney, openSharedJourney } from '../support/journey.ts'

interface Try {
  author: Author
  actions: ActionInput[]
  world: ReturnType<typeof openJourney>['world']
  /** What needs a new invitation instead: taking back that one joined or left, or holding a party once more. */
  refused?: 'undo' | 'redo'
}

const rank = 'a0'
const twoOwners = () => {
  const journey = openSharedJourney()
  const ownership = newId()
  journey.world.act(journey.broker, {
    type: 'ownership.add',
    id: ownership,
    touchpointId: journey.cards.broker,
    partyId: journey.parties.broker,
    accountability: 'accountable',
  })
  return { ...journey, ownership }
}
const withResponsibility = () => {
  const journey = twoOwners()
  const responsibility = newId()
  journey.world.act(journey.broker, {
    type: 'responsibility.add',
    id: responsibility,
    ownershipId: journey.ownership,
    department: 'Placement',
  })
  return { ...journey, responsibility }
}
const withViews = () => {
  const journey = openSharedJourney()
  const [view, mark] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: journey.cards.insurer } as const
  journey.world.act(
    journey.broker,
    { type: 'perspective.add', id: view, ...target, performance: 3 },
    { type: 'mark.add', id: mark, ...target, kind: 'pain', statement: 'We wait six days.' },
  )
  return { ...journey, view, mark, target }
}
const withProposals = () => {
  const journey = openSharedJourney()
  const card = journey.card(journey.broker, journey.lanes.insurer, { name: 'Phones the bakery' })
  const link = journey.link(journey.broker, journey.cards.insurer, journey.cards.bakery)
  const ownership = newId()
  const { broker: partyId } = journey.parties
  const asked = { touchpointId: journey.cards.insurer, partyId, accountability: 'contributes' } as const
  journey.world.act(journey.insurer, { type: 'ownership.add', id: ownership, ...asked })
  return { ...journey, proposedCard: card, proposedLink: link, ownership }
}
const withThread = () => {
  const journey = openSharedJourney()
  const { world, broker, insurer, cards } = journey
  const [thread, reply] = [newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  world.act(broker, { type: 'comment.add', id: thread, ...target, text: 'Who phones?', with: 'map' })
  world.act(insurer, { type: 'comment.reply', id: reply, replyToId: thread, text: 'We do.' })
  return { ...journey, thread, reply, target }
}
const withSide = () => {
  const journey = openSharedJourney()
  const side = newId()
  journey.world.act(journey.insurer, {
    type: 'side.add',
    id: side,
    touchpointId: journey.cards.insurer,
    laneId: journey.lanes.broker,
    stageId: journey.stages.win,
    rank,
    name: 'Answers questions',
  })
  return { ...journey, side }
}
const withSession = () => {
  const journey = openSharedJourney()
  const [session, sticky, other] = [newId(), newId(), newId()]
  journey.world.act(journey.insurer, {
    type: 'session.start',
    id: session,
    mapId: journey.mapId,
    name: 'First hour',
    question: 'What happens between the order and the policy?',
  })
  journey.world.act(
    journey.broker,
    { type: 'sticky.add', id: sticky, sessionId: session, text: 'We phone the bakery', rank },
    { type: 'sticky.add', id: other, sessionId: session, text: 'The bakery waits', rank: 'a1' },
  )
  return { ...journey, session, stickies: [sticky, other] as const }
}
const withConfirmation = () => {
  const journey = openSharedJourney()
  journey.confirm(journey.insurer, journey.handoff)
  return { ...journey, confirmation: journey.world.everything.all('confirmation')[0]!.id }
}

const withRound = () => {
  const journey = openSharedJourney()
  const { world, insurer, broker, mapId, cards } = journey
  const [round, ballot] = [newId(), newId()]
  const askedOrganisationIds = [broker.organisationId]
  const asked = { name: 'How well it works', measures: ['performance'] as const, askedOrganisationIds }
  const touchpointIds = [cards.insurer]
  world.act(insurer, {
    type: 'round.open',
    id: round,
    mapId,
    ...asked,
    measures: [...asked.measures],
    touchpointIds,
  })
  const start = { type: 'ballot.start', id: ballot, roundId: round } as const
  const vote = {
    type: 'vote.set',
    id: newId(),
    roundId: round,
    touchpointId: cards.insurer,
    measure: 'performance',
    score: 3,
  } as const
  return { ...journey, round, ballot, start, vote, done: { type: 'ballot.done', id: ballot } as const }
}

const withRequest = () => {
  const journey = openSharedJourney()
  const request = newId()
  journey.world.act(journey.insurer, {
    ...{ type: 'contributionRequest.add', id: request, mapId: journey.mapId, stageId: journey.stages.win },
    askedOrganisationId: journey.broker.organisationId,
  })
  return { ...journey, request }
}

const tries: { [T in ActionType]: () => Try } = {
  'ecosystem.add': () => {
    const { world, insurer } = openJourney()
    const founder = { ...insurer, grant: { kind: 'founding' } } as const
    const actions: ActionInput[] = [{ type: 'ecosystem.add', id: newId(), name: 'Another' }]
    return { world, author: founder, actions, refused: 'redo' }
  },
  'ecosystem.change': () => {
    const { world, insurer } = openJourney()
    const fields = { goal: 'The bakery bakes again within a week.' }
    return { world, author: insurer, actions: [{ type: 'ecosystem.change', id: world.id, fields }] }
  },
  'ecosystem.handOver': () => {
    const { world, insurer: author, broker } = openSharedJourney()
    const { organisationId } = broker
    return { world, author, actions: [{ type: 'ecosystem.handOver', organisationId }], refused: 'undo' }
  },
  'party.add': () => {
    const { world, insurer: author } = openJourney()
    return { world, author, actions: [{ type: 'party.add', id: newId(), name: 'Surveyor', kind: 'partner' }] }
  },
  'party.change': () => {
    const { world, broker: author, parties } = openSharedJourney()
    return {
      world,
      author,
      actions: [{ type: 'party.change', id: parties.broker, fields: { name: 'Oakes' } }],
    }
  },
  'party.remove': () => {
    const { world, insurer: author } = openJourney()
    const id = newId()
    world.act(author, { type: 'party.add', id, name: 'Surveyor', kind: 'partner' })
    return { world, author, actions: [{ type: 'party.remove', id }] }
  },
  'party.hold': () => {
    const { world, invited: author, parties, mapId } = openJourney()
    world.act(author, { type: 'participant.join', id: newId(), mapId })
    return { world, author, actions: [{ type: 'party.hold', id: parties.broker }], refused: 'redo' }
  },
  'party.entrust': () => {
    const { world, insurer: author, broker, parties } = openSharedJourney()
    const { organisationId } = broker
    return { world, author, actions: [{ type: 'party.entrust', id: parties.bakery, organisationId }] }
  },
  'party.release': () => {
    const { world, broker: author, parties } = openSharedJourney()
    return { world, author, actions: [{ type: 'party.release', id: parties.broker }], refused: 'undo' }
  },
  'map.add': () => {
    const { world, insurer: author } = openJourney()
    const ids = { id: newId(), participantId: newId() }
    return { world, author, actions: [{ type: 'map.add', ...ids, name: 'Renewal', rank }] }
  },
  'map.change': () => {
    const { world, insurer: author, mapId } = openJourney()
    return {
      world,
      author,
      actions: [{ type: 'map.change', id: mapId, fields: { state: 'toBe', scope: 'Flood' } }],
    }
  },
  'map.remove': () => {
    const { world, insurer: author, mapId, card, lanes } = openJourney()
    card(author, lanes.bakery)
    card(author, lanes.broker)
    return { world, author, actions: [{ type: 'map.remove', id: mapId }] }
  },
  'participant.join': () => {
    const { world, invited: author, mapId } = openJourney()
    return { world, author, actions: [{ type: 'participant.join', id: newId(), mapId }], refused: 'undo' }
  },
  'participant.leave': () => {
    const { world, broker: author } = openSharedJourney()
    const own = world.everything
      .all('participant')
      .find((row) => row.organisationId === author.organisationId)!
    return { world, author, actions: [{ type: 'participant.leave', id: own.id }], refused: 'undo' }
  },
  'participant.grant': () => {
    const { world, insurer: author, broker } = openSharedJourney()
    const theirs = world.everything
      .all('participant')
      .find((row) => row.organisationId === broker.organisationId)!
    return { world, author, actions: [{ type: 'participant.grant', id: theirs.id, mayInvite: true }] }
  },
  'lane.add': () => {
    const { world, broker: author, mapId, parties, lanes } = openSharedJourney()
    const place = { mapId, partyId: parties.broker, parentLaneId: lanes.broker, ownStages: true, rank }
    return { world, author, actions: [{ type: 'lane.add', id: newId(), name: 'Claims desk', ...place }] }
  },
  'lane.change': () => {
    const { world, insurer: author, lanes } = openSharedJourney()
    return {
      world,
      author,
      actions: [{ type: 'lane.change', id: lanes.bakery, fields: { nature: 'b2b', rank: 'a9' } }],
    }
  },
  'lane.remove': () => {
    const { world, broker: author, lanes } = openSharedJourney()
    return { world, author, actions: [{ type: 'lane.remove', id: lanes.broker }] }
  },
  'stage.add': () => {
    const { world, broker: author, mapId, lanes } = openSharedJourney()
    const own = { mapId, laneId: lanes.broker, name: 'Keep', rank: 'a5' }
    return { world, author, actions: [{ type: 'stage.add', id: newId(), ...own }] }
  },
  'stage.change': () => {
    const { world, insurer: author, stages } = openJourney()
    return {
      world,
      author,
      actions: [{ type: 'stage.change', id: stages.buy, fields: { name: 'Choose', rank: 'a8' } }],
    }
  },
  'stage.remove': () => {
    const { world, broker: author, stages } = openSharedJourney()
    return { world, author, actions: [{ type: 'stage.remove', id: stages.place }] }
  },
  'touchpoint.add': () => {
    const { world, broker: author, lanes, stages } = openSharedJourney()
    const card = { laneId: lanes.broker, stageId: stages.win, name: 'Fact-find', rank }
    return { world, author, actions: [{ type: 'touchpoint.add', id: newId(), ...card }] }
  },
  'touchpoint.change': () => {
    const { world, broker: author, cards, stages } = openSharedJourney()
    const fields = {
      name: 'Keys in the risk',
      stageId: stages.win,
      customerRoles: ['owner'],
      channel: 'portal',
    } as const
    return {
      world,
      author,
      actions: [
        { type: 'touchpoint.change', id: cards.broker, fields: { ...fields, customerRoles: ['owner'] } },
      ],
    }
  },
  'touchpoint.remove': () => {
    const { world, broker: author, cards, view } = withViews()
    world.act(author, { type: 'perspective.share', id: view, with: 'map' })
    return { world, author, actions: [{ type: 'touchpoint.remove', id: cards.broker }] }
  },
  'touchpoint.review': () => {
    const { world, insurer, broker: author, lanes, stages, accept, card } = openJourney()
    const id = card(insurer, lanes.broker, { stageId: stages.win })
    accept()
    return { world, author, actions: [{ type: 'touchpoint.review', id, review: 'notOurs' }] }
  },
  'touchpoint.decide': () => {
    const { world, insurer: author, proposedCard: id } = withProposals()
    return { world, author, actions: [{ type: 'touchpoint.decide', id, accept: true }] }
  },
  'side.add': () => {
    const { world, broker: author, cards, lanes, stages } = openSharedJourney()
    const place = { laneId: lanes.broker, stageId: stages.win, rank }
    return {
      world,
      author,
      actions: [{ type: 'side.add', id: newId(), touchpointId: cards.insurer, ...place, name: 'We ask' }],
    }
  },
  'side.change': () => {
    const { world, broker: author, side: id, stages } = withSide()
    const fields = { name: 'We ask', stageId: stages.place }
    return { world, author, actions: [{ type: 'side.change', id, fields }] }
  },
  'side.remove': () => {
    const { world, insurer, broker, side: id } = withSide()
    world.act(broker, { type: 'side.decide', id, accept: true })
    return { world, author: insurer, actions: [{ type: 'side.remove', id }] }
  },
  'side.decide': () => {
    const { world, broker: author, side: id } = withSide()
    return { world, author, actions: [{ type: 'side.decide', id, accept: true }] }
  },
  'session.start': () => {
    const { world, broker: author, mapId } = openSharedJourney()
    return { world, author, actions: [{ type: 'session.start', id: newId(), mapId, name: 'First hour' }] }
  },
  'session.change': () => {
    const { world, insurer: author, session: id } = withSession()
    return { world, author, actions: [{ type: 'session.change', id, fields: { question: 'And then?' } }] }
  },
  'session.end': () => {
    const { world, insurer: author, session: id } = withSession()
    return { world, author, actions: [{ type: 'session.end', id }] }
  },
  'sticky.add': () => {
    const { world, broker: author, session: sessionId } = withSession()
    return { world, author, actions: [{ type: 'sticky.add', id: newId(), sessionId, text: 'Waits', rank }] }
  },
  'sticky.change': () => {
    const { world, broker: author, stickies } = withSession()
    const fields = { text: 'We write to the bakery' }
    return { world, author, actions: [{ type: 'sticky.change', id: stickies[0], fields }] }
  },
  'sticky.group': () => {
    const { world, insurer: author, stickies } = withSession()
    const moved = stickies.map((id, index) => ({ id, rank: `b0${index}` }))
    return { world, author, actions: [{ type: 'sticky.group', stickies: moved, group: 'Waiting' }] }
  },
  'sticky.place': () => {
    const { world, insurer: author, stickies, lanes, stages } = withSession()
    const placed = stickies.map((id, index) => ({ id, touchpointId: newId(), rank: `b0${index}` }))
    const cell = { laneId: lanes.broker, stageId: stages.win }
    return { world, author, actions: [{ type: 'sticky.place', stickies: placed, ...cell }] }
  },
  'sticky.remove': () => {
    const { world, insurer: author, stickies } = withSession()
    return { world, author, actions: [{ type: 'sticky.remove', id: stickies[0] }] }
  },
  'ownership.add': () => {
    const { world, broker: author, cards, parties } = openSharedJourney()
    const part = {
      touchpointId: cards.insurer,
      partyId: parties.broker,
      accountability: 'contributes',
    } as const
    return { world, author, actions: [{ type: 'ownership.add', id: newId(), ...part }] }
  },
  'ownership.change': () => {
    const { world, broker: author, ownership: id } = twoOwners()
    return {
      world,
      author,
      actions: [{ type: 'ownership.change', id, fields: { accountability: 'informed' } }],
    }
  },
  'ownership.remove': () => {
    const { world, insurer, broker, ownership: id } = withProposals()
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    return { world, author: insurer, actions: [{ type: 'ownership.remove', id }] }
  },
  'ownership.decide': () => {
    const { world, broker: author, ownership: id } = withProposals()
    return { world, author, actions: [{ type: 'ownership.decide', id, accept: true }] }
  },
  'responsibility.add': () => {
    const { world, broker: author, ownership: ownershipId } = twoOwners()
    return {
      world,
      author,
      actions: [{ type: 'responsibility.add', id: newId(), ownershipId, person: 'Priya' }],
    }
  },
  'responsibility.change': () => {
    const { world, broker: author, responsibility: id } = withResponsibility()
    return { world, author, actions: [{ type: 'responsibility.change', id, fields: { region: 'West' } }] }
  },
  'responsibility.share': () => {
    const { world, broker: author, responsibility: id } = withResponsibility()
    return { world, author, actions: [{ type: 'responsibility.share', id, with: 'map' }] }
  },
  'responsibility.remove': () => {
    const { world, broker: author, responsibility: id } = withResponsibility()
    return { world, author, actions: [{ type: 'responsibility.remove', id }] }
  },
  'link.add': () => {
    const { world, broker: author, cards } = openSharedJourney()
    const ends = { fromTouchpointId: cards.insurer, toTouchpointId: cards.broker }
    return { world, author, actions: [{ type: 'link.add', id: newId(), ...ends, kind: 'loopBack' }] }
  },
  'link.change': () => {
    const { world, insurer: author, handoff: id } = withConfirmation()
    return { world, author, actions: [{ type: 'link.change', id, fields: { expectedMinutes: 10 } }] }
  },
  'link.remove': () => {
    const { world, insurer: author, handoff: id } = openSharedJourney()
    return { world, author, actions: [{ type: 'link.remove', id }] }
  },
  'link.decide': () => {
    const { world, insurer: author, proposedLink: id } = withProposals()
    return { world, author, actions: [{ type: 'link.decide', id, accept: true }] }
  },
  'handoff.confirm': () => {
    const { world, insurer: author, handoff: linkId } = openSharedJourney()
    const terms = termsOf(world.everything.get('link', linkId)!)
    return { world, author, actions: [{ type: 'handoff.confirm', confirmationId: newId(), linkId, terms }] }
  },
  'handoff.dispute': () => {
    const { world, insurer: author, handoff: linkId } = withConfirmation()
    const dispute = { confirmationId: newId(), linkId, note: 'We never got it.' }
    return { world, author, actions: [{ type: 'handoff.dispute', ...dispute }] }
  },
  'handoff.withdraw': () => {
    const { world, insurer: author, confirmation: id } = withConfirmation()
    return { world, author, actions: [{ type: 'handoff.withdraw', id }] }
  },
  'perspective.add': () => {
    const { world, insurer: author, target } = withViews()
    const said = { onBehalfOf: 'customer', performance: 4, sampleSize: 41, emotion: 'anxious' } as const
    return { world, author, actions: [{ type: 'perspective.add', id: newId(), ...target, ...said }] }
  },
  'perspective.change': () => {
    const { world, broker: author, view: id } = withViews()
    return {
      world,
      author,
      actions: [{ type: 'perspective.change', id, fields: { performance: 9, notes: 'Better' } }],
    }
  },
  'perspective.share': () => {
    const { world, broker: author, insurer, view: id } = withViews()
    const others = { organisationIds: [insurer.organisationId] }
    return { world, author, actions: [{ type: 'perspective.share', id, with: others }] }
  },
  'perspective.remove': () => {
    const { world, broker: author, view: id } = withViews()
    return { world, author, actions: [{ type: 'perspective.remove', id }] }
  },
  'mark.add': () => {
    const { world, insurer: author, target } = withViews()
    return { world, author, actions: [{ type: 'mark.add', id: newId(), ...target, kind: 'momentOfTruth' }] }
  },
  'mark.change': () => {
    const { world, broker: author, mark: id, parties } = withViews()
    const fields = { feltByPartyId: parties.bakery, causedByPartyId: parties.insurer }
    return { world, author, actions: [{ type: 'mark.change', id, fields }] }
  },
  'mark.share': () => {
    const { world, broker: author, mark: id } = withViews()
    return { world, author, actions: [{ type: 'mark.share', id, with: 'organisation' }] }
  },
  'mark.remove': () => {
    const { world, broker: author, mark: id } = withViews()
    return { world, author, actions: [{ type: 'mark.remove', id }] }
  },
  'attributedNote.add': () => {
    const { world, insurer: author, target } = withViews()
    const said = { attributedTo: 'Broker', source: 'perspective', content: { performance: 3 } } as const
    return { world, author, actions: [{ type: 'attributedNote.add', id: newId(), ...target, ...said }] }
  },
  'attributedNote.remove': () => {
    const { world, insurer: author, target } = withViews()
    const id = newId()
    const said = { attributedTo: 'Broker', source: 'mark', content: { statement: 'Slow' } } as const
    world.act(author, { type: 'attributedNote.add', id, ...target, ...said })
    return { world, author, actions: [{ type: 'attributedNote.remove', id }] }
  },
  'comment.add': () => {
    const { world, insurer: author, broker, target } = withThread()
    const said = { text: 'See the mail.', mentions: [{ organisationId: broker.organisationId }] }
    const add = { type: 'comment.add', id: newId(), ...target, ...said, with: 'map' } as const
    return { world, author, actions: [add] }
  },
  'comment.reply': () => {
    const { world, broker: author, thread: replyToId } = withThread()
    return {
      world,
      author,
      actions: [{ type: 'comment.reply', id: newId(), replyToId, text: 'Since when?' }],
    }
  },
  'comment.change': () => {
    const { world, broker: author, thread: id } = withThread()
    return { world, author, actions: [{ type: 'comment.change', id, fields: { text: 'Who phones them?' } }] }
  },
  'comment.remove': () => {
    const { world, insurer: author, reply: id } = withThread()
    return { world, author, actions: [{ type: 'comment.remove', id }] }
  },
  'comment.resolve': () => {
    const { world, insurer: author, thread: id } = withThread()
    return { world, author, actions: [{ type: 'comment.resolve', id }] }
  },
  'comment.reopen': () => {
    const { world, broker: author, thread: id } = withThread()
    world.act(author, { type: 'comment.resolve', id })
    return { world, author, actions: [{ type: 'comment.reopen', id }] }
  },
  'comment.share': () => {
    const { world, broker: author, insurer, target } = withThread()
    const id = newId()
    world.act(author, { type: 'comment.add', id, ...target, text: 'Shall we tell them?' })
    const others = { organisationIds: [insurer.organisationId] }
    return { world, author, actions: [{ type: 'comment.share', id, with: others }] }
  },
  'round.open': () => {
    const { world, insurer: author, mapId, cards, broker } = openSharedJourney()
    const asked = { askedOrganisationIds: [broker.organisationId], touchpointIds: [cards.insurer] }
    const said = { name: 'How well it works', measures: ['performance' as const] }
    return { world, author, actions: [{ type: 'round.open', id: newId(), mapId, ...said, ...asked }] }
  },
  'round.change': () => {
    const { world, insurer: author, round: id } = withRound()
    return { world, author, actions: [{ type: 'round.change', id, fields: { dueOn: '2027-03-31' } }] }
  },
  'round.reveal': () => {
    const { world, insurer: author, broker, round: id, start, vote, done } = withRound()
    world.act(broker, start, vote, done)
    return { world, author, actions: [{ type: 'round.reveal', id }], refused: 'undo' }
  },
  'round.cancel': () => {
    const { world, insurer: author, round: id } = withRound()
    return { world, author, actions: [{ type: 'round.cancel', id }] }
  },
  'ballot.start': () => {
    const { world, broker: author, start } = withRound()
    return { world, author, actions: [start] }
  },
  'ballot.done': () => {
    const { world, broker: author, start, done } = withRound()
    world.act(author, start)
    return { world, author, actions: [done] }
  },
  'ballot.reopen': () => {
    const { world, broker: author, start, done, ballot: id } = withRound()
    world.act(author, start, done)
    return { world, author, actions: [{ type: 'ballot.reopen', id }] }
  },
  'vote.set': () => {
    const { world, broker: author, start, vote } = withRound()
    world.act(author, start)
    return { world, author, actions: [vote] }
  },
  'contributionRequest.add': () => {
    const { world, insurer: author, broker, mapId, lanes } = openSharedJourney()
    const asked = { askedOrganisationId: broker.organisationId, department: 'Claims', dueOn: '2027-03-31' }
    const add = { type: 'contributionRequest.add', id: newId(), mapId, laneId: lanes.broker } as const
    return { world, author, actions: [{ ...add, ...asked }] }
  },
  'contributionRequest.answer': () => {
    const { world, broker: author, request: id } = withRequest()
    const answer = { state: 'declined', answer: 'Ask Northgate.' } as const
    return { world, author, actions: [{ type: 'contributionRequest.answer', id, ...answer }] }
  },
  'contributionRequest.withdraw': () => {
    const { world, insurer: author, request: id } = withRequest()
    return { world, author, actions: [{ type: 'contributionRequest.withdraw', id }] }
  },
  'contributionRequest.remind': () => {
    const { world, insurer: author, request: id } = withRequest()
    const asked = world.everything.get('contributionRequest', id)!
    world.everything.set('contributionRequest', { ...asked, askedAt: '2026-01-01T00:00:00.000Z' })
    return { world, author, actions: [{ type: 'contributionRequest.remind', id }] }
  },
  'edit.undo': () => {
    const { world, broker: author, card, lanes } = openSharedJourney()
    card(author, lanes.broker)
    const added = world.lastEditOf(author)!
    return { world, author, actions: [{ type: 'edit.undo', ...added }] }
  },
}

describe('every action', () => {
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
