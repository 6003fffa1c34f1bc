import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutSpine, type SpineLink } from '../../shared/interchange/spine.ts'

const steps = (keys: string) => [...keys].map((key, position) => ({ key, position }))
const sequence = (pair: string): SpineLink => ({
  key: pair,
  fromKey: pair[0]!,
  toKey: pair[1]!,
  isSequence: true,
})
const handoff = (pair: string): SpineLink => ({ ...sequence(pair), isSequence: false })
const oneLane = () => 'lane'

function orderIn(keys: string, links: SpineLink[]): string {
  const { placeOf } = layOutSpine(steps(keys), links, oneLane)
  const place = (key: string) => placeOf.get(key)!
  return [...keys]
    .sort((one, other) => place(one).stage - place(other).stage || place(one).order - place(other).order)
    .join('')
}

describe('the spine of an imported map', () => {
  it('follows the flow, not the order in the file', () => {
    expect(orderIn('dcba', ['ab', 'bc', 'cd'].map(sequence))).toBe('abcd')
  })

  it('keeps steps that nothing links in drawn order', () => {
    const { placeOf } = layOutSpine(
      [
        { key: 'a', position: 300 },
        { key: 'b', position: 20 },
      ],
      [],
      oneLane,
    )
    expect(placeOf.get('b')).toEqual({ stage: 0, order: 0 })
    expect(placeOf.get('a')).toEqual({ stage: 0, order: 1 })
  })

  it('lets what a handoff starts come after it', () => {
    expect(orderIn('xyab', [sequence('ab'), sequence('xy'), handoff('bx')])).toBe('abxy')
  })

  it('does not let an answer that comes back turn the order round', () => {
    expect(orderIn('abx', [sequence('ab'), handoff('ax'), handoff('xa')])).toMatch(/^a/)
  })

  it('tells rework from progress', () => {
    const links = ['ab', 'bc', 'cb', 'cd', 'da'].map(sequence)
    expect([...layOutSpine(steps('abcd'), links, oneLane).loopBacks]).toEqual(['cb', 'da'])
  })

  it('begins a side way just before it is needed', () => {
    const { placeOf } = layOutSpine(
      steps('abcdefghz'),
      ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'zh'].map(sequence),
      oneLane,
    )
    expect(placeOf.get('z')?.stage).toBe(placeOf.get('g')?.stage)
  })

  it('has one to seven stages, none of them empty, and every sequence runs forward or loops back', () => {
    const graph = fc.integer({ min: 1, max: 60 }).chain((size) => {
      const step = fc.nat(size - 1)
      const link = fc.record({ from: step, to: step, isSequence: fc.boolean() })
      return fc.record({ size: fc.constant(size), links: fc.array(link, { maxLength: 150 }) })
    })
    fc.assert(
      fc.property(graph, ({ size, links }) => {
        const keys = Array.from({ length: size }, (_, index) => ({ key: `s${index}`, position: index }))
        const all = links.map(({ from, to, isSequence }, index) => {
          return { key: `l${index}`, fromKey: `s${from}`, toKey: `s${to}`, isSequence }
        })
        const { stageCount, placeOf, loopBacks } = layOutSpine(
          keys,
          all,
          (key) => `lane${Number(key.slice(1)) % 3}`,
        )
        expect(stageCount).toBeGreaterThanOrEqual(1)
        expect(stageCount).toBeLessThanOrEqual(7)
        const used = new Set([...placeOf.values()].map(({ stage }) => stage))
        expect([...used].sort()).toEqual(Array.from({ length: stageCount }, (_, stage) => stage))
        for (const { key, fromKey, toKey, isSequence } of all) {
          if (!isSequence || loopBacks.has(key)) continue
          expect(placeOf.get(toKey)!.stage).toBeGreaterThanOrEqual(placeOf.get(fromKey)!.stage)
        }
      }),
    )
  })
})
