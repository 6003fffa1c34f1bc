import { expect, it } from 'vitest'
import { rowKinds, rowSchema } from '../../shared/model/rows.ts'
import { openSharedJourney } from '../support/journey.ts'

it('every row that edits make meets the schema the server answers with, and survives it unchanged', () => {
  const { world, insurer, handoff, confirm } = openSharedJourney()
  confirm(insurer, handoff)
  const rows = world.rows()
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(7)
  for (const { kind, row } of rows) expect(rowSchema(kind).parse(row), kind).toEqual(row)
})

it('a row without an audience is no row', () => {
  const { world } = openSharedJourney()
  for (const { kind, row } of world.rows())
    expect(rowSchema(kind).safeParse({ ...row, audience: [] }).success, kind).toBe(false)
  expect(rowKinds).toContain('perspective')
})
