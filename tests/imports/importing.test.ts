import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedAnswer, ImportPreview } from '../../shared/imports/imports.ts'
import { type Actor, createWorld, type World } from '../support/world.ts'

const folder = '../shared/inputs/bpmn'
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bpmn')) : []
const orderToDelivery = 'miwg-ref-C.2.0-order-to-delivery.bpmn'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function ecosystemOf(actor: Actor): Promise<string> {
  return (await actor.act<{ id: string }>('POST', '/api/ecosystems', { name: 'Chain' })).body.id
}

async function upload(
  actor: Actor,
  ecosystemId: string,
  content: string | Uint8Array,
  name = 'journey.bpmn',
) {
  const form = new FormData()
  form.append('file', new File([content as BlobPart], name))
  const cookie = [...actor.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const headers = { Cookie: cookie, 'Interlane-Organisation': actor.organisationId }
  const path = `/api/ecosystems/${ecosystemId}/imports`
  const response = await world.app.request(path, { method: 'POST', body: form, headers })
  return {
    status: response.status,
    body: (await response.json()) as ImportPreview & { error: { message: string } },
  }
}

const small = `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <collaboration id="c">
    <participant id="p1" name="Buyer" processRef="b"/><participant id="p2" name="Supplier" processRef="s"/>
    <messageFlow id="m" name="Purchase order" sourceRef="t1" targetRef="t2"/>
  </collaboration>
  <process id="b"><task id="t1" name="Send order"/></process>
  <process id="s"><task id="t2" name="Take order"/></process>
</definitions>`

describe('importing a file', () => {
  it('previews without writing, imports as one edit, and one undo removes all of it', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    const before = await buyer.pull(ecosystemId)
    const { status, body: preview } = await upload(buyer, ecosystemId, small)
    expect(status).toBe(200)
    expect(preview).toMatchObject({
      format: 'bpmn',
      counts: { organisations: 2, lanes: 2, touchpoints: 2, handoffs: 1 },
    })
    expect(await buyer.pull(ecosystemId, before.cursor)).toMatchObject({ reset: false, rows: [] })

    const path = `/api/ecosystems/${ecosystemId}/imports/${preview.importId}`
    const imported = await buyer.act<ImportedAnswer>('POST', path)
    const again = await buyer.act<ImportedAnswer>('POST', path)
    expect(again.body).toEqual(imported.body)
    const { rows } = await buyer.pull(ecosystemId)
    expect(
      rows
        .filter(({ kind }) => kind === 'touchpoint')
        .map(({ row }) => 'name' in row && row.name)
        .sort(),
    ).toEqual(['Send order', 'Take order'])
    expect(rows.filter(({ kind }) => kind === 'link')).toMatchObject([{ row: { passes: 'Purchase order' } }])

    const undone = await buyer.edit(ecosystemId, { type: 'edit.undo', ...imported.body.edit })
    expect(undone, JSON.stringify(undone)).toMatchObject({ accepted: true })
    // The organiser's own place stays, so that undoing the undo can find the map again.
    const left = (await buyer.pull(ecosystemId)).rows.map(({ kind }) => kind)
    expect(left.sort()).toEqual(['ecosystem', 'participant'])
  })

  it('keeps a preview to its owner', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    const { body: preview } = await upload(buyer, ecosystemId, small)
    const stranger = await world.actor('Stranger')
    const foreign = await ecosystemOf(stranger)
    for (const place of [ecosystemId, foreign]) {
      const answer = await stranger.act('POST', `/api/ecosystems/${place}/imports/${preview.importId}`)
      expect(answer).toMatchObject({ status: 404, body: { error: { code: 'notThere' } } })
    }
    expect((await upload(stranger, ecosystemId, small)).status).toBe(404)
  })

  it('says what is wrong with a file, and where, and writes nothing', async () => {
    const buyer = await world.actor('Buyer')
    const ecosystemId = await ecosystemOf(buyer)
    const broken = await upload(buyer, ecosystemId, small.replace('</collaboration>', ''))
    expect(broken).toMatchObject({ status: 422, body: { error: { code: 'import.refused', field: 'file' } } })
    expect(broken.body.error.message).toMatch(/^Line \d+: /)
    const hostile = await upload(buyer, ecosystemId, `<!DOCTYPE x [<!ENTITY a "b">]>${small}`)
    expect(hostile.status).toBe(422)
    const huge = await upload(buyer, ecosystemId, new Uint8Array(51_000_000).fill(32))
    expect(huge).toMatchObject({ status: 422, body: { error: { code: 'import.refused' } } })
  })

  it.runIf(files.length > 0)('takes in every real file whole', { timeout: 120_000 }, async () => {
    const producer = await world.actor('Producer')
    for (const name of files) {
      const ecosystemId = await ecosystemOf(producer)
      const { status, body } = await upload(producer, ecosystemId, readFileSync(`${folder}/${name}`), name)
      expect(status, `${name} ${JSON.stringify(body)}`).toBe(200)
      const imported = await producer.act<ImportedAnswer>(
        'POST',
        `/api/ecosystems/${ecosystemId}/imports/${body.importId}`,
      )
      expect(imported.status, name).toBe(200)
      const { rows } = await producer.pull(ecosystemId)
      const count = (kind: string) => rows.filter((row) => row.kind === kind).length
      const { organisations, lanes, touchpoints, sequences, handoffs } = body.counts
      expect([count('party'), count('lane'), count('touchpoint'), count('link')], name).toEqual([
        organisations,
        lanes,
        touchpoints,
        sequences + handoffs,
      ])
      if (name === orderToDelivery)
        expect({ organisations, handoffs }).toEqual({ organisations: 4, handoffs: 5 })
    }
  })
})
