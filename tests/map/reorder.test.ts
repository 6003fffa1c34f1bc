// Earlier or later within a stage, one card or several.
import { describe, expect, it } from 'vitest'
import { cardsIn } from '../../web/map/gestures/fromFlow.ts'
import { reorder } from '../../web/map/gestures/reorder.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

type By = -1 | 1

/** A stage with the cards of these letters in the insurer's lane, besides others of the map. */
function stageOf(letters: string) {
  const chain = valueChain()
  const cell = { laneId: chain.lanes.insurer, stageId: chain.stages.need }
  const ids = new Map([...letters].map((letter) => [letter, crypto.randomUUID()]))
  for (const [index, letter] of [...letters].entries()) {
    const place = { ...cell, rank: `a${index}` }
    chain.server.do(chain.insurer, [{ type: 'touchpoint.add', id: ids.get(letter)!, ...place, name: letter }])
  }
  const journey = () => readMap(chain, chain.insurer).journey
  return {
    chain,
    ids,
    order: () => cardsIn(cell, journey()).map(({ touchpoint: { name } }) => name),
    actions: (chosen: string, by: By) =>
      reorder(
        [...chosen].map((letter) => ids.get(letter)!),
        by,
        journey(),
      ),
    move(chosen: string, by: By) {
      chain.server.do(chain.insurer, this.actions(chosen, by))
      return this.order().join('')
    },
  }
}

describe('another place within a stage', () => {
  it('is one earlier or later, and there is none beyond the ends', () => {
    const stage = stageOf('abc')
    expect(stage.actions('a', -1)).toEqual([])
    expect(stage.actions('c', 1)).toEqual([])
    expect(stage.move('a', 1)).toBe('bac')
    expect(stage.move('a', 1)).toBe('bca')
    expect(stage.move('a', -1)).toBe('bac')
  })

  it('is passed by all that is chosen, side by side or apart, in whatever order they were chosen', () => {
    expect(stageOf('abcd').move('cb', -1)).toBe('bcad')
    expect(stageOf('abcd').move('bc', 1)).toBe('adbc')
    expect(stageOf('abcd').move('bd', -1)).toBe('badc')
    expect(stageOf('abcde').move('ac', 1)).toBe('badce')
  })

  it('leaves what is at the end already, and the others close up to it', () => {
    const stage = stageOf('abcd')
    expect(stage.move('ac', -1)).toBe('acbd')
    expect(stage.actions('ac', -1)).toEqual([])
  })

  it('changes nothing of the cards that are passed', () => {
    const stage = stageOf('abcd')
    const changed = stage.actions('bc', 1).map((action) => 'id' in action && action.id)
    expect(new Set(changed)).toEqual(new Set([stage.ids.get('b'), stage.ids.get('c')]))
  })

  it('is found in each stage on its own', () => {
    const stage = stageOf('ab')
    const { chain, ids } = stage
    const other = { laneId: chain.lanes.insurer, stageId: chain.stages.choose }
    const late = crypto.randomUUID()
    chain.server.do(chain.insurer, [{ type: 'touchpoint.add', id: late, ...other, rank: 'a9', name: 'late' }])
    const { journey } = readMap(chain, chain.insurer)
    chain.server.do(chain.insurer, reorder([ids.get('b')!, late], -1, journey))
    expect(stage.order()).toEqual(['b', 'a'])
    const there = cardsIn(other, readMap(chain, chain.insurer).journey).map(({ id }) => id)
    expect(there).toEqual([late, chain.cards.quote])
  })
})
