// A blind round on a real database: what every door of the server gives to whom, during the round and after the reveal.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import { pastAudiences } from '../invariants/owner.ts'
import { type Instance, make, newId, openInstance, openScene } from '../invariants/scene.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addColleague } from '../support/organisations.ts'

let database: TestDatabase
let instance: Instance
beforeAll(async () => {
  database = await freshDatabase()
  instance = openInstance(database)
})
afterAll(() => database.close())

const marker = 'Canary: we steer such risks elsewhere'

/** The insurer asks itself and the broker; a colleague of each looks on, and the rival is in the ecosystem elsewhere. */
async function openRound() {
  const scene = await openScene(instance)
  const { insurer, broker, rival, ecosystemId, shared, act } = scene
  const colleague = await addColleague(instance.door, broker.organisationId, 'admin')
  const [round, ballot, vote] = [newId(), newId(), newId()]
  const opened = await act(insurer, [
    {
      type: 'round.open',
      id: round,
      mapId: shared.mapId,
      name: 'How well does it work?',
      measures: ['performance'],
      touchpointIds: [shared.card],
      askedOrganisationIds: [insurer.organisationId, broker.organisationId],
    },
  ])
  const answer = (id: string) =>
    ({ type: 'vote.set', id, roundId: round, touchpointId: shared.card, measure: 'performance' }) as const
  const pull = (viewer: Viewer, cursor?: string) => instance.pull(viewer, ecosystemId, cursor)
  return {
    ...scene,
    colleague,
    others: { colleague, facilitator: insurer, rival },
    round,
    ballot,
    vote,
    opened,
    answer,
    pull,
    begin: () => act(broker, [{ type: 'ballot.start', id: ballot, roundId: round }]),
    rate: (score: number) => act(broker, [{ ...answer(vote), score, reason: marker }]),
    finish: () => act(broker, [{ type: 'ballot.done', id: ballot }]),
    async answerOwn() {
      const own = newId()
      await act(insurer, [
        { type: 'ballot.start', id: own, roundId: round },
        { ...answer(newId()), score: 9 },
        { type: 'ballot.done', id: own },
      ])
    },
  }
}

type Opened = Awaited<ReturnType<typeof openRound>>

/** Who of the others finds the marker or the vote in what a fresh and a following pull give them. */
async function whoLearns({ others, pull, vote }: Opened, cursors: Record<string, string>): Promise<string[]> {
  const learnt = await Promise.all(
    Object.entries(others).map(async ([name, viewer]) => {
      const text = JSON.stringify([await pull(viewer), await pull(viewer, cursors[name])])
      return text.includes(marker) || text.includes(vote) ? [name] : []
    }),
  )
  return learnt.flat()
}

async function cursorsOf({ others, pull }: Opened): Promise<Record<string, string>> {
  const entries = Object.entries(others).map(async ([name, viewer]) => [name, (await pull(viewer)).cursor])
  return Object.fromEntries(await Promise.all(entries))
}

const nothingNew = (changes: ChangesResponse) => {
  expect(changes).toMatchObject({ reset: false, rows: [], gone: [], organisations: [] })
}

describe('while a round is open', () => {
  it('a vote, a change of it and taking it back are news to nobody', async () => {
    const opened = await openRound()
    const { others, pull, begin, rate, broker, ecosystemId } = opened
    await begin()
    const cursors = await cursorsOf(opened)
    const rated = [await rate(3), await rate(4)]
    await make(instance, broker, ecosystemId, [{ type: 'edit.undo', ...rated[1]! }])
    for (const [name, viewer] of Object.entries(others)) nothingNew(await pull(viewer, cursors[name]))
    expect(await whoLearns(opened, cursors)).toEqual([])
    expect(JSON.stringify(await pull(broker))).toContain(marker)
  })

  it('would be noticed if votes had the audience of their round', async () => {
    const opened = await openRound()
    const { begin, rate, round } = opened
    await begin()
    const cursors = await cursorsOf(opened)
    await rate(3)
    await pastAudiences(
      database,
      (tx) =>
        tx`update votes set audience = (select audience from rounds where id = ${round}) where round_id = ${round}`,
    )
    expect((await whoLearns(opened, cursors)).sort()).toEqual(['colleague', 'facilitator'])
  })

  it('a finished ballot says that somebody is done, and not what they answered', async () => {
    const opened = await openRound()
    const { begin, rate, finish, pull, insurer, rival } = opened
    await begin()
    await rate(3)
    const before = await cursorsOf(opened)
    await finish()
    const told = await pull(insurer, before.facilitator)
    expect(told.rows.map(({ kind }) => kind)).toEqual(['ballot'])
    nothingNew(await pull(rival, before.rival))
    expect(await whoLearns(opened, before)).toEqual([])
  })

  it('no refusal tells whether, what or how many have answered', async () => {
    const [plain, answered] = [await openRound(), await openRound()]
    const colleagueBegins = (opened: Opened) =>
      opened.act(opened.broker, [{ type: 'ballot.start', id: opened.ballot, roundId: opened.round }])
    await colleagueBegins(plain)
    await colleagueBegins(answered)
    await answered.rate(3)
    const tries = async (opened: Opened) => {
      const { insurer, colleague, rival, round, answer, ballot, vote, ecosystemId } = opened
      const attempts = [
        [insurer, { type: 'round.reveal', id: round }],
        [colleague, { ...answer(newId()), score: 1 }],
        [colleague, { type: 'ballot.done', id: ballot }],
        [colleague, { type: 'edit.undo', clientId: opened.broker.personId, number: 1 }],
        [rival, { type: 'round.reveal', id: round }],
        [rival, { type: 'ballot.start', id: newId(), roundId: round }],
        [insurer, { ...answer(vote), score: 1 }],
      ] as const
      const answers = []
      for (const [viewer, action] of attempts) {
        const { answer: given } = await make(instance, viewer, ecosystemId, [action])
        answers.push(given.accepted ? 'accepted' : given.error)
      }
      return answers
    }
    const learnt = await tries(answered)
    expect(learnt).toEqual(await tries(plain))
    expect(learnt).not.toContain('accepted')
  })

  it('history keeps every state of a vote for its person alone', async () => {
    const { begin, rate, vote, broker, insurer, colleague, finish, answerOwn, act, round } = await openRound()
    await begin()
    await rate(3)
    await rate(4)
    await finish()
    await answerOwn()
    const readBy = (viewer: Viewer) =>
      instance.door.asViewer(viewer, async (tx) => {
        const found = await tx.execute(sql`select 1 from history where row_id = ${vote}`)
        return found.length
      })
    const all = await pastAudiences(database, (tx) => tx`select 1 from history where row_id = ${vote}`)
    expect([await readBy(broker), await readBy(insurer), await readBy(colleague)]).toEqual([all.length, 0, 0])
    await act(insurer, [{ type: 'round.reveal', id: round }])
    expect([await readBy(insurer), await readBy(colleague)]).toEqual([0, 0])
  })
})

describe('after the reveal', () => {
  it('exactly the organisations of the round have the votes, with the next pull', async () => {
    const opened = await openRound()
    const { begin, rate, finish, answerOwn, act, insurer, round, pull, rival } = opened
    await begin()
    await rate(3)
    await finish()
    await answerOwn()
    const cursors = await cursorsOf(opened)
    await act(insurer, [{ type: 'round.reveal', id: round }])
    expect((await whoLearns(opened, cursors)).sort()).toEqual(['colleague', 'facilitator'])
    nothingNew(await pull(rival, cursors.rival))
    const votes = (await pull(insurer, cursors.facilitator)).rows.filter(({ kind }) => kind === 'vote')
    // Of others' votes one learns that one sees them, not who else does.
    const theirs = votes.find(
      ({ row }) => 'organisationId' in row && row.organisationId !== insurer.organisationId,
    )
    expect(votes).toHaveLength(2)
    expect(theirs!.row.audience).toEqual([`org:${insurer.organisationId}`])
  })

  it('neither the reveal nor a vote is undone on the server, and what was unfinished stays with its person', async () => {
    const opened = await openRound()
    const { begin, rate, finish, answerOwn, act, insurer, broker, colleague, round, answer, ecosystemId } =
      opened
    await begin()
    const rated = await rate(3)
    await finish()
    await answerOwn()
    const [late, lateBallot] = [newId(), newId()]
    await act(colleague, [
      { type: 'ballot.start', id: lateBallot, roundId: round },
      { ...answer(late), score: 7, reason: 'not finished' },
    ])
    const revealed = await act(insurer, [
      { type: 'round.reveal', id: round, without: [broker.organisationId] },
    ])
    const undo = async (viewer: Viewer, reference: typeof revealed) =>
      (await make(instance, viewer, ecosystemId, [{ type: 'edit.undo', ...reference }])).answer.accepted
    expect([await undo(insurer, revealed), await undo(broker, rated)]).toEqual([false, false])
    for (const viewer of [insurer, broker])
      expect(JSON.stringify(await opened.pull(viewer))).not.toContain('not finished')
    expect(JSON.stringify(await opened.pull(colleague))).toContain('not finished')
  })
})
