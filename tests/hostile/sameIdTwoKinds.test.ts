// A row of another kind with the same id, made in the same edit, must not shield anything from rules and consequences.
import { describe, expect, it } from 'vitest'
import { openSharedJourney } from '../support/journey.ts'

function agreed() {
  const journey = openSharedJourney()
  const { broker, insurer, confirm, handoff, world } = journey
  confirm(broker, handoff)
  confirm(insurer, handoff)
  const signatures = () => world.everything.all('confirmation')
  const note = (id: string) =>
    ({
      type: 'mark.add',
      id,
      targetKind: 'touchpoint',
      targetId: journey.cards.broker,
      kind: 'pain',
      with: 'map',
    }) as const
  return { ...journey, signatures, note }
}

describe('a mark with the id of a row of another kind', () => {
  it('does not keep the other side’s signature under terms it never saw', () => {
    const { broker, insurer, world, handoff, signatures, note } = agreed()
    const theirs = signatures().find(({ organisationId }) => organisationId === insurer.organisationId)!

    world.act(broker, note(theirs.id), {
      type: 'link.change',
      id: handoff,
      fields: { expectedMinutes: 9_000 },
    })

    expect(signatures().map(({ state }) => state)).toEqual(['voided', 'voided'])
  })

  it('does not let a card go whose handoff the other side has confirmed', () => {
    const { broker, world, handoff, cards, note } = agreed()

    const outcome = world.try(broker, note(handoff), { type: 'touchpoint.remove', id: cards.broker })

    expect(outcome).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
  })

  it('does not leave links behind at a card that is gone', () => {
    const { broker, world, cards, note, card, link, lanes } = agreed()
    const plain = card(broker, lanes.broker)
    const id = link(broker, plain, cards.broker)

    world.act(broker, note(id), { type: 'touchpoint.remove', id: plain })

    expect(world.everything.get('link', id)!.deleted).toBe(true)
  })
})
