// What is told of a field speaks the words of the screen, for every field one can choose something in.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { MemoryRows } from '../../shared/edits/memoryRows.ts'
import { isTyped } from '../../shared/edits/typedText.ts'
import { contents, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { namedField } from '../../web/saving/fieldNames.ts'
import { fieldOfRow, shownValue } from '../../web/saving/fieldWords.ts'
import { isChosen } from '../../web/sync/ownValues.ts'
import { valueChain } from '../support/chain.ts'

const nobody = { rows: new MemoryRows(), organisations: new Map<string, string>() }

function inner(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? inner(schema.unwrap() as z.ZodType)
    : schema
}

/** Values one could have chosen, as far as a schema lists or bounds them. */
function valuesOf(schema: z.ZodType): unknown[] {
  const plain = inner(schema)
  if (plain instanceof z.ZodEnum) return plain.options
  if (plain instanceof z.ZodBoolean) return [true, false]
  return plain instanceof z.ZodNumber ? [1, 3] : []
}

const fields = rowKinds.flatMap((kind: RowKind) =>
  Object.entries(contents[kind].shape as Record<string, z.ZodType>).map(([field, schema]) => ({
    ...{ kind, field, values: valuesOf(schema) },
  })),
)
const choices = fields.filter(({ kind, field, values }) =>
  values.some((value) => isChosen(kind, field, value)),
)

describe('every choice that may be told of', () => {
  it('has a name and words for each value, never its code', () => {
    expect(choices.length).toBeGreaterThan(20)
    for (const { kind, field, values } of choices) {
      expect(namedField(kind, field), `${kind}.${field}`).toBeTruthy()
      for (const value of values) {
        const shown = shownValue(nobody, { kind, field }, value)
        expect(shown, `${kind}.${field} ${value}`).not.toMatch(/[a-z][A-Z]/)
        expect(shown, `${kind}.${field} ${value}`).not.toBe('something else')
      }
    }
  })

  it('is no place on the map, no text and nothing that others decide', () => {
    const names = choices.map(({ kind, field }) => `${kind}.${field}`)
    expect(names).toContain('touchpoint.channel')
    expect(names).toContain('perspective.performance')
    for (const none of ['touchpoint.column', 'ownership.state', 'touchpoint.review', 'comment.resolved'])
      expect(names).not.toContain(none)
    expect(choices.filter(({ kind, field }) => isTyped(kind, field))).toEqual([])
  })
})

describe('a value', () => {
  it('is said as a person would', () => {
    const say = (kind: RowKind, field: string, value: unknown) => shownValue(nobody, { kind, field }, value)
    expect(say('touchpoint', 'kind', 'action')).toBe('“own step”')
    expect(say('link', 'channel', 'system')).toBe('“system to system”')
    expect(say('perspective', 'emotionIntensity', 4)).toBe('“strongly”')
    expect(say('perspective', 'performance', 8)).toBe('8 of 10')
    expect(say('touchpoint', 'promisedMinutes', 2_880)).toBe('2 days')
    expect(say('touchpoint', 'customerSees', false)).toBe('no')
    expect(say('round', 'dueOn', '2027-03-31')).toMatch(/31.*2027|2027.*31/)
    expect(say('touchpoint', 'channel', null)).toBe('nothing')
  })

  it('of a row without a name is told by what the row is about', () => {
    const { server, insurer, cards, links, parties } = valueChain()
    const [view, share] = [crypto.randomUUID(), crypto.randomUUID()]
    server.do(insurer, [
      { type: 'perspective.add', id: view, targetKind: 'link', targetId: links.outcome, performance: 3 },
      {
        ...({
          type: 'ownership.add',
          id: share,
          touchpointId: cards.quote,
          partyId: parties.insurer,
        } as const),
        accountability: 'accountable',
      },
    ])
    const at = (kind: RowKind, id: string, field: string) => fieldOfRow(server, { kind, id, field })
    expect(at('perspective', view, 'performance')).toBe('How well it works of “Decision”')
    expect(at('ownership', share, 'accountability')).toBe('Part of “Prices the risk”')
  })
})
