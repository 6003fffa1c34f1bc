// Who sees whom on a map where no WebSocket gets through: pages that ask one instance now and the other then.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '../../shared/audience/audience.ts'
import {
  nowhere,
  type PresenceAnswer,
  type PresentPerson,
  type Whereabouts,
} from '../../shared/live/messages.ts'
import { asOwner } from '../invariants/owner.ts'
import { newId } from '../invariants/scene.ts'
import { addColleague, addOrganisation } from '../support/organisations.ts'
import { openRoom } from './room.ts'

const room = openRoom()

interface Asker {
  page: string
  /** Asks one instance, then the other, and so on. */
  ask(at: Partial<Whereabouts>): Promise<{ status: number; people: PresentPerson[] }>
  /** Asks again and again, as a page does, until what it is answered looks like this; another does something `meanwhile`. */
  sees(
    at: Partial<Whereabouts>,
    wanted: (people: PresentPerson[]) => boolean,
    meanwhile?: () => Promise<unknown>,
  ): Promise<PresentPerson[]>
}

async function asker(viewer: Viewer, page = newId()): Promise<Asker> {
  const cookie = await room.one.signIn(viewer)
  let asked = 0
  const ask: Asker['ask'] = async (at) => {
    const { address } = [room.one, room.two][asked++ % 2]!
    const answer = await fetch(`${address}/api/ecosystems/${room.scene.ecosystemId}/presence`, {
      method: 'POST',
      headers: {
        ...{ Cookie: cookie, 'Content-Type': 'application/json' },
        'Interlane-Organisation': viewer.organisationId,
      },
      body: JSON.stringify({ page, at: { ...nowhere, ...at } }),
    })
    const body = (await answer.json()) as Partial<PresenceAnswer>
    return { status: answer.status, people: body.people ?? [] }
  }
  return {
    ...{ page, ask },
    async sees(at, wanted, meanwhile) {
      for (const end = performance.now() + 5_000; performance.now() < end; await sleep(20)) {
        await meanwhile?.()
        const { people } = await ask(at)
        if (wanted(people)) return people
      }
      throw new Error('was not so within five seconds')
    },
  }
}

const touchpoint = (id: string) => ({ kind: 'touchpoint', id }) as const

describe('a page that asks', () => {
  it('and one with a line see each other, and what they are at, whichever instance is asked', async () => {
    const { insurer, broker, shared } = room.scene
    const { mapId } = shared
    const insurers = await room.pageOn(room.two, insurer, mapId)
    const brokers = await asker(broker)
    const selected = touchpoint(shared.card)
    const editing = { ...selected, field: 'purpose' }
    const looking = { cardId: shared.card, right: 4, down: -3, zoom: 1 }
    await brokers.sees({ mapId, selected, editing, looking }, (people) => people.length === 1)
    await insurers.sees(([person]) => person?.editing?.field === 'purpose')
    expect(insurers.present()[0]).toMatchObject({ organisation: 'Broker', selected, editing, looking })
    insurers.is({ mapId, selected, looking })
    const [seen] = await brokers.sees({ mapId }, ([person]) => person?.selected?.id === shared.card)
    expect(seen).toMatchObject({ organisation: 'Insurer', personId: insurer.personId, selected, looking })
    await insurers.sees(([person]) => person?.selected === null)
    await brokers.ask(nowhere)
    await insurers.sees((people) => people.length === 0)
  })

  it('sees another that asks, once, however many instances both have asked', async () => {
    const { insurer, broker, shared } = room.scene
    const { mapId } = shared
    const [insurers, brokers] = [await asker(insurer), await asker(broker)]
    for (let round = 0; round < 6; round++) {
      const selected = round % 2 ? shared.card : shared.ownCard
      // A page goes on saying where it is: what the other instance said of it before may arrive late.
      const says = () => insurers.ask({ mapId, selected: touchpoint(selected) })
      const people = await brokers.sees({ mapId }, ([person]) => person?.selected?.id === selected, says)
      expect(people).toHaveLength(1)
    }
  })

  it('is forgotten within ten seconds when it asks no more, also where nobody has a line', async () => {
    const { insurer, broker, shared } = room.scene
    const { mapId } = shared
    const [insurers, brokers] = [await asker(insurer), await asker(broker)]
    await insurers.ask({ mapId })
    await brokers.sees({ mapId }, (people) => people.length === 1)
    await sleep(9_500)
    await brokers.ask({ mapId })
    expect((await brokers.ask({ mapId })).people).toEqual([])
  })

  it('has nothing written into any table', async () => {
    const { insurer, shared, act } = room.scene
    const insurers = await asker(insurer)
    const [at, other] = [shared.card, shared.ownCard].map((id) => ({
      ...{ mapId: shared.mapId, selected: touchpoint(id) },
    }))
    await withoutWrites(async () => {
      for (const where of [at, other, at, other]) expect((await insurers.ask(where!)).status).toBe(200)
      const edit = { type: 'touchpoint.change', id: shared.ownCard, fields: { purpose: 'Written' } } as const
      await expect(act(insurer, [edit])).rejects.toThrow()
    })
  })
})

describe('a hostile partner that asks', () => {
  it('is not there for a stranger, and shares nothing with whoever shares no map', async () => {
    const { insurer, rival, shared } = room.scene
    const { mapId } = shared
    const insurers = await room.pageOn(room.one, insurer, mapId)
    const rivals = await asker(rival)
    for (let round = 0; round < 2; round++)
      expect(await rivals.ask({ mapId, selected: touchpoint(shared.ownCard) })).toEqual({
        status: 200,
        people: [],
      })
    const strangers = await asker(await addOrganisation(room.one.door, 'Stranger'))
    expect((await strangers.ask({ mapId })).status).toBe(404)
    await sleep(200)
    expect(insurers.present()).toEqual([])
  })

  it('sees a colleague of another company at a private row as online, no more', async () => {
    const { insurer, broker, shared, act } = room.scene
    const { mapId } = shared
    const perspective = newId()
    const view = { type: 'perspective.add', targetKind: 'touchpoint', notes: 'ours alone' } as const
    await act(insurer, [{ ...view, id: perspective, targetId: shared.ownCard }])
    const row = { kind: 'perspective', id: perspective } as const
    const [insurers, brokers] = [await asker(insurer), await asker(broker)]
    const colleagues = await asker(await addColleague(room.one.door, insurer.organisationId, 'editor'))
    const at = { mapId, selected: row, editing: { ...row, field: 'notes' } }
    await insurers.ask(at)
    const seen = (people: PresentPerson[]) => people.find(({ personId }) => personId === insurer.personId)
    await colleagues.sees({ mapId }, (people) => seen(people)?.editing?.field === 'notes')
    const people = await brokers.sees({ mapId }, (people) => seen(people) !== undefined)
    expect(seen(people)).toMatchObject({ selected: null, editing: null, looking: null })
    expect(JSON.stringify(people)).not.toContain(perspective)
    await act(insurer, [{ type: 'perspective.share', id: perspective, with: 'map' }])
    await brokers.sees({ mapId }, (people) => seen(people)?.selected?.id === perspective)
  })

  it('that was removed is answered nothing and seen by nobody within two seconds, whether it asks on or not', async () => {
    const { insurer, broker, shared, act } = room.scene
    const { mapId } = shared
    const insurers = await room.pageOn(room.two, insurer, mapId)
    const alsoInsurers = await asker(await addColleague(room.one.door, insurer.organisationId, 'editor'))
    const [brokers, silent] = [await asker(broker), await asker(broker)]
    await silent.ask({ mapId })
    await brokers.sees({ mapId }, (people) => people.length >= 2)
    const isBroker = ({ personId }: PresentPerson) => personId === broker.personId
    await insurers.sees((people) => people.filter(isBroker).length === 2)
    await act(broker, [{ type: 'participant.leave', id: shared.participantId }])
    expect((await brokers.ask({ mapId })).people).toEqual([])
    await insurers.sees((people) => !people.some(isBroker), 2_000)
    await alsoInsurers.sees({ mapId }, (people) => people.length > 0 && !people.some(isBroker))
  })

  it('speaks for no page but its own, also when it knows how that is named', async () => {
    const { insurer, broker, shared } = room.scene
    const { mapId } = shared
    const insurers = await asker(insurer)
    await insurers.ask({ mapId, selected: touchpoint(shared.card) })
    const brokers = await asker(broker, insurers.page)
    const [seen] = await brokers.sees({ mapId }, (people) => people.length === 1)
    const impostor = await asker(broker, seen!.id)
    await impostor.ask({ mapId, selected: touchpoint(shared.ownCard) })
    await impostor.ask(nowhere)
    const people = await brokers.sees({ mapId }, (people) => people.some(({ id }) => id === seen!.id))
    expect(people.find(({ id }) => id === seen!.id)).toEqual(seen)
  })

  it('has no more pages than a person can open', async () => {
    const { broker, shared } = room.scene
    const pages = await Promise.all(Array.from({ length: 49 }, () => asker(broker)))
    const answers: number[] = []
    for (const { ask } of pages) answers.push((await ask({ mapId: shared.mapId })).status)
    expect([answers.slice(0, 48).every((status) => status === 200), answers.at(-1)]).toEqual([true, 429])
  })

  it('is refused what is no place', async () => {
    const { broker, shared } = room.scene
    const brokers = await asker(broker)
    const bad = { mapId: shared.mapId, editing: { ...touchpoint(shared.card), field: '<b>' } }
    expect((await brokers.ask(bad)).status).toBe(400)
  })
})

/** Meanwhile whatever writes a row of any table fails. */
async function withoutWrites(act: () => Promise<void>): Promise<void> {
  const onEveryTable = (command: string) => `
    do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'public' loop ${command} end loop;
    end $$`
  const refusing = `execute format('create trigger refuse before insert or update or delete on %I execute function refuse()', name);`
  await asOwner(room.database, async (sql) => {
    await sql.unsafe(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'something was written'; end $$`)
    await sql.unsafe(onEveryTable(refusing))
  })
  try {
    await act()
  } finally {
    await asOwner(room.database, (sql) => sql.unsafe('drop function refuse cascade'))
  }
}
