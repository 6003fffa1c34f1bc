import { describe, expect, it } from 'vitest'
import { parseInWorker } from '../../api/imports/parseInWorker.ts'
import { fixtureBytes } from './fixtures.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('an uploaded BPMN file', () => {
  it('is read in a thread of its own', async () => {
    const result = await parseInWorker(fixtureBytes('gateways.bpmn'), 'gateways.bpmn')
    expect(result).toMatchObject({ ok: true, map: { parties: [{ name: 'Repair shop' }] } })
  })

  it('names the map when it has no name of its own', async () => {
    const result = await parseInWorker(fixtureBytes('vertical-pools.bpmn'), 'Mortgage of 2025.bpmn')
    expect(result).toMatchObject({ ok: true, map: { name: 'Mortgage of 2025' } })
  })

  it('is refused at 50 MB without being looked at', async () => {
    const result = await parseInWorker(new Uint8Array(50_000_000), 'huge.bpmn')
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.tooLarge' } })
  })

  it('is refused with its line when it is hostile', async () => {
    const hostile = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<definitions/>'
    const result = await parseInWorker(bytesOf(hostile), 'hostile.bpmn')
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.unsafe', line: 2 } })
  })

  it('does not keep others from being read when many come at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () => parseInWorker(fixtureBytes('gateways.bpmn'), 'gateways.bpmn')),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(8)
  }, 30_000)
})
