import { describe, expect, it } from 'vitest'
import { movedFields } from '../../shared/edits/movedOn.ts'
import { newId, openSharedJourney, person } from '../support/journey.ts'

describe('undo', () => {
  it('reverts only the fields that nobody has changed since', () => {
    const { world, insurer, cards } = openSharedJourney()
    const id = cards.insurer
    const colleague = person('editor', insurer.organisationId)
    const mine = world.act(insurer, {
      type: 'touchpoint.change',
      id,
      fields: { name: 'Underwrites', channel: 'portal', purpose: 'Price the risk' },
    })
    world.act(colleague, { type: 'touchpoint.change', id, fields: { channel: 'email' } })
    expect(world.undo(insurer, mine).accepted).toBe(true)
    expect(world.everything.get('touchpoint', id)).toMatchObject({
      name: 'Reviews the risk',
      channel: 'email',
      purpose: '',
    })
  })

  it.each(['lane', 'stage'] as const)(
    'of a deleted %s brings back whole what others had put there',
    (what) => {
      const { world, insurer, broker, cards, lanes, stages, parties, handoff, confirm, card } =
        openSharedJourney()
      const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
      confirm(insurer, handoff)
      const proposed = card(broker, lanes.insurer, { name: 'Looks at it together' })
      const place = { laneId: lanes.insurer, stageId: stages.buy, rank: 'Zz' }
      const [sideId, partId] = [newId(), newId()]
      const shared = { laneId: lanes.broker, stageId: stages.win, rank: 'a5' }
      const part = {
        touchpointId: cards.insurer,
        partyId: parties.broker,
        accountability: 'contributes',
      } as const
      world.act(
        broker,
        { type: 'perspective.add', id: newId(), ...target, performance: 3, notes: 'We steer elsewhere' },
        { type: 'move.propose', id: newId(), touchpointId: cards.insurer, ...place },
        { type: 'ownership.add', id: partId, ...part },
      )
      world.act(
        insurer,
        { type: 'ownership.decide', id: partId, accept: true },
        { type: 'side.add', id: sideId, touchpointId: cards.bakery, ...shared },
      )
      world.act(broker, { type: 'side.decide', id: sideId, accept: true })
      const before = world.contents()
      const gone = world.act(
        insurer,
        what === 'lane'
          ? { type: 'lane.remove', id: lanes.insurer }
          : { type: 'stage.remove', id: stages.buy },
      )
      expect(world.everything.get('touchpoint', proposed)?.deleted).toBe(true)
      expect(world.contents()).not.toEqual(before)
      expect(world.undo(insurer, gone).accepted).toBe(true)
      expect(world.contents()).toEqual(before)
    },
  )

  it('says so when somebody has changed all of it since', () => {
    const { world, insurer, cards } = openSharedJourney()
    const id = cards.insurer
    const colleague = person('editor', insurer.organisationId)
    const mine = world.act(insurer, { type: 'touchpoint.change', id, fields: { name: 'Underwrites' } })
    world.act(colleague, { type: 'touchpoint.change', id, fields: { name: 'Prices the risk' } })
    expect(world.undo(insurer, mine)).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
    expect(world.everything.get('touchpoint', id)?.name).toBe('Prices the risk')
  })

  it('does not notice a change that was taken back to the same value as the same', () => {
    const { world, insurer, cards } = openSharedJourney()
    const id = cards.insurer
    const rename = (name: string) => ({ type: 'touchpoint.change', id, fields: { name } }) as const
    const mine = world.act(insurer, rename('Underwrites'))
    world.act(insurer, rename('Prices'))
    world.act(insurer, rename('Underwrites'))
    expect(world.undo(insurer, mine)).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
  })

  it('is authorised again: a right lost since is lost for undo too', () => {
    const { world, broker, cards } = openSharedJourney()
    const mine = world.act(broker, {
      type: 'touchpoint.change',
      id: cards.broker,
      fields: { name: 'Keys it in' },
    })
    expect(world.undo({ ...broker, role: 'viewer' }, mine)).toMatchObject({
      accepted: false,
      refusal: { code: 'edit.notAllowed' },
    })
  })

  it('is only for edits of one’s own', () => {
    const { world, broker, insurer, cards } = openSharedJourney()
    const theirs = world.act(broker, {
      type: 'touchpoint.change',
      id: cards.broker,
      fields: { name: 'Keys' },
    })
    expect(world.undo(insurer, theirs)).toMatchObject({ accepted: false, refusal: { code: 'edit.notFound' } })
  })

  it('takes back a whole gesture as one step', () => {
    const { world, insurer, lanes, stages } = openSharedJourney()
    const before = world.contents()
    const [first, second] = [newId(), newId()]
    const card = { laneId: lanes.insurer, stageId: stages.buy, rank: 'a1' }
    const pasted = world.act(
      insurer,
      { type: 'touchpoint.add', id: first, name: 'One', ...card },
      { type: 'touchpoint.add', id: second, name: 'Two', ...card },
      { type: 'link.add', id: newId(), fromTouchpointId: first, toTouchpointId: second },
    )
    expect(world.undo(insurer, pasted).accepted).toBe(true)
    expect(world.contents()).toEqual(before)
  })

  it('asks a co-owner again instead of saying yes in its place', () => {
    const { world, insurer, broker, cards, parties } = openSharedJourney()
    const id = newId()
    const part = { touchpointId: cards.insurer, partyId: parties.broker } as const
    world.act(insurer, { type: 'ownership.add', id, ...part, accountability: 'contributes' })
    world.act(broker, { type: 'ownership.decide', id, accept: true })
    const raised = world.act(insurer, {
      type: 'ownership.change',
      id,
      fields: { accountability: 'accountable' },
    })
    world.undo(insurer, raised)
    expect(world.everything.get('ownership', id)).toMatchObject({
      accountability: 'contributes',
      state: 'proposed',
    })
  })

  it('has nothing to do for a card that somebody has deleted already', () => {
    const { world, insurer, lanes, card } = openSharedJourney()
    const id = card(insurer, lanes.insurer)
    const added = world.lastEditOf(insurer)!
    world.act(person('editor', insurer.organisationId), { type: 'touchpoint.remove', id })
    expect(world.undo(insurer, added)).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
  })

  it('names what has moved on, what it is now and what it would become', () => {
    const { world, insurer, id, mine } = renamedByBoth()
    const reader = world.seenBy(insurer)
    expect(movedFields({ ...mine, since: [] }, reader)).toEqual([
      { kind: 'touchpoint', id, field: 'name', version: 3, now: 'Theirs', before: 'Reviews the risk' },
    ])
    expect(movedFields({ ...mine, since: [] }, world.seenBy(person()))).toEqual([])
  })

  it('puts a moved field back when its author says so, and redo brings the later one back', () => {
    const { world, insurer, id, mine } = renamedByBoth()
    const force = [{ kind: 'touchpoint', id, field: 'name', version: 3 }] as const
    const undone = world.try(insurer, { type: 'edit.undo', ...mine, force: [...force] })
    expect(undone.accepted).toBe(true)
    expect(world.everything.get('touchpoint', id)?.name).toBe('Reviews the risk')
    expect(world.undo(insurer, undone.edit).accepted).toBe(true)
    expect(world.everything.get('touchpoint', id)?.name).toBe('Theirs')
  })

  it('puts nothing back over a change that nobody has read', () => {
    const { world, insurer, colleague, id, mine } = renamedByBoth()
    world.act(colleague, { type: 'touchpoint.change', id, fields: { name: 'Theirs again' } })
    const force = [{ kind: 'touchpoint', id, field: 'name', version: 3 } as const]
    const undone = world.try(insurer, { type: 'edit.undo', ...mine, force })
    expect(undone).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
    expect(world.everything.get('touchpoint', id)?.name).toBe('Theirs again')
  })

  it('asks the right of now also when it is told to overwrite', () => {
    const { world, insurer, id, mine } = renamedByBoth()
    const force = [{ kind: 'touchpoint', id, field: 'name', version: 3 } as const]
    const demoted = { ...insurer, role: 'viewer' as const }
    const undone = world.try(demoted, { type: 'edit.undo', ...mine, force })
    expect(undone).toMatchObject({ accepted: false, refusal: { code: 'edit.notAllowed' } })
  })

  it('overwrites only what the undone edit had changed', () => {
    const { world, insurer, id, mine } = renamedByBoth()
    const force = [{ kind: 'touchpoint', id, field: 'purpose', version: 1 } as const]
    world.act(insurer, { type: 'touchpoint.change', id, fields: { purpose: 'A fair price' } })
    const undone = world.try(insurer, { type: 'edit.undo', ...mine, force })
    expect(undone).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
    expect(world.everything.get('touchpoint', id)).toMatchObject({ name: 'Theirs', purpose: 'A fair price' })
  })

  it('counts an edit of another browser of one’s own as one’s own when it is named', () => {
    const { world, insurer, cards } = openSharedJourney()
    const id = cards.insurer
    const rename = (name: string) => ({ type: 'touchpoint.change', id, fields: { name } }) as const
    const first = world.act(insurer, rename('One'))
    const second = world.act(insurer, rename('Two'))
    const undone = world.undo(insurer, second)
    const since = [second, undone.edit]
    expect(world.undo(insurer, first)).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
    expect(world.try(insurer, { type: 'edit.undo', ...first, since }).accepted).toBe(true)
    expect(world.everything.get('touchpoint', id)?.name).toBe('Reviews the risk')
  })

  it('never brings a signature back over what came since, whatever it is told', () => {
    const { world, insurer, handoff, confirm } = openSharedJourney()
    confirm(insurer, handoff)
    const { id } = world.everything.list('confirmation', 'linkId', handoff)[0]!
    const withdrawn = world.act(insurer, { type: 'handoff.withdraw', id })
    const colleague = person('admin', insurer.organisationId)
    world.act(colleague, { type: 'handoff.dispute', confirmationId: id, linkId: handoff, note: 'No.' })
    const version = world.everything.get('confirmation', id)!.versions.state!
    const force = [{ kind: 'confirmation', id, field: 'state', version } as const]
    const undone = world.try(insurer, { type: 'edit.undo', ...withdrawn, force })
    expect(undone).toMatchObject({ accepted: false, refusal: { code: 'edit.movedOn' } })
    expect(world.everything.get('confirmation', id)?.state).toBe('disputed')
  })
})

/** The insurer renamed its card, then a colleague did. */
function renamedByBoth() {
  const { world, insurer, cards } = openSharedJourney()
  const id = cards.insurer
  const colleague = person('editor', insurer.organisationId)
  const mine = world.act(insurer, { type: 'touchpoint.change', id, fields: { name: 'Mine' } })
  world.act(colleague, { type: 'touchpoint.change', id, fields: { name: 'Theirs' } })
  return { world, insurer, colleague, id, mine }
}
