import { describe, expect, it } from 'vitest'
import { keyCommands } from '../../web/map/canvas/keyCommands.ts'
import { actionOfKey } from '../../web/map/canvas/keys.ts'
import { nothingChosen } from '../../web/map/mapState.ts'
import { valueChain } from '../support/chain.ts'
import { readMap } from './readingMap.ts'

const chain = valueChain()
const { journey } = readMap(chain, chain.insurer)
const onCard = { ...nothingChosen, focusedId: chain.cards.quote, selected: new Set([chain.cards.quote]) }
const names: Record<string, string> = { Space: ' ' }

describe('what the keys do, found by name', () => {
  it('is what its key does', () => {
    const commands = keyCommands(journey, onCard, false)
    expect(commands.length).toBeGreaterThan(15)
    for (const { keys, label, action } of commands) {
      const key = keys.replace(/^(Ctrl|Shift) /, '')
      const held = { ctrlKey: keys.startsWith('Ctrl '), shiftKey: keys.startsWith('Shift ') }
      const pressed = { ...held, metaKey: false, altKey: false }
      expect(actionOfKey({ ...pressed, key: names[key] ?? key }), label).toEqual(action)
    }
  })

  it('is offered only where it can be done: on a card, with something chosen, by who may edit', () => {
    const labels = (state: typeof nothingChosen, readOnly = false) =>
      keyCommands(journey, state, readOnly).map(({ label }) => label)
    expect(labels(onCard)).toEqual(expect.arrayContaining(['Mark pain', 'Open the details', 'Name the card']))
    expect(labels(nothingChosen)).not.toContain('Mark pain')
    expect(labels(nothingChosen)).toContain('New card in this lane and stage')
    expect(labels(onCard, true)).not.toContain('New card in this lane and stage')
    expect(labels(onCard, true)).toContain('Lens Heat')
  })
})
