import { expect, it } from 'vitest'
import { action } from '../../shared/edits/actions/actions.ts'
import { generators, withoutGenerator } from './actions/generators.ts'

/** Every action there is, read from the schema that the server checks them with. */
const types = (
  action as unknown as { def: { options: { shape: { type: { value: string } } }[] } }
).def.options.map((option) => option.shape.type.value)

it('every action is done in simulated sessions, or says why not', () => {
  expect(types.length).toBeGreaterThan(40)
  const unknown = types.filter((type) => !(type in generators) && !(type in withoutGenerator))
  expect(unknown).toEqual([])
})

it('no generator is left of an action that is gone, and none has an excuse as well', () => {
  const named = [...Object.keys(generators), ...Object.keys(withoutGenerator)]
  expect(named.filter((type) => !types.includes(type))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})
