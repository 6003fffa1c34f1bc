// What was asked and reminded of, as the asked organisation finds it in its inbox and in a letter over a real SMTP server.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callDue as callWhatIsDue } from '../../api/inbox/dueHourly.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { partOf } from '../support/smtpServer.ts'
import type { Actor } from '../support/world.ts'
import { day, openPost, type Post } from './post.ts'
import { colleagueOf, type InboxScene, inboxOf, openInboxScene } from './scene.ts'

let scene: InboxScene
let post: Post

beforeAll(async () => {
  scene = await openInboxScene()
  post = await openPost(scene)
})
afterAll(async () => {
  post.close()
  await scene.world.close()
})
beforeEach(async () => {
  await system('delete from news')
  await system("update contribution_requests set state = 'withdrawn'")
  post.nextDay()
  post.received.length = 0
})

const system = (statement: string) =>
  scene.world.services.door.asSystem('prepare a test', (tx) => tx.execute(statement))
const send = () => post.send()
const callDue = () => callWhatIsDue(post.services())
const kinds = async (actor: Actor) =>
  (await inboxOf(actor)).lines.map(({ kind, isRead }) => [kind, isRead ? 'read' : 'unread'].join(' '))
const dayFromNow = (days: number) => new Date(post.now.getTime() + days * day).toISOString().slice(0, 10)

type Asking = Partial<Extract<ActionInput, { type: 'contributionRequest.add' }>>

async function ask(by: Actor, asked: Asking = {}) {
  const { broker, ecosystemId, mapId, lanes } = scene
  const id = randomUUID() as string
  const add: ActionInput = {
    type: 'contributionRequest.add',
    ...{ id, mapId, laneId: lanes.broker, text: 'SECRET-WORDS' },
    ...{ askedOrganisationId: broker.organisationId, ...asked },
  }
  expect(await by.edit(ecosystemId, add)).toMatchObject({ accepted: true })
  return id
}

async function remind(by: Actor, id: string) {
  // As if the last reminder were of the day before.
  const longAgo = `update contribution_requests set reminded_at = '2020-01-01T00:00:00.000Z'`
  await system(`${longAgo} where id = '${id}' and reminded_at is not null`)
  return by.edit(scene.ecosystemId, { type: 'contributionRequest.remind', id })
}

describe('a reminder', () => {
  it('renews the one line of whoever has not read, each time, and is in the next letter each time', async () => {
    const { insurer, broker } = scene
    const id = await ask(insurer)
    await send()
    expect(post.lettersTo(broker)).toHaveLength(1)
    for (const time of [1, 2, 3]) {
      const [before] = (await inboxOf(broker)).lines
      await remind(insurer, id)
      expect(await kinds(broker)).toEqual(['reminded unread'])
      const [after] = (await inboxOf(broker)).lines
      expect(Date.parse(after!.at)).toBeGreaterThan(Date.parse(before!.at))
      post.nextDay()
      await send()
      expect(post.lettersTo(broker)).toHaveLength(1 + time)
      const letter = partOf(post.received.at(-1)!.source, 'text/plain')
      expect(letter).toContain('Person 1 (Insurer) reminds you of a request')
      expect(letter).not.toContain('SECRET-WORDS')
    }
    await send()
    expect(post.lettersTo(broker)).toHaveLength(4)
  })

  it('is unread again for whoever had read, and is nothing to a third organisation', async () => {
    const { insurer, broker, bank } = scene
    const id = await ask(insurer)
    await broker.act('POST', '/api/inbox/read', { ids: (await inboxOf(broker)).lines.map((line) => line.id) })
    expect(await kinds(broker)).toEqual(['asked read'])
    await remind(insurer, id)
    expect(await kinds(broker)).toEqual(['reminded unread'])
    await send()
    expect(await inboxOf(bank)).toMatchObject({ unread: 0, lines: [] })
    expect(post.receivers()).toEqual([broker.email])
  })

  it('does not come twice within hours, nor renew anything then', async () => {
    const { insurer, broker, ecosystemId } = scene
    const id = await ask(insurer)
    await remind(insurer, id)
    const before = await inboxOf(broker)
    const again = await insurer.edit(ecosystemId, { type: 'contributionRequest.remind', id })
    expect(again).toMatchObject({
      ...{ accepted: false, error: { message: expect.stringContaining('in the last few hours') } },
    })
    expect(await inboxOf(broker)).toEqual(before)
  })
})

describe('the day by which one was asked', () => {
  it('calls the asked organisation once from the day before on, however many instances look, and comes in a letter', async () => {
    const { insurer, broker, bank } = scene
    await ask(insurer, { dueOn: dayFromNow(2) })
    await system('delete from news')
    await callDue()
    expect(await kinds(broker)).toEqual([])
    post.nextDay()
    await Promise.all([callDue(), callDue(), callDue(), callDue()])
    post.nextDay()
    await callDue()
    expect(await kinds(broker)).toEqual(['due unread'])
    expect([await kinds(bank), await kinds(insurer)]).toEqual([[], []])
    await send()
    expect(post.receivers()).toEqual([broker.email])
    expect(partOf(post.received[0]!.source, 'text/plain')).toContain(
      'What Person 1 (Insurer) asked you to fill in is due',
    )
  })

  it('calls nobody for what was answered, or was due long ago', async () => {
    const { insurer, broker, ecosystemId } = scene
    const id = await ask(insurer, { dueOn: dayFromNow(0) })
    await broker.edit(ecosystemId, { type: 'contributionRequest.answer', id, state: 'done' })
    await ask(insurer, { dueOn: dayFromNow(-40) })
    await system('delete from news')
    await callDue()
    expect(await kinds(broker)).toEqual([])
    await ask(insurer, { dueOn: dayFromNow(-3) })
    await system('delete from news')
    await callDue()
    expect(await kinds(broker)).toEqual(['due unread'])
  })
})

it('a colleague who is asked by name is called alone, also when reminded and when it is due', async () => {
  const { insurer, broker, lanes } = scene
  const named = await colleagueOf(scene, insurer, { email: 'cem@insurer.example', role: 'viewer' })
  const beside = await colleagueOf(scene, insurer, { email: 'dora@insurer.example' })
  const asked = { askedOrganisationId: insurer.organisationId, laneId: lanes.insurer }
  const id = await ask(insurer, { ...asked, askedPersonId: named.personId, dueOn: dayFromNow(1) })
  expect(await kinds(named)).toEqual(['asked unread'])
  await remind(insurer, id)
  await callDue()
  expect((await kinds(named)).sort()).toEqual(['due unread', 'reminded unread'])
  for (const one of [beside, insurer, broker]) expect(await kinds(one)).toEqual([])
  // Without a name everybody who may edit is called: the quiet above is no accident.
  await ask(insurer, asked)
  expect(await kinds(beside)).toEqual(['asked unread'])
})

it('a request about chosen cards leads to the first of them that is there, and says how many more', async () => {
  const { insurer, broker, cardId, otherCardId } = scene
  await ask(insurer, { laneId: null, touchpointIds: [otherCardId, cardId] })
  const [line] = (await inboxOf(broker)).lines
  expect(line!.about).toEqual({ kind: 'touchpoint', id: otherCardId, name: 'Hears of it and 1 more' })
})

describe('a blind round that is due', () => {
  const open = async (dueOn: string) => {
    const { insurer, broker, bank, ecosystemId, mapId, cardId } = scene
    const id = randomUUID() as string
    const asked = [insurer, broker, bank].map(({ organisationId }) => organisationId)
    const opening: ActionInput = {
      ...{ type: 'round.open', id, mapId, name: 'How well', measures: ['performance'] },
      ...{ touchpointIds: [cardId], askedOrganisationIds: asked, dueOn },
    }
    expect(await insurer.edit(ecosystemId, opening)).toMatchObject({ accepted: true })
    return id
  }

  it('calls whom it still waits for, by name where they were named, once, and in a letter', async () => {
    const { insurer, broker, bank, ecosystemId } = scene
    // What is older than two weeks is in no letter.
    post.now = new Date(Date.now() + day)
    const eva = await colleagueOf(scene, broker, { email: 'eva@broker.example' })
    const fay = await colleagueOf(scene, broker, { email: 'fay@broker.example' })
    await system("update people set email_verified_at = now() where email like '%@broker.example'")
    const roundId = await open(dayFromNow(1))
    const named = { roundId, personId: eva.personId, authorName: 'SECRET-EVA' }
    await broker.edit(ecosystemId, { type: 'ballot.expect', id: randomUUID(), ...named })
    expect(await kinds(eva)).toEqual(['roundOpened unread'])
    const ballotId = randomUUID() as string
    await bank.edit(ecosystemId, { type: 'ballot.start', id: ballotId, roundId })
    await bank.edit(ecosystemId, { type: 'ballot.done', id: ballotId })
    await system('delete from news')
    await Promise.all([callDue(), callDue()])
    await callDue()
    // The one who asks has not answered either; the bank is done; of the broker only who was named is waited for.
    expect(await Promise.all([insurer, eva, fay, broker, bank].map(kinds))).toEqual([
      ...[['due unread'], ['due unread'], [], [], []],
    ])
    post.nextDay()
    await send()
    expect(post.receivers()).toContain(eva.email)
    expect(post.receivers()).not.toContain(bank.email)
    const letter = partOf(post.lettersTo(eva)[0]!.source, 'text/plain')
    expect(letter).toContain('Insurer waits for your scores in a blind round: they are due')
    expect(JSON.stringify(post.received)).not.toContain('SECRET-EVA')
  })

  it('calls nobody once it is called off, nor before its day is near', async () => {
    const { insurer, broker, ecosystemId } = scene
    await open(dayFromNow(3))
    await insurer.edit(ecosystemId, { type: 'round.cancel', id: await open(dayFromNow(0)) })
    await system('delete from news')
    await callDue()
    expect(await kinds(broker)).toEqual([])
  })
})

describe('the letter of a reminder', () => {
  const choose = (actor: Actor, digest: string) => actor.act('PUT', '/api/inbox/digest', { digest })

  it('waits for nobody’s week: it goes out at once, once, beside what is summed up', async () => {
    const { insurer, broker, ecosystemId, cardId } = scene
    post.now = new Date(Date.now() + 60_000)
    await choose(broker, 'weekly')
    const id = await ask(insurer)
    await insurer.edit(ecosystemId, {
      ...{ type: 'comment.add', id: randomUUID(), targetKind: 'touchpoint', targetId: cardId, text: 'Look' },
      ...{ mentions: [{ organisationId: broker.organisationId, personId: null }], with: 'map' },
    })
    await send()
    expect(post.lettersTo(broker)).toEqual([])
    await remind(insurer, id)
    await Promise.all([send(), send()])
    await send()
    expect(post.lettersTo(broker)).toHaveLength(1)
    const letter = partOf(post.lettersTo(broker)[0]!.source, 'text/plain')
    expect(letter).toContain('reminds you of a request')
    expect(letter).toContain('A reminder does not wait')
    expect(letter).not.toContain('mentions you')
    // The rest comes with the week, also after that reminder.
    post.now = new Date(post.now.getTime() + 7 * day)
    await send()
    expect(post.lettersTo(broker)).toHaveLength(2)
    expect(partOf(post.lettersTo(broker)[1]!.source, 'text/plain')).toContain('mentions you')
  })

  it('does not come to whoever wants no letters', async () => {
    const { insurer, broker } = scene
    post.now = new Date(Date.now() + 60_000)
    await choose(broker, 'never')
    await remind(insurer, await ask(insurer, { dueOn: dayFromNow(1) }))
    await callDue()
    await send()
    expect(await kinds(broker)).toContain('reminded unread')
    expect(post.lettersTo(broker)).toEqual([])
    await choose(broker, 'daily')
    await send()
    expect(post.lettersTo(broker)).toHaveLength(1)
  })
})
