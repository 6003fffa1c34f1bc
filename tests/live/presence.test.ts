// Who sees whom on a map, and what they are at: asked as partners who would like to know more than they may.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { shownTo } from '../../api/live/presence/shownTo.ts'
import { mapKey, organisationKey } from '../../shared/audience/audience.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { rowKey } from '../../shared/edits/reader.ts'
import { nowhere, type Whereabouts } from '../../shared/live/messages.ts'
import { newId, type Scene } from '../invariants/scene.ts'
import { addColleague } from '../support/organisations.ts'
import type { TestLine } from './instances.ts'
import { openRoom } from './room.ts'

const room = openRoom()

const touchpoint = (id: string) => ({ kind: 'touchpoint', id }) as const
const textOf = (line: TestLine) => JSON.stringify(line.heard.map(({ message }) => message))

describe('on a shared map', () => {
  it('both see each other across instances, with what they have selected and edit', async () => {
    const { insurer, broker, shared } = room.scene
    const [insurers, brokers] = [
      await room.pageOn(room.one, insurer, shared.mapId),
      await room.pageOn(room.two, broker, shared.mapId),
    ]
    await Promise.all([insurers, brokers].map((line) => line.sees((people) => people.length === 1)))
    expect(insurers.present()[0]).toMatchObject({ organisation: 'Broker', personId: broker.personId })
    const selected = touchpoint(shared.card)
    const editing = { ...selected, field: 'purpose' }
    const looking = { cardId: shared.card, right: 4, down: -3, zoom: 1 }
    brokers.is({ mapId: shared.mapId, selected, editing, looking })
    await insurers.sees(([person]) => person?.editing?.field === 'purpose')
    expect(insurers.present()[0]).toMatchObject({ selected, editing, looking })
    brokers.is({ mapId: shared.mapId })
    await insurers.sees(([person]) => person?.selected === null)
    brokers.close()
    await insurers.sees((people) => people.length === 0)
  })

  it('whoever comes later sees who is there already', async () => {
    const { insurer, broker, shared } = room.scene
    const first = await room.pageOn(room.one, insurer, shared.mapId)
    first.is({ mapId: shared.mapId, selected: touchpoint(shared.ownCard) })
    await sleep(300)
    const later = await room.pageOn(room.two, broker, shared.mapId)
    await later.sees(([person]) => person?.selected?.id === shared.ownCard)
  })

  it('somebody on another map, or on none, is not there', async () => {
    const { insurer, broker, shared, other } = room.scene
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    await brokers.sees((people) => people.length === 1)
    insurers.is({ mapId: other.mapId, selected: touchpoint(other.ownCard) })
    await brokers.sees((people) => people.length === 0)
    insurers.is({ mapId: null })
    await sleep(300)
    expect(textOf(brokers)).not.toContain(other.mapId)
    expect(textOf(brokers)).not.toContain(other.ownCard)
  })
})

describe('a hostile partner', () => {
  it('that shares no map learns nothing, whatever map it claims to be on', async () => {
    const { insurer, broker, rival, shared } = room.scene
    const rivals = await room.pageOn(room.two, rival, shared.mapId)
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    insurers.is({ mapId: shared.mapId, selected: touchpoint(shared.ownCard) })
    await brokers.sees(([person]) => person?.selected !== null && person !== undefined)
    rivals.is({ mapId: shared.mapId, selected: touchpoint(shared.ownCard) })
    await sleep(400)
    expect(rivals.heard.map(({ message }) => message.type)).toEqual(['ready'])
    // Nor does anybody see the rival, who is not there.
    expect([...insurers.present(), ...brokers.present()].map(({ personId }) => personId)).not.toContain(
      rival.personId,
    )
  })

  it('sees a colleague at a private row as online, no more, and hears nothing of what goes on there', async () => {
    const { insurer, broker, shared, act } = room.scene
    const perspective = newId()
    await act(insurer, [privateView(perspective, shared.ownCard)])
    const colleague = await addColleague(room.one.door, insurer.organisationId, 'editor')
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    const colleagues = await room.pageOn(room.two, colleague, shared.mapId)
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    await brokers.sees((people) => people.length === 2)
    const before = brokers.heard.length
    for (const field of ['notes', 'goals', 'excellent']) {
      const editing = { kind: 'perspective', id: perspective, field } as const
      insurers.is({ mapId: shared.mapId, selected: { kind: 'perspective', id: perspective }, editing })
      await colleagues.sees((people) => people.some((person) => person.editing?.field === field))
    }
    await sleep(300)
    expect(brokers.heard.length).toBe(before)
    expect(textOf(brokers)).not.toContain(perspective)
    const online = brokers.present().find(({ personId }) => personId === insurer.personId)
    expect(online).toMatchObject({ selected: null, editing: null, looking: null })
  })

  it('learns of a field only with the row it is of: marks, threads, and who answers for a card', async () => {
    const { insurer, broker, shared, act, insurerParty } = room.scene
    const [mark, thread, wide, ownership, answers, side] = Array.from({ length: 6 }, newId) as string[]
    const target = { targetKind: 'touchpoint', targetId: shared.ownCard } as const
    const comment = { type: 'comment.add', ...target } as const
    const share = {
      touchpointId: shared.ownCard,
      partyId: insurerParty,
      accountability: 'accountable',
    } as const
    const place = { laneId: shared.lane, stageId: shared.stageId, rank: 'a5', name: '' }
    await act(insurer, [
      { type: 'mark.add', id: mark!, ...target, kind: 'pain', statement: 'ours alone', with: 'map' },
      { type: 'mark.share', id: mark!, with: 'organisation' },
      { ...comment, id: thread!, text: 'ours alone', with: 'organisation' },
      { ...comment, id: wide!, text: 'for all', with: 'map' },
      { type: 'ownership.add', id: ownership!, ...share },
      {
        ...({ type: 'responsibility.add', id: answers!, ownershipId: ownership! } as const),
        ...{ department: 'ours alone', region: '', person: '' },
      },
      { type: 'side.add', id: side!, touchpointId: shared.ownCard, ...place },
    ])
    const colleague = await addColleague(room.one.door, insurer.organisationId, 'editor')
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    const colleagues = await room.pageOn(room.two, colleague, shared.mapId)
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    await brokers.sees((people) => people.length === 2)
    const isAt = async (editing: NonNullable<Whereabouts['editing']>, by: TestLine) => {
      insurers.is({ mapId: shared.mapId, editing })
      await by.sees((people) =>
        people.some((person) => person.editing?.id === editing.id && person.editing.field === editing.field),
      )
    }
    const before = brokers.heard.length
    await isAt({ kind: 'mark', id: mark!, field: 'statement' }, colleagues)
    await isAt({ kind: 'comment', id: thread!, field: 'reply' }, colleagues)
    await isAt({ kind: 'responsibility', id: answers!, field: 'department' }, colleagues)
    await sleep(300)
    expect(brokers.heard.length).toBe(before)
    for (const secret of [mark, thread, answers]) expect(textOf(brokers)).not.toContain(secret)
    // What everyone on the map sees, they are told: were nothing told at all, the silence above would show nothing.
    await isAt({ kind: 'comment', id: wide!, field: 'reply' }, brokers)
    await isAt({ kind: 'side', id: side!, field: 'name' }, brokers)
    await isAt({ kind: 'ownership', id: ownership!, field: 'accountability' }, brokers)
    await isAt({ kind: 'lane', id: shared.ownLane, field: 'nature' }, brokers)
    await act(insurer, [{ type: 'mark.share', id: mark!, with: 'map' }])
    await isAt({ kind: 'mark', id: mark!, field: 'statement' }, brokers)
  })

  it('stops seeing what somebody is at once the row is narrowed, and sees it once it is shared', async () => {
    const { insurer, broker, shared, act } = room.scene
    const perspective = newId()
    await act(insurer, [privateView(perspective, shared.ownCard)])
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    insurers.is({ mapId: shared.mapId, selected: { kind: 'perspective', id: perspective } })
    await brokers.sees((people) => people.length === 1)
    await act(insurer, [{ type: 'perspective.share', id: perspective, with: 'map' }])
    await brokers.sees(([person]) => person?.selected?.id === perspective)
    await act(insurer, [{ type: 'perspective.share', id: perspective, with: 'organisation' }])
    await brokers.sees(([person]) => person?.selected === null, 2_000)
  })

  it('that was removed from the map sees nobody there within two seconds, and is seen by nobody', async () => {
    const { insurer, broker, shared, act } = room.scene
    // A second shared map, so that the line itself stays open.
    const elsewhere = await joinSecondMap(room.scene)
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    await Promise.all([insurers, brokers].map((line) => line.sees((people) => people.length === 1)))
    await act(broker, [{ type: 'participant.leave', id: shared.participantId }])
    await Promise.all([insurers, brokers].map((line) => line.sees((people) => people.length === 0, 2_000)))
    const before = brokers.heard.filter(({ message }) => message.type === 'present').length
    insurers.is({ mapId: shared.mapId, selected: touchpoint(shared.ownCard) })
    brokers.is({ mapId: shared.mapId })
    await sleep(400)
    expect(brokers.heard.filter(({ message }) => message.type === 'present')).toHaveLength(before)
    expect(insurers.present()).toEqual([])
    brokers.is({ mapId: elsewhere })
    insurers.is({ mapId: elsewhere })
    await brokers.sees((people) => people.length === 1)
  })

  it('gains nothing from naming rows that are not its own to see', async () => {
    const { insurer, broker, shared, other } = room.scene
    const insurers = await room.pageOn(room.one, insurer, shared.mapId)
    const brokers = await room.pageOn(room.two, broker, shared.mapId)
    brokers.is({ mapId: shared.mapId, selected: touchpoint(other.ownCard) })
    await insurers.sees((people) => people.length === 1)
    await sleep(200)
    expect(textOf(brokers)).not.toContain(other.ownCard)
  })
})

it('whoever is on an instance that is killed is forgotten within eight seconds', async () => {
  const { insurer, broker, shared } = room.scene
  const brokers = await room.pageOn(room.two, broker, shared.mapId)
  const insurers = await room.pageOn(room.one, insurer, shared.mapId)
  await brokers.sees((people) => people.length === 1)
  // As an instance says it that then says nothing more.
  const dead = newId()
  const presence = {
    ...{ id: newId(), instanceId: dead, ecosystemId: room.scene.ecosystemId, ...insurer, name: 'Ghost' },
    ...{ organisation: 'Insurer', at: { ...nowhere, mapId: shared.mapId } },
  }
  room.one.bus.publish({ kind: 'present', presence })
  await brokers.sees((people) => people.some(({ name }) => name === 'Ghost'))
  await brokers.sees((people) => people.every(({ name }) => name !== 'Ghost'), 8_000)
  // Who is alive stays.
  expect(brokers.present()).toHaveLength(1)
  insurers.close()
})

describe('the filter', () => {
  const [mapId, card, note] = [newId(), newId(), newId()]
  const [mine, theirs] = [organisationKey(newId()), organisationKey(newId())]
  const at = { ...nowhere, mapId, selected: { kind: 'perspective', id: note } as const }
  const person = { id: newId(), instanceId: newId(), ecosystemId: newId(), personId: newId(), name: 'Ada' }
  const presence = { ...person, organisationId: newId(), organisation: 'Fernhill', at }
  const audiences = new Map([
    [rowKey({ kind: 'perspective', id: note }), [mine]],
    [rowKey({ kind: 'touchpoint', id: card }), [mapKey(mapId)]],
  ])

  it('needs the map, the same map, and for each row a key of the row', () => {
    const seenWith = (keys: string[], of: string | null = mapId) =>
      shownTo(presence, audiences, { mapId: of, keys: new Set(keys) })
    expect(seenWith([mapKey(mapId), mine])?.selected).toEqual(at.selected)
    expect(seenWith([mapKey(mapId), theirs])).toMatchObject({ name: 'Ada', selected: null })
    expect(seenWith([mine, theirs])).toBeNull()
    expect(seenWith([mapKey(mapId), mine], newId())).toBeNull()
    expect(seenWith([mapKey(mapId), mine], null)).toBeNull()
  })

  it('takes a row whose audience it does not know for nobody’s', () => {
    const keys = new Set([mapKey(mapId), mine])
    expect(shownTo(presence, new Map(), { mapId, keys })).toMatchObject({ selected: null })
  })
})

function privateView(id: string, targetId: string): ActionInput {
  return { type: 'perspective.add', id, targetKind: 'touchpoint', targetId, notes: 'ours alone' }
}

/** A map of the insurer that the broker takes part in too. */
async function joinSecondMap({ act, insurer, broker, shared }: Scene): Promise<string> {
  const mapId = newId()
  await act(insurer, [{ type: 'map.add', id: mapId, participantId: newId(), name: 'Second', rank: 'b0' }])
  const grant = { kind: 'invitation', partyId: shared.partyId, mapIds: [mapId] } as const
  await act(broker, [{ type: 'participant.join', id: newId(), mapId }], grant)
  return mapId
}
