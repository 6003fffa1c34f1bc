// Invariant 8 on every channel: of two worlds that others see alike, one organisation leads a private life in the first.
// Whoever is not part of it is answered, mailed and hinted the same in both, byte for byte, also after it was shared and
// taken back, and after they were removed.

import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendDigests } from '../../api/inbox/digest.ts'
import { closing } from '../../shared/live/messages.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import { type TestLine, until } from '../live/instances.ts'
import type { World } from '../support/world.ts'
import type { Company } from './canary/company.ts'
import { differences, probes, requestsTo, type Who } from './canary/comparing.ts'
import { type Comparison, openComparison } from './canary/comparison.ts'
import { type PrivateLife, unmarkedFields } from './canary/privateLife.ts'
import { everyRoute, type Route } from './canary/requests.ts'
import { addPlainViews, shareForAWhile } from './canary/sharing.ts'
import { inCommonWords, must, type Twin } from './canary/twins.ts'
import { asOwner, pastAudiences } from './owner.ts'
import { newId } from './scene.ts'
import { withoutFilter } from './walls.ts'

let comparison: Comparison
let world: World
let [one, two] = [] as unknown as [Twin, Twin]
let life: PrivateLife
let routes: Route[]
let reading: Route[]
const days = (count: number) => new Date(Date.now() + count * 86_400_000)

beforeAll(async () => {
  comparison = await openComparison()
  world = comparison.world
  life = comparison.life
  ;[one, two] = comparison.twins
  routes = await everyRoute(world)
  reading = routes.filter(({ method }) => method === 'GET')
})
afterAll(() => comparison.close())

const lineOf = (company: Company, twin: Twin) => comparison.lineOf(company, twin)
const leaks = (bytes: string) => comparison.leaks(bytes)
const asked = (who: Who, which: readonly Route[] = routes) => differences(comparison, who, requestsTo(which))
const heard = (line: TestLine, twin: Twin) =>
  line.heard.map(({ message }) => inCommonWords(JSON.stringify(message), twin))

/** A change that the brokers see, and nothing else. */
async function changeWhatIsSeen(purpose: string) {
  for (const { insurer, ecosystemId, shared } of [one, two]) {
    const id = shared.touchpointId!
    await must(insurer, ecosystemId, { type: 'touchpoint.change', id, fields: { purpose } })
  }
}

describe('the private life of an organisation', () => {
  it('has a marker in every text of every kind of row', () => {
    expect(unmarkedFields(life.rows)).toEqual([])
    expect(life.markers.length).toBeGreaterThan(60)
    for (const kind of rowKinds) expect(one.hidden[`${kind}Id`], kind).toBeDefined()
  })

  it('reaches no frame of others, neither by a hint nor by who is at what', async () => {
    const { lines } = comparison
    const insurers = [await lineOf(one.insurer, one), await lineOf(two.insurer, two)] as const
    for (const [index, twin] of [one, two].entries()) {
      const { mapId } = twin.shared
      insurers[index]!.is({ mapId: mapId! })
      lines[index]!.is({ mapId: mapId! })
    }
    for (const line of lines) await line.sees((people) => people.length === 1)
    for (const kind of rowKinds.slice(0, 30)) {
      const row = { kind, id: one.hidden[`${kind}Id`]! }
      insurers[0].is({ mapId: one.shared.mapId!, selected: row, editing: { ...row, field: 'name' } })
    }
    // Longer than what each instance waits until it looks by itself.
    await sleep(1_000)
    await changeWhatIsSeen('Seen')
    for (const line of lines) await line.hears(({ type }) => type === 'changed')
    expect(heard(lines[0], one)).toEqual(heard(lines[1], two))
    expect(leaks(JSON.stringify(lines[0].heard))).toEqual([])
    for (const line of insurers) line.close()
  })

  for (const who of ['visitor', 'stranger', 'broker'] as const) {
    it(`changes nothing, on any route, of what a ${who} is answered`, async () => {
      expect(await asked(who)).toEqual([])
    })
  }

  it('is for whoever names it in an edit as if it were not there', async () => {
    expect(await differences(comparison, 'broker', probes)).toEqual([])
    expect(await asked('broker', reading)).toEqual([])
  })
})

describe('what was shared and taken back', () => {
  it('is found while it is shared, and on no route afterwards', async () => {
    const changes = reading.filter(({ path }) => path.endsWith('/changes') || path === '/api/inbox')
    await addPlainViews(two)
    await shareForAWhile([life.colleague, one], [two.insurer, two], async () => {
      const found = await asked('broker', changes)
      expect(found.some((one) => one.includes('CANARY'))).toBe(true)
      await one.broker.pull(one.ecosystemId)
    })
    expect(await asked('broker')).toEqual([])
    await one.broker.pull(one.ecosystemId)
    expect(leaks(JSON.stringify([...one.broker.held.values()]))).toEqual([])
  })

  it('is in no letter: the broker gets the same in both worlds, and nobody outside any word of it', async () => {
    const before = world.outbox.length
    await sendDigests({ ...world.services.accounts, clock: () => days(2) })
    const sent = world.outbox.slice(before)
    const lettersTo = (twin: Twin) =>
      sent
        .filter(({ to }) => to === twin.broker.email)
        .map((mail) => inCommonWords(JSON.stringify(mail), twin))
    expect(lettersTo(one)).toHaveLength(1)
    expect(lettersTo(one)).toEqual(lettersTo(two))
    const isInsider = (to: string) => to === one.insurer.email || leaks(to).length > 0
    const outside = world.outbox.filter(({ to }) => !isInsider(to))
    expect(leaks(JSON.stringify(outside))).toEqual([])
    expect(leaks(JSON.stringify(sent))).not.toEqual([])
  })
})

describe('what goes wrong', () => {
  it('is answered and logged without a word of what was being written', async () => {
    await asOwner(world.database, (sql) =>
      sql.unsafe(`
        create function fail() returns trigger language plpgsql as
          $$ begin raise exception 'cannot store %', new.notes using detail = new.notes; end $$;
        create trigger fail before update on perspectives for each row execute function fail()`),
    )
    const before = world.logged.length
    const action = {
      type: 'perspective.change',
      id: one.hidden.perspectiveId,
      fields: { notes: 'CANARY0X again' },
    }
    const edit = { clientId: newId(), number: 1, version: 1, actions: [action] }
    const path = `/api/ecosystems/${one.ecosystemId}/edits`
    const { status, body } = await life.colleague.act('POST', path, { edits: [edit] })
    expect(status).toBe(500)
    expect(leaks(JSON.stringify(body))).toEqual([])
    expect(world.logged.length).toBeGreaterThan(before)
    expect(leaks(world.logged.join(''))).toEqual([])
    // The failure itself tells all of it.
    const viewer = { personId: one.hidden.personId!, organisationId: one.insurer.organisationId }
    const failure = await world.services.acceptEdits(viewer, one.ecosystemId, [edit]).catch((error) => error)
    expect(leaks(inspect(failure))).not.toEqual([])
    await asOwner(world.database, (sql) => sql.unsafe('drop function fail cascade'))
  })
})

describe('an organisation that was removed', () => {
  it('is cut off, and learns from no route what went on or goes on without it', async () => {
    const open = [await lineOf(one.broker, one), await lineOf(two.broker, two)]
    for (const { insurer, ecosystemId, shared } of [one, two])
      await must(insurer, ecosystemId, { type: 'participant.leave', id: shared.participantId! })
    for (const line of open) expect((await line.closed).code).toBe(closing.notThere)
    const id = one.hidden.commentId!
    const text = life.markers[0]!
    await must(life.colleague, one.ecosystemId, { type: 'comment.change', id, fields: { text } })
    expect(leaks(JSON.stringify(open.map(({ heard }) => heard)))).toEqual([])
    expect(await asked('broker')).toEqual([])
    expect(await differences(comparison, 'broker', probes)).toEqual([])
  })

  it('would be noticed to be there still', async () => {
    // It stays, for the controls that follow.
    await pastAudiences(
      world.database,
      (tx) => tx`update participants set state = 'active' where id = ${one.shared.participantId!}`,
    )
    expect(await asked('broker', reading.slice(0, 20))).not.toEqual([])
  })
})

describe('the comparison', () => {
  it('notices rows, counts and refusals that tell, with the filter of their table off', async () => {
    await withoutFilter(world.database, ['perspectives', 'comments', 'maps'], async () => {
      const found = await asked('broker', reading)
      expect(found.some((line) => line.startsWith('GET /api/ecosystems gives the broker CANARY'))).toBe(true)
      expect(found.some((line) => line.startsWith('GET /api/inbox answers'))).toBe(true)
      const told = await differences(comparison, 'broker', probes)
      expect(told.filter((line) => line.includes('answers the broker'))).toHaveLength(3)
    })
  })

  it('notices a letter that tells', async () => {
    await withoutFilter(world.database, ['perspectives', 'comments'], async () => {
      const before = world.outbox.length
      await sendDigests({ ...world.services.accounts, clock: () => days(4) })
      const letters = world.outbox.slice(before).filter(({ to }) => to === one.broker.email)
      expect(letters).toHaveLength(1)
    })
  })

  it('notices frames that tell', async () => {
    const { hidden, shared, insurer } = one
    // Signing out in between has closed the line of before.
    const [line, brokers] = [await lineOf(insurer, one), await lineOf(one.broker, one)]
    brokers.is({ mapId: shared.mapId! })
    await asOwner(world.database, (sql) =>
      sql.unsafe(`
        alter table perspectives no force row level security;
        update perspectives set audience = audience || ('map:' || map_id) where id = '${hidden.perspectiveId}';
        alter table perspectives force row level security`),
    )
    line.is({ mapId: shared.mapId!, selected: { kind: 'perspective', id: hidden.perspectiveId! } })
    await until(() => leaks(JSON.stringify(brokers.heard)).length > 0)
    for (const one of [line, brokers]) one.close()
  })
})
