import { expect, it } from 'vitest'
import { readEdit } from '../../shared/edits/readEdit.ts'
import { newId, openSharedJourney } from '../support/journey.ts'

it('a mark is its organisation’s alone until that shares it, also over the API, which need not say for whom it is', () => {
  const { world, insurer, broker, cards } = openSharedJourney()
  const [unsaid, shared] = [newId(), newId()]
  const mark = { type: 'mark.add', targetKind: 'touchpoint', targetId: cards.broker, kind: 'pain' } as const
  world.act(broker, { ...mark, id: unsaid }, { ...mark, id: shared, with: 'map' })
  const seenBy = (author: typeof broker) =>
    world
      .seenBy(author)
      .all('mark')
      .map(({ id }) => id)
      .sort()
  expect(seenBy(broker)).toEqual([unsaid, shared].sort())
  expect(seenBy(insurer)).toEqual([shared])
  world.act(broker, { type: 'mark.share', id: unsaid, with: 'map' })
  expect(seenBy(insurer)).toEqual([unsaid, shared].sort())
})

it('a mark that an older page made without saying for whom is for everybody on the map, as it was then', () => {
  const mark = { type: 'mark.add', id: newId(), targetKind: 'touchpoint', targetId: newId(), kind: 'pain' }
  const read = (version: number, action: object) =>
    readEdit({ clientId: newId(), number: 1, version, actions: [action] })
  expect(read(1, mark)).toMatchObject({ actions: [{ with: 'map' }] })
  expect(read(2, mark)).toMatchObject({ actions: [{ with: 'organisation' }] })
  expect(read(1, { ...mark, with: 'organisation' })).toMatchObject({ actions: [{ with: 'organisation' }] })
})
