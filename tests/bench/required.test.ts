import { expect, it } from 'vitest'
import { requireKept, soon } from './required.ts'

it('a run that answered nobody, lost an edit or applied one twice ends with an error', () => {
  requireKept('edits', 3, 3)
  expect(() => requireKept('edits', 0, 0)).toThrow('nobody was answered')
  expect(() => requireKept('edits', 3, 2)).toThrow('3 edits were acknowledged, 2 took effect')
  expect(() => requireKept('edits', 3, 4)).toThrow('3 edits were acknowledged, 4 took effect')
})

it('what never happens ends it as well', async () => {
  expect(await soon('an answer', Promise.resolve(7))).toBe(7)
  await expect(soon('an answer', new Promise(() => {}), 10)).rejects.toThrow('an answer did not happen')
})
