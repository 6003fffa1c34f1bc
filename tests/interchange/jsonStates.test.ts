// What people decided and said, in a file and in its copy.
import { describe, expect, it } from 'vitest'
import { homeItems } from '../../shared/analysis/homeItems.ts'
import type { MapDocument } from '../../shared/interchange/mapDocument.ts'
import { newId, openJourneyOfThree, openSharedJourney } from '../support/journey.ts'
import { fileOf, importInto, leftOutOf, planFor } from './copies.ts'

describe('what was declined or is still open', () => {
  function withAnswers() {
    const journey = openSharedJourney()
    const { world, insurer, broker, lanes, cards, parties, card, link } = journey
    const [declined, open] = ['Not with us', 'Perhaps with us'].map((name) =>
      card(insurer, lanes.broker, { name }),
    ) as [string, string]
    const [no, yes] = [newId(), newId()]
    const part = { type: 'ownership.add', partyId: parties.broker, accountability: 'contributes' } as const
    const hung = link(insurer, cards.insurer, declined, { passes: 'to nobody' })
    world.act(
      insurer,
      { ...part, id: no, touchpointId: cards.insurer },
      { ...part, id: yes, touchpointId: cards.bakery },
    )
    world.act(
      broker,
      { type: 'touchpoint.decide', id: declined, accept: false },
      { type: 'ownership.decide', id: no, accept: false },
    )
    const opinion = { targetKind: 'touchpoint', targetId: declined, statement: 'A pity' } as const
    world.act(insurer, { type: 'perspective.add', id: newId(), ...opinion })
    return { ...journey, declined, open, hung }
  }

  it('is not turned into a yes: a no stays away with what hung on it, a question stays open', () => {
    const { world, insurer, mapId } = withAnswers()
    const file = fileOf(world, insurer, mapId)
    const plan = planFor(world, insurer, file)
    expect(leftOutOf(plan)).toEqual([
      '1 card is left out: declined there.',
      '1 part in a card is left out: declined there.',
      '1 link, owner, name or move of a card is left out: the card was declined there.',
      '1 review of a card is left out: who holds a lane reviews its cards anew.',
      '1 view, mark, note or comment is left out: nothing on the map goes with what was said.',
    ])
    expect(plan.notes.map(({ message }) => message)).toContain(
      '2 proposals are still open in the copy, and yours to decide there.',
    )
    const after = fileOf(world, insurer, importInto(world, insurer, file))
    const states = (kind: 'touchpoint' | 'ownership' | 'link') => after[kind].map(({ state }) => state).sort()
    expect(states('touchpoint')).toEqual(['accepted', 'accepted', 'accepted', 'proposed'])
    expect(states('ownership')).toEqual(['proposed'])
    expect(states('link')).toEqual(['accepted'])
    expect(JSON.stringify(after)).not.toContain('Not with us')
  })

  it('is decided by whoever brought the file in, as nobody else takes part', () => {
    const { world, insurer, mapId } = withAnswers()
    const copyId = importInto(world, insurer, fileOf(world, insurer, mapId))
    const { touchpoint, ownership } = fileOf(world, insurer, copyId)
    const { proposals, ownProposals } = homeItems(world.seenBy(insurer), insurer.organisationId)
    expect(proposals.map(({ kind, mapId: on }) => [kind, on])).toEqual([
      ['touchpoint', copyId],
      ['ownership', copyId],
    ])
    // What waits for somebody else on the map it came from waits for them still.
    expect(ownProposals.map(({ mapId: on }) => on)).toEqual([mapId, mapId])
    const card = touchpoint.find(({ state }) => state === 'proposed')!
    const part = ownership.find(({ state }) => state === 'proposed')!
    world.act(
      insurer,
      { type: 'touchpoint.decide', id: card.id, accept: true },
      { type: 'ownership.decide', id: part.id, accept: true },
    )
    expect(world.everything.get('touchpoint', card.id)?.state).toBe('accepted')
  })

  it('holds for a proposed move: it is asked in the copy, and waits on whoever brought it in', () => {
    const { world, insurer, broker, mapId, cards, lanes, stages, bank } = openJourneyOfThree()
    const place = { laneId: lanes.insurer, stageId: stages.claim } as const
    const propose = { type: 'move.propose', touchpointId: cards.insurer, ...place } as const
    const declined = newId()
    world.act(broker, { ...propose, id: declined, rank: 'a4' })
    world.act(insurer, { type: 'move.decide', id: declined, accept: false })
    world.act(broker, { ...propose, id: newId(), rank: 'a5' })
    world.act(bank, { ...propose, id: newId(), rank: 'a6', customerSees: false })
    const file = fileOf(world, insurer, mapId)
    expect(leftOutOf(planFor(world, insurer, file))[0]).toBe('1 proposed move is left out: declined there.')
    const copyId = importInto(world, insurer, file)
    const copy = fileOf(world, insurer, copyId)
    expect(copy.move.map((move) => [move.rank, move.state, move.customerSees]).toSorted()).toEqual([
      ['a5', 'proposed', null],
      ['a6', 'proposed', false],
    ])
    const ours = ({ mapId: on }: { mapId: string }) => on === copyId
    expect(homeItems(world.seenBy(insurer), insurer.organisationId).proposals.filter(ours)).toHaveLength(2)
    expect(homeItems(world.seenBy(broker), broker.organisationId).proposals.filter(ours)).toEqual([])
    world.act(insurer, { type: 'move.decide', id: copy.move[0]!.id, accept: true })
    const moved = copy.touchpoint.find(({ name }) => name === 'Reviews the risk')!
    const claim = copy.stage.find(({ name }) => name === 'Claim')!
    expect(world.everything.get('touchpoint', moved.id)?.stageId).toBe(claim.id)
  })

  it('says of a move that cannot be asked for in the copy why not', () => {
    const { world, insurer, broker, mapId, cards, lanes, stages, card } = openSharedJourney()
    const id = newId()
    const place = { laneId: lanes.insurer, stageId: stages.claim, rank: 'a4' } as const
    world.act(broker, { type: 'move.propose', id, touchpointId: cards.insurer, ...place })
    const { laneId: _, ...fields } = place
    world.act(insurer, { type: 'touchpoint.change', id: cards.insurer, fields })
    const proposed = card(broker, lanes.insurer, { name: 'Perhaps' })
    const file = fileOf(world, insurer, mapId)
    const move = [...file.move, { ...file.move[0]!, id: newId(), touchpointId: proposed }]
    expect(leftOutOf(planFor(world, insurer, { ...file, move })).slice(0, 2)).toEqual([
      '1 proposed move is left out: the card is itself only proposed.',
      '1 proposed move is left out: the card stands there already, or the place is gone.',
    ])
    importInto(world, insurer, { ...file, move })
  })

  it('is what one said of one’s own cards as well', () => {
    const { world, insurer, mapId, cards } = openSharedJourney()
    world.act(insurer, { type: 'touchpoint.review', id: cards.insurer, review: 'notOurs' })
    const after = fileOf(world, insurer, importInto(world, insurer, fileOf(world, insurer, mapId)))
    expect(after.touchpoint.find(({ name }) => name === 'Reviews the risk')?.review).toBe('notOurs')
  })
})

describe('what others said', () => {
  function withWords() {
    const journey = openSharedJourney()
    const { world, insurer, broker, cards, lanes, mapId, parties, handoff } = journey
    const [ownershipId, charge, asked, mark, view] = [newId(), newId(), newId(), newId(), newId()]
    const ofHandoff = { targetKind: 'link', targetId: handoff } as const
    const comment = { type: 'comment.add', with: 'map' } as const
    world.act(
      broker,
      {
        ...{ type: 'ownership.add', id: ownershipId, touchpointId: cards.broker },
        ...{ partyId: parties.broker, accountability: 'accountable' },
      },
      { type: 'responsibility.add', id: charge, ownershipId, department: 'Claims', person: 'Priya' },
      { type: 'responsibility.share', id: charge, with: 'map' },
      { ...comment, id: asked, targetKind: 'link', targetId: handoff, text: 'Who phones?' },
      { type: 'comment.add', id: newId(), targetKind: 'lane', targetId: lanes.broker, text: 'BROKERS-OWN' },
      {
        ...{ type: 'mark.add', id: mark, ...ofHandoff, kind: 'pain', statement: 'Nobody phones' },
        ...{ causedByPartyId: parties.insurer, feltByPartyId: parties.bakery, with: 'map' },
      },
      { type: 'perspective.add', id: view, ...ofHandoff, statement: 'We wait' },
      { type: 'perspective.share', id: view, with: 'map' },
    )
    world.act(
      insurer,
      { type: 'comment.reply', id: newId(), replyToId: asked, text: 'We do.' },
      { ...comment, id: newId(), targetKind: 'map', targetId: mapId, text: 'Read this first' },
      { ...comment, id: newId(), ...ofHandoff, markId: mark, text: 'We did phone' },
      { ...comment, id: newId(), ...ofHandoff, perspectiveId: view, text: 'Six days?' },
      {
        ...{ type: 'comment.add', id: newId(), targetKind: 'lane', targetId: lanes.insurer },
        text: 'INSURERS-OWN',
      },
    )
    return journey
  }
  const said = (file: MapDocument) =>
    file.attributedNote.map(({ source, targetKind, content }) => [source, targetKind, content])

  it('stands in the copy as notes: who is in charge, marks with whom they name, comments with who spoke', () => {
    const { world, insurer, mapId } = withWords()
    const file = fileOf(world, insurer, mapId)
    const copyId = importInto(world, insurer, file)
    const notes = said(fileOf(world, insurer, copyId))
    const expected = (source: string, kind: string, content: object) =>
      expect(notes).toContainEqual([source, kind, expect.objectContaining(content)])
    expected('responsibility', 'touchpoint', { department: 'Claims', region: '', person: 'Priya' })
    expected('mark', 'link', { kind: 'pain', causedBy: 'Insurer', feltBy: 'Bakery' })
    expected('comment', 'link', { authorName: 'Ada', text: 'Who phones?', replyTo: '' })
    expected('comment', 'link', { text: 'We do.', replyTo: 'Ada' })
    expected('comment', 'map', { text: 'Read this first' })
    expected('comment', 'lane', { text: 'INSURERS-OWN' })
    expect(notes).toHaveLength(9)
    // A copy of the copy says the same.
    const again = importInto(world, insurer, fileOf(world, insurer, copyId))
    expect(
      said(fileOf(world, insurer, again))
        .map((one) => JSON.stringify(one))
        .toSorted(),
    ).toEqual(notes.map((one) => JSON.stringify(one)).toSorted())
  })

  it('names what each comment stood on', () => {
    const { world, insurer, mapId, parties } = withWords()
    const ofMap = { targetKind: 'map', targetId: mapId, text: 'Who knows them?' } as const
    world.act(insurer, { type: 'comment.add', id: newId(), ...ofMap, partyId: parties.bakery })
    const copyId = importInto(world, insurer, fileOf(world, insurer, mapId))
    const about = fileOf(world, insurer, copyId).attributedNote.flatMap(({ source, content }) =>
      source === 'comment' ? [`${content.text} ${content.about}`] : [],
    )
    expect(about.toSorted()).toEqual([
      'INSURERS-OWN the lane “Insurer”',
      'Read this first the map “Cover and claim”',
      'Six days? the view of another company, on the handoff “risk details”',
      'We did phone the pain “Nobody phones” of another company, on the handoff “risk details”',
      'We do. the handoff “risk details”',
      'Who knows them? the party “Bakery”, on the map “Cover and claim”',
      'Who phones? the handoff “risk details”',
    ])
  })

  it('comes out and in only as far as its reader sees it, and the notes are the importer’s alone', () => {
    const { world, insurer, broker, mapId } = withWords()
    const [ours, theirs] = [fileOf(world, insurer, mapId), fileOf(world, broker, mapId)]
    expect(JSON.stringify(ours)).not.toContain('BROKERS-OWN')
    expect(JSON.stringify(theirs)).not.toContain('INSURERS-OWN')
    expect(JSON.stringify(theirs)).toContain('BROKERS-OWN')
    const copyId = importInto(world, insurer, ours)
    const note = fileOf(world, insurer, copyId).attributedNote[0]!
    expect(world.seenBy(broker).get('attributedNote', note.id)).toBeUndefined()
    const ids = JSON.stringify(said(fileOf(world, insurer, copyId)))
    for (const { personId, organisationId } of [insurer, broker]) {
      expect(ids).not.toContain(personId)
      expect(ids).not.toContain(organisationId)
    }
  })
})
