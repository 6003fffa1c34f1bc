import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedMap } from '../../shared/interchange/importedMap.ts'
import { areRealFilesThere, realFiles, textOfReal } from '../support/realFiles.ts'
import { read } from './fixtures.ts'

const own = join(process.cwd(), 'tests', 'interchange', 'fixtures')
const texts = readdirSync(own)
  .filter((file) => file.endsWith('.bpmn'))
  .map((file) => readFileSync(join(own, file), 'utf8'))
  .concat(areRealFilesThere ? realFiles.map(textOfReal) : [])
  .filter((text) => text.length < 40_000)

const text = fc.constantFrom(...texts)
const isLong = process.env.LONG === '1'
const runs = { numRuns: isLong ? 1_500 : 80 }

/** What every map must keep, whatever the file was. */
function checkMap(map: ImportedMap): void {
  const parties = new Set(map.parties.map(({ key }) => key))
  const lanes = new Map(map.lanes.map((lane) => [lane.key, lane]))
  const stages = new Set(map.stages.map(({ key }) => key))
  const touchpoints = new Map(map.touchpoints.map((touchpoint) => [touchpoint.key, touchpoint]))
  expect(lanes.size).toBe(map.lanes.length)
  expect(touchpoints.size).toBe(map.touchpoints.length)
  expect(new Set(map.links.map(({ key }) => key)).size).toBe(map.links.length)
  expect(map.stages.length).toBeGreaterThan(0)
  for (const lane of map.lanes) expect(parties).toContain(lane.partyKey)
  for (const { laneKey, stageKey } of map.touchpoints) {
    expect(lanes.has(laneKey), laneKey).toBe(true)
    expect(stages).toContain(stageKey)
  }
  const partyOf = (key: string) => lanes.get(touchpoints.get(key)?.laneKey ?? '')?.partyKey
  for (const { fromKey, toKey } of map.links) {
    expect(touchpoints.has(fromKey) && touchpoints.has(toKey)).toBe(true)
    expect(fromKey).not.toBe(toKey)
  }
  const handoffs = map.links.filter(({ fromKey, toKey }) => partyOf(fromKey) !== partyOf(toKey)).length
  expect(map.counts).toEqual({
    organisations: map.parties.length,
    lanes: map.lanes.length,
    touchpoints: map.touchpoints.length,
    sequences: map.links.length - handoffs,
    handoffs,
  })
  for (const { name } of [map, ...map.parties, ...map.lanes, ...map.stages, ...map.touchpoints]) {
    expect(name).toMatch(/^\S(.{0,158}\S)?$/su)
    expect(name).not.toMatch(/[\n\r\t]/)
  }
}

async function readsOrRefuses(xml: string): Promise<void> {
  const result = await read(xml)
  if (result.ok) checkMap(result.map)
  else {
    expect(result.refusal.message).toMatch(/\.$/)
    // Our own slips would surface like this.
    expect(result.refusal.message).not.toMatch(/undefined|is not a function|Cannot read|is not iterable/)
  }
}

describe('a damaged BPMN file is read or refused, never more', { timeout: isLong ? 600_000 : 60_000 }, () => {
  it('as it came', async () => {
    for (const xml of texts) await readsOrRefuses(xml)
  })

  it('when it is cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.double({ min: 0, max: 1, noNaN: true }), async (xml, part) => {
        const cut = xml.slice(0, Math.floor(xml.length * part))
        expect((await read(cut)).ok && cut.trimEnd() !== xml.trimEnd()).toBe(false)
      }),
      runs,
    )
  })

  it('when characters are lost, doubled or put in', async () => {
    const junk = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      ' ',
      '\u0000',
      '\uD800',
      '<a>',
      '</a>',
      ']]>',
      '&#0;',
      '&#55296;',
    )
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), junk)
    await fc.assert(
      fc.asyncProperty(text, fc.array(change, { minLength: 1, maxLength: 4 }), async (xml, changes) => {
        let damaged = xml
        for (const [part, lost, added] of changes) {
          const at = Math.floor(damaged.length * part)
          damaged = damaged.slice(0, at) + added + damaged.slice(at + lost)
        }
        await readsOrRefuses(damaged)
      }),
      runs,
    )
  })

  it('when whole elements are lost, doubled or moved', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(2)), { minLength: 1, maxLength: 12 }),
        async (xml, changes) => {
          const tags = xml.split(/(?=<)/)
          for (const [from, to, what] of changes) {
            const tag = tags[from % tags.length] ?? ''
            if (what !== 1) tags.splice(from % tags.length, 1)
            if (what !== 0) tags.splice(to % tags.length, 0, tag)
          }
          await readsOrRefuses(tags.join(''))
        },
      ),
      runs,
    )
  })

  it('when its references lead anywhere', async () => {
    const strange = ['__proto__', 'constructor', 'toString', '', ' ', '0']
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.integer({ min: 1, max: 12 }), async (xml, seed, every) => {
        const ids = [...xml.matchAll(/\bid="([^"]*)"/g)].map((match) => match[1] ?? '')
        const next = numbers(seed)
        const choice = () => (next() % 10 === 0 ? strange[next() % strange.length] : ids[next() % ids.length])
        const tangled = xml.replace(/\b(id|\w+Ref|bpmnElement|calledElement)="[^"]*"/g, (found, name) =>
          next() % every === 0 ? `${name}="${choice()}"` : found,
        )
        await readsOrRefuses(tangled)
      }),
      runs,
    )
  })

  it('when its drawing is made of any numbers', async () => {
    const values = ['NaN', 'Infinity', '-1e308', '1e999', '', 'abc', '0', '-5', '300']
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (xml, seed) => {
        const next = numbers(seed)
        const value = () => values[next() % values.length]
        await readsOrRefuses(
          xml.replace(/\b(x|y|width|height)="[^"]*"/g, (_, name) => `${name}="${value()}"`),
        )
      }),
      { numRuns: runs.numRuns / 4 },
    )
  })
})

/** Repeatable numbers without end. */
function numbers(seed: number): () => number {
  let state = seed & 0x7fffffff
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state >> 8
  }
}
