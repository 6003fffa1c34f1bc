import { describe, expect, it } from 'vitest'
import { handoffOf } from '../../shared/handoffs/handoff.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

function confirmedByBoth() {
  const journey = openSharedJourney()
  journey.confirm(journey.insurer, journey.handoff)
  journey.confirm(journey.broker, journey.handoff)
  const sides = () => {
    const rows = journey.world.everything
    const { from, to } = handoffOf(rows.get('link', journey.handoff)!, rows)!
    return [from.state, to.state]
  }
  return { ...journey, sides }
}

describe('confirming a handoff', () => {
  it('fills one half-disc per side', () => {
    const { world, insurer, handoff, confirm } = openSharedJourney()
    const handoffNow = () => handoffOf(world.everything.get('link', handoff)!, world.everything)!
    expect([handoffNow().from.state, handoffNow().to.state]).toEqual(['open', 'open'])
    confirm(insurer, handoff)
    expect([handoffNow().from.state, handoffNow().to.state]).toEqual(['open', 'confirmed'])
    expect(handoffNow().isPromise).toBe(false)
  })

  it('covers only the terms that the person saw', () => {
    const { world, insurer, broker, handoff } = openSharedJourney()
    const seen = termsOf(world.seenBy(insurer).get('link', handoff)!)
    world.act(broker, { type: 'link.change', id: handoff, fields: { expectedMinutes: 5 } })
    const outcome = world.try(insurer, {
      type: 'handoff.confirm',
      confirmationId: newId(),
      linkId: handoff,
      terms: seen,
    })
    expect(outcome).toMatchObject({ accepted: false, refusal: { code: 'edit.termsChanged' } })
    expect(world.everything.all('confirmation')).toEqual([])
  })

  it('needs something that passes', () => {
    const { world, insurer, broker, cards, link } = openSharedJourney()
    const other = link(broker, cards.insurer, cards.broker, { passes: '' })
    const terms = termsOf(world.everything.get('link', other)!)
    expect(
      world.try(insurer, { type: 'handoff.confirm', confirmationId: newId(), linkId: other, terms }),
    ).toMatchObject({ accepted: false, refusal: { field: 'passes' } })
  })

  it('is for its own side: nobody confirms, disputes or withdraws for another organisation', () => {
    const { world, insurer, broker, handoff, confirm, mapId, parties } = openSharedJourney()
    confirm(broker, handoff)
    const [theirs] = world.everything.all('confirmation')
    expect(world.try(insurer, { type: 'handoff.withdraw', id: theirs!.id })).toMatchObject({
      accepted: false,
      refusal: { code: 'edit.notAllowed' },
    })
    confirm(insurer, handoff)
    expect(world.everything.get('confirmation', theirs!.id)).toEqual(theirs)
    const third = { ...insurer, organisationId: newId() }
    const invited = {
      ...third,
      grant: { kind: 'invitation', partyId: parties.bakery, mapIds: [mapId] },
    } as const
    world.act(invited, { type: 'participant.join', id: newId(), mapId })
    const terms = termsOf(world.everything.get('link', handoff)!)
    expect(
      world.try(third, { type: 'handoff.confirm', confirmationId: newId(), linkId: handoff, terms }),
    ).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
  })

  it('is impossible for a promise, where nobody holds the other side', () => {
    const { world, insurer, cards, link } = openSharedJourney()
    const promise = link(insurer, cards.insurer, cards.bakery, { passes: 'the policy' })
    expect(handoffOf(world.everything.get('link', promise)!, world.everything)!.isPromise).toBe(true)
    const terms = termsOf(world.everything.get('link', promise)!)
    expect(
      world.try(insurer, { type: 'handoff.confirm', confirmationId: newId(), linkId: promise, terms }),
    ).toMatchObject({ accepted: false, refusal: { code: 'edit.invalid' } })
  })

  it('is impossible within one party and while the link is only proposed', () => {
    const { world, insurer, broker, card, link, lanes, cards } = openSharedJourney()
    const second = card(insurer, lanes.insurer)
    const inside = link(insurer, cards.insurer, second)
    const third = { ...insurer, organisationId: newId() }
    const other = card(insurer, lanes.bakery)
    const proposed = link(broker, second, other)
    for (const linkId of [inside, proposed]) {
      const terms = termsOf(world.everything.get('link', linkId)!)
      for (const author of [insurer, broker, third]) {
        const confirmation = { type: 'handoff.confirm', confirmationId: newId(), linkId, terms } as const
        expect(world.try(author, confirmation).accepted).toBe(false)
      }
    }
  })

  it('can be taken back and given again', () => {
    const { world, insurer, handoff, sides, confirm } = confirmedByBoth()
    const own = world.everything
      .all('confirmation')
      .find((row) => row.partyId && row.organisationId === insurer.organisationId)!
    world.act(insurer, { type: 'handoff.withdraw', id: own.id })
    expect(sides()).toEqual(['confirmed', 'open'])
    confirm(insurer, handoff)
    expect(sides()).toEqual(['confirmed', 'confirmed'])
    expect(world.everything.all('confirmation')).toHaveLength(2)
  })
})

describe('a confirmed handoff', () => {
  it.each([
    [{ passes: 'risk details and photographs' }],
    [{ channel: 'portal' as const }],
    [{ trigger: 'the fact-find is complete' }],
    [{ expectedMinutes: 240 }],
    [{ acceptance: 'all mandatory facts filled' }],
  ])('reopens on both sides when a term changes: %j', (fields) => {
    const { world, broker, handoff, sides } = confirmedByBoth()
    world.act(broker, { type: 'link.change', id: handoff, fields })
    expect(sides()).toEqual(['changed', 'changed'])
  })

  it('stays when the change sets a term to what it was', () => {
    const { world, broker, handoff, sides } = confirmedByBoth()
    const { passes } = world.everything.get('link', handoff)!
    world.act(broker, { type: 'link.change', id: handoff, fields: { passes } })
    expect(sides()).toEqual(['confirmed', 'confirmed'])
  })

  it('stays when a card at its end is renamed or moved within its lane', () => {
    const { world, broker, insurer, cards, stages, sides } = confirmedByBoth()
    world.act(broker, { type: 'touchpoint.change', id: cards.broker, fields: { name: 'Enters it again' } })
    world.act(insurer, { type: 'touchpoint.change', id: cards.insurer, fields: { stageId: stages.claim } })
    expect(sides()).toEqual(['confirmed', 'confirmed'])
  })

  it('closes when a card moves to a lane of another party', () => {
    const { world, insurer, cards, lanes, sides, handoff } = confirmedByBoth()
    const moved = world.act(insurer, {
      type: 'touchpoint.change',
      id: cards.insurer,
      fields: { laneId: lanes.bakery },
    })
    const states = () => world.everything.list('confirmation', 'linkId', handoff).map((row) => row.state)
    expect(states()).toEqual(['voided', 'voided'])
    world.undo(insurer, moved)
    // Back where it was, the mover's own signature returns; the other organisation signs again.
    expect(sides()).toEqual(['changed', 'confirmed'])
  })

  it('reopens only for the other side when one side changes a term and confirms it in one edit', () => {
    const { world, broker, handoff, sides } = confirmedByBoth()
    const terms = { ...termsOf(world.everything.get('link', handoff)!), expectedMinutes: 30 }
    world.act(
      broker,
      { type: 'link.change', id: handoff, fields: { expectedMinutes: 30 } },
      { type: 'handoff.confirm', confirmationId: newId(), linkId: handoff, terms },
    )
    expect(sides()).toEqual(['confirmed', 'changed'])
  })

  it('cannot be deleted by the other side: neither the link nor a card at its end', () => {
    const { world, insurer, handoff, cards, lanes } = confirmedByBoth()
    for (const removal of [
      { type: 'link.remove', id: handoff },
      { type: 'touchpoint.remove', id: cards.insurer },
      { type: 'lane.remove', id: lanes.insurer },
      { type: 'link.decide', id: handoff, accept: false },
      { type: 'touchpoint.decide', id: cards.insurer, accept: false },
    ] as const)
      expect(world.try(insurer, removal), removal.type).toMatchObject({ accepted: false })
    world.act(insurer, {
      type: 'handoff.dispute',
      confirmationId: newId(),
      linkId: handoff,
      note: 'Nobody told us.',
    })
    expect(world.try(insurer, { type: 'link.remove', id: handoff }).accepted).toBe(false)
  })

  it('was accepted: nobody declines it afterwards, whether it is signed or not', () => {
    const { world, insurer, broker, handoff, cards } = openSharedJourney()
    for (const author of [insurer, broker])
      expect(world.try(author, { type: 'link.decide', id: handoff, accept: false }).accepted).toBe(false)
    expect(world.try(insurer, { type: 'touchpoint.decide', id: cards.insurer, accept: false }).accepted).toBe(
      false,
    )
  })

  it('can be disputed, with the reason', () => {
    const { world, insurer, handoff, sides } = confirmedByBoth()
    world.act(insurer, {
      type: 'handoff.dispute',
      confirmationId: newId(),
      linkId: handoff,
      note: 'It lands in a generic mailbox.',
    })
    expect(sides()).toEqual(['confirmed', 'disputed'])
  })

  it('never gets a signature back under other terms by undo and redo', () => {
    const { world, insurer, broker, handoff, confirm, sides } = (() => {
      const journey = openSharedJourney()
      const states = () => {
        const { from, to } = handoffOf(
          journey.world.everything.get('link', journey.handoff)!,
          journey.world.everything,
        )!
        return [from.state, to.state]
      }
      return { ...journey, sides: states }
    })()
    const confirmed = confirm(insurer, handoff)
    const undone = world.undo(insurer, confirmed)
    expect(sides()).toEqual(['open', 'open'])
    world.act(broker, { type: 'link.change', id: handoff, fields: { expectedMinutes: 1 } })
    world.undo(insurer, undone.edit)
    expect(world.everything.all('confirmation').filter((row) => row.state === 'confirmed')).toEqual([])
    expect(sides()).toEqual(['open', 'changed'])
  })

  it('is open again for an organisation that follows another as holder of the party', () => {
    const { world, broker, sides, parties } = confirmedByBoth()
    world.act(broker, { type: 'party.release', id: parties.broker })
    expect(sides()).toEqual(['open', 'confirmed'])
  })
})
