// Previews wait in the database; nobody fills it with files that are never imported.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentKinds } from '../../shared/interchange/mapDocument.ts'
import { pastAudiences } from '../invariants/owner.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const file = JSON.stringify({
  ...{ format: 'interlane-map', version: 1, organisations: [] },
  map: { id: randomUUID(), name: 'Claim', rank: 'a0' },
  ...Object.fromEntries(documentKinds.map((kind) => [kind, []])),
})

it('keeps the latest few previews of a person, and those of others', async () => {
  const [actor, other] = [await world.actor('Insurer'), await world.actor('Other')]
  const preview = async (by: typeof actor, ecosystemId: string) => {
    const form = new FormData()
    form.append('file', new File([file], 'journey.json'))
    const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Cookie: cookie, 'Interlane-Organisation': by.organisationId }
    const path = `/api/ecosystems/${ecosystemId}/imports`
    const response = await world.app.request(path, { method: 'POST', body: form, headers })
    return (await response.json()) as { importId: string }
  }
  const found = async (by: typeof actor) =>
    (await by.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain', goal: '' })).body.id
  const [own, others] = [await found(actor), await found(other)]
  const kept = await preview(other, others)
  const made: string[] = []
  for (let round = 0; round < 14; round++) made.push((await preview(actor, own)).importId)

  const stored = await pastAudiences(
    world.database,
    (tx) => tx<{ id: string }[]>`select id from import_previews`,
  )

  expect(stored.map(({ id }) => id).sort()).toEqual([kept.importId, ...made.slice(-10)].sort())
})
