// A line says that one's inbox has something new: to whoever is called, about what they may see, and to nobody else.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isCalled } from '../../api/live/room.ts'
import { type AudienceKey, mapKey, organisationKey, type Viewer } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { newId } from '../invariants/scene.ts'
import { addColleague } from '../support/organisations.ts'
import { type TestLine, until } from './instances.ts'
import { openRoom } from './room.ts'

const room = openRoom()

const news = (line: TestLine) => line.heard.filter(({ message }) => message.type === 'news').length
const changes = (line: TestLine) => line.heard.filter(({ message }) => message.type === 'changed').length

/** The broker writes to the insurer on the map both share, calling somebody. */
function question(id: string, called: Viewer, more: object = {}): ActionInput {
  const { insurer, shared } = room.scene
  return {
    ...{ type: 'comment.add', id, targetKind: 'touchpoint', targetId: shared.card, text: 'SECRET' },
    ...{ mentions: [called], with: { organisationIds: [insurer.organisationId] } },
    ...more,
  } as ActionInput
}

describe('whoever is called', () => {
  it('hears it on the other instance; the author, colleagues, and organisations that do not see it hear nothing', async () => {
    const { insurer, broker, rival, act } = room.scene
    const colleague = await addColleague(room.one.door, insurer.organisationId, 'editor')
    const [called, beside, author, stranger] = await Promise.all([
      room.page(room.two, insurer),
      room.page(room.two, colleague),
      room.page(room.two, broker),
      room.page(room.two, rival),
    ])
    // For everyone on the map: naming the organisation would call all of it.
    await act(broker, [question(newId(), insurer, { with: 'map' })])
    await called.hears(({ type }) => type === 'news')
    await beside.hears(({ type }) => type === 'changed')
    await sleep(1_200)
    expect([called, beside, author, stranger].map(news)).toEqual([1, 0, 0, 0])
    // The rival shares no map with them: not even that something changed.
    expect(changes(stranger)).toBe(0)
    expect(JSON.stringify(called.heard)).not.toContain('SECRET')
  })

  it('hears of an offer to organise and of its withdrawal; an editor of theirs and a third organisation do not', async () => {
    const { insurer, broker, rival, act } = room.scene
    const editor = await addColleague(room.one.door, broker.organisationId, 'editor')
    const [called, beside, stranger] = [
      await room.page(room.two, broker),
      await room.page(room.two, editor),
      await room.page(room.two, rival),
    ]
    const id = newId()
    await act(insurer, [{ type: 'handover.offer', id, toOrganisationId: broker.organisationId }])
    await called.hears(({ type }) => type === 'news')
    await beside.hears(({ type }) => type === 'changed')
    const before = news(called)
    await act(insurer, [{ type: 'handover.withdraw', id }])
    await until(() => news(called) > before)
    await sleep(1_200)
    expect([news(beside), news(stranger), changes(stranger)]).toEqual([0, 0, 0])
  })

  it('hears it only in the organisation they were called in', async () => {
    const { insurer, broker, act } = room.scene
    const elsewhere = { personId: insurer.personId, organisationId: broker.organisationId }
    const keys = new Set([organisationKey(broker.organisationId)])
    const line = { keys, known: new Set<string>(), owner: ownerOf(elsewhere) }
    await act(broker, [question(newId(), insurer)])
    const audience = [organisationKey(broker.organisationId), organisationKey(insurer.organisationId)]
    const called = [{ ...insurer, change: seenBy(audience) }]
    expect(isCalled(line, called)).toBe(false)
    expect(isCalled({ ...line, owner: ownerOf(insurer) }, called)).toBe(true)
  })

  it('hears nothing more of a thread that is not for them any more, and again once it is', async () => {
    const { insurer, broker, act } = room.scene
    const id = newId()
    const share = (sharing: 'organisation' | 'map'): ActionInput => ({
      ...{ type: 'comment.share', id, with: sharing },
    })
    await act(broker, [question(id, insurer)])
    const [insurers, brokers] = [await room.page(room.two, insurer), await room.page(room.two, broker)]
    await sleep(100)
    await act(broker, [share('organisation')])
    await act(broker, [{ type: 'comment.change', id, fields: { text: 'Between us' } }])
    await sleep(1_200)
    expect(changes(brokers)).toBeGreaterThan(0)
    expect(news(insurers)).toBe(0)
    await act(broker, [share('map')])
    await insurers.hears(({ type }) => type === 'news')
  })

  it('hears that a view was withdrawn, and nothing of what its owner does with it afterwards', async () => {
    const { insurer, broker, shared, act } = room.scene
    const [view, target] = [newId(), { targetKind: 'touchpoint', targetId: shared.ownCard } as const]
    const share = (sharing: 'organisation' | { organisationIds: string[] }): ActionInput => ({
      ...{ type: 'perspective.share', id: view, with: sharing },
    })
    await act(insurer, [
      { type: 'perspective.add', id: view, ...target, notes: 'ours' },
      share({ organisationIds: [broker.organisationId] }),
    ])
    await room.one.door.asSystem('test', (tx) => tx.execute('update news set read_at = now()'))
    const [brokers, insurers] = [await room.page(room.two, broker), await room.page(room.two, insurer)]
    await sleep(100)
    await act(insurer, [share('organisation')])
    await brokers.hears(({ type }) => type === 'news')
    await sleep(300)
    const before = brokers.heard.length
    const known = changes(insurers)
    // The line about it is unread still: what is attached to the same card is not for them.
    await act(insurer, [{ type: 'perspective.change', id: view, fields: { notes: 'ours alone' } }])
    while (changes(insurers) === known) await sleep(5)
    await sleep(1_200)
    expect(brokers.heard.length).toBe(before)
  })

  it('hears that who answers for a card is not told any more', async () => {
    const { insurer, broker, rival, shared, insurerParty, act } = room.scene
    const [ownership, id] = [newId(), newId()]
    const share = (sharing: 'organisation' | { organisationIds: string[] }): ActionInput => ({
      ...{ type: 'responsibility.share', id, with: sharing },
    })
    await act(insurer, [
      {
        ...{ type: 'ownership.add', id: ownership, touchpointId: shared.ownCard, partyId: insurerParty },
        accountability: 'accountable',
      },
      { type: 'responsibility.add', id, ownershipId: ownership, person: 'SECRET' },
      share({ organisationIds: [broker.organisationId] }),
    ])
    await room.one.door.asSystem('test', (tx) => tx.execute('update news set read_at = now()'))
    const [brokers, insurers, rivals] = [
      await room.page(room.two, broker),
      await room.page(room.two, insurer),
      await room.page(room.two, rival),
    ]
    await sleep(100)
    await act(insurer, [share('organisation')])
    await brokers.hears(({ type }) => type === 'news')
    await sleep(300)
    expect([insurers, rivals].map(news)).toEqual([0, 0])
    expect(JSON.stringify([brokers.heard, rivals.heard])).not.toContain('SECRET')
    const before = brokers.heard.length
    await act(insurer, [{ type: 'responsibility.change', id, fields: { person: 'SECRET too' } }])
    await insurers.hears(({ type }) => type === 'changed')
    await sleep(1_200)
    expect(brokers.heard.length).toBe(before)
  })

  it('hears nothing of changes to what they have read', async () => {
    const { insurer, broker, act } = room.scene
    const id = newId()
    await act(broker, [question(id, insurer)])
    await room.one.door.asSystem('test', (tx) => tx.execute('update news set read_at = now()'))
    const insurers = await room.page(room.two, insurer)
    await sleep(100)
    await act(broker, [{ type: 'comment.change', id, fields: { text: 'Who phones them?' } }])
    await insurers.hears(({ type }) => type === 'changed')
    await sleep(300)
    expect(news(insurers)).toBe(0)
  })
})

describe('the filter', () => {
  const me = { personId: newId(), organisationId: newId() }
  const mapId = newId()
  const line = {
    keys: new Set([mapKey(mapId), organisationKey(me.organisationId)]),
    known: new Set<string>(),
    owner: ownerOf(me),
  }

  it('needs the person, the organisation and a key of the row', () => {
    const called = (more: object) => [{ ...me, change: seenBy([mapKey(mapId)]), ...more }]
    expect(isCalled(line, called({}))).toBe(true)
    expect(isCalled(line, called({ personId: newId() }))).toBe(false)
    expect(isCalled(line, called({ organisationId: newId() }))).toBe(false)
    expect(isCalled(line, called({ change: seenBy([mapKey(newId())]) }))).toBe(false)
    expect(isCalled({ ...line, keys: null }, called({}))).toBe(false)
    expect(isCalled(line, [])).toBe(false)
  })

  it('without the audience would tell of a row that is hidden, and be noticed', () => {
    const hidden = [{ ...me, change: seenBy([organisationKey(newId())]) }]
    const careless = () => hidden.some(({ personId }) => personId === me.personId)
    expect([careless(), isCalled(line, hidden)]).toEqual([true, false])
  })
})

/** A change of more than who sees it, for these. */
function seenBy(after: readonly AudienceKey[]) {
  return { after, before: null, organisationId: null, named: null }
}

function ownerOf(viewer: Viewer) {
  return { viewer, sessionId: newId(), name: 'Ada' }
}
