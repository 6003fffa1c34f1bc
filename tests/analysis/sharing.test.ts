import { describe, expect, it } from 'vitest'
import { keysOfOrganisation, keysOnMaps, partnerView } from '../../shared/analysis/partnerView.ts'
import { sharedOutside, whoSees } from '../../shared/analysis/sharedOutside.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import { newId, openJourney, openSharedJourney } from '../support/journey.ts'

function withViews() {
  const journey = openSharedJourney()
  const { world, broker, cards } = journey
  const [secret, open, mark] = [newId(), newId(), newId()]
  const target = { targetKind: 'touchpoint', targetId: cards.insurer } as const
  world.act(
    broker,
    { type: 'perspective.add', id: secret, ...target, performance: 3 },
    { type: 'perspective.add', id: open, ...target, onBehalfOf: 'customer', performance: 4 },
    { type: 'perspective.share', id: open, with: 'map' },
    { type: 'mark.add', id: mark, ...target, kind: 'pain', with: 'organisation' },
  )
  return { ...journey, secret, open, mark }
}

describe('what a partner sees of ours', () => {
  it('is exactly what the partner itself sees of the rows we see', () => {
    const { world, insurer, broker } = withViews()
    const seen = world.seenBy(broker)
    const view = partnerView(seen, keysOfOrganisation(insurer.organisationId, seen))
    const theirs = world.seenBy(insurer)
    for (const kind of rowKinds) {
      const expected = seen.all(kind).filter((row) => theirs.get(kind, row.id))
      expect(
        view
          .all(kind)
          .map(({ id }) => id)
          .toSorted(),
        kind,
      ).toEqual(expected.map(({ id }) => id).toSorted())
    }
  })

  it('never contains our private view, nor what only they see', () => {
    const { world, insurer, broker, secret, open, mark, cards } = withViews()
    const theirs = newId()
    const target = { targetKind: 'touchpoint', targetId: cards.broker } as const
    world.act(insurer, { type: 'perspective.add', id: theirs, ...target, performance: 1 })
    const seen = world.seenBy(broker)
    const view = partnerView(seen, keysOfOrganisation(insurer.organisationId, seen))
    expect(view.all('perspective').map(({ id }) => id)).toEqual([open])
    expect(view.get('perspective', secret)).toBeUndefined()
    expect(view.get('perspective', theirs)).toBeUndefined()
    expect(view.get('mark', mark)).toBeUndefined()
  })

  it('can be shown before an invitation is sent: the maps it would be invited to, nothing of other maps', () => {
    const { world, insurer, mapId, lanes, card } = openJourney()
    const id = card(insurer, lanes.broker)
    const other = newId()
    world.act(insurer, { type: 'map.add', id: other, participantId: newId(), name: 'Other', rank: 'a5' })
    const seen = world.seenBy(insurer)
    const preview = partnerView(seen, keysOnMaps(newId(), [mapId], seen))
    expect(preview.get('touchpoint', id)).toBeDefined()
    expect(preview.all('map').map((map) => map.id)).toEqual([mapId])
    expect(partnerView(seen, keysOnMaps(newId(), [], seen)).all('touchpoint')).toEqual([])
  })
})

describe('everything outsiders see of ours', () => {
  it('names each object with who sees it and whether we can take it back', () => {
    const { world, insurer, broker, open, secret, cards, confirm, handoff } = withViews()
    confirm(broker, handoff)
    const shared = sharedOutside(world.seenBy(broker), broker.organisationId)
    expect(shared.map(({ kind, title, canWithdraw }) => [kind, title, canWithdraw]).toSorted()).toEqual([
      ['confirmation', 'risk details', false],
      ['lane', 'Broker', false],
      ['link', 'risk details', false],
      ['participant', 'Cover and claim', false],
      ['party', 'Broker', false],
      ['perspective', 'Reviews the risk', true],
      ['stage', 'Place', false],
      ['stage', 'Win', false],
      ['touchpoint', 'Enters the risk', false],
    ])
    expect(shared.every((one) => one.seenByOrganisationIds.join() === insurer.organisationId)).toBe(true)
    expect(shared.map(({ row }) => row.id)).toEqual(expect.arrayContaining([open, cards.broker]))
    expect(shared.map(({ row }) => row.id)).not.toContain(secret)
  })

  it('follows withdrawal and leaving', () => {
    const { world, insurer, broker, open, cards } = withViews()
    const kinds = ['perspective', 'touchpoint']
    const ids = () =>
      sharedOutside(world.seenBy(broker), broker.organisationId)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ row }) => row.id)
    world.act(broker, { type: 'perspective.share', id: open, with: 'organisation' })
    expect(ids()).toEqual([cards.broker])
    const row = world.everything.get('touchpoint', cards.broker)!
    expect(whoSees(row, world.seenBy(broker), broker.organisationId)).toEqual([insurer.organisationId])
    expect(whoSees(row, world.seenBy(insurer), insurer.organisationId)).toEqual([broker.organisationId])
  })
})
