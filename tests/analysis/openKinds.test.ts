import { describe, expect, it } from 'vitest'
import { openKinds, saidKinds, sayCount } from '../../shared/analysis/openKinds.ts'
import { actionTypes } from '../../shared/edits/actions/actions.ts'
import { rowKinds } from '../../shared/model/rows.ts'

describe('what opens to whoever joins a map', () => {
  it('has a word for every kind of row, or says why it is not counted', () => {
    const wordless = rowKinds.filter((kind) => {
      const words = openKinds[kind]
      return 'notCounted' in words ? words.notCounted === '' : sayCount(kind, 2) === ''
    })
    expect(wordless).toEqual([])
  })

  it('counts every kind that one can share with everybody there, and tells who shared it', () => {
    const shareable = rowKinds.filter((kind) => (actionTypes as readonly string[]).includes(`${kind}.share`))
    expect(shareable.length).toBeGreaterThan(2)
    expect(saidKinds).toEqual(expect.arrayContaining(shareable))
    expect(saidKinds.filter((kind) => 'notCounted' in openKinds[kind])).toEqual([])
  })

  it('says one of them, several of them, and nothing of none', () => {
    expect([0, 1, 2].map((count) => sayCount('sticky', count))).toEqual(['', '1 sticky', '2 stickies'])
  })
})
