import { expect, it } from 'vitest'
import { kindNamedBy, kindsNamedBy } from '../../shared/model/references.ts'
import { contents, type RowKind, rowKinds } from '../../shared/model/rows.ts'

/** Fields that name an organisation or a person: neither is a row of an ecosystem. */
const namesNoRow = /^(organisationId|personId|\w+(Organisation|Person)Id)$/

it('every field of a row that ends in Id names a kind of row, an organisation or a person', () => {
  const fields = rowKinds.flatMap((kind) => Object.keys(contents[kind].shape))
  const ids = fields.filter((field) => field.endsWith('Id'))
  expect(new Set(ids).size).toBeGreaterThan(15)
  for (const field of ids) expect(kindsNamedBy(field).length > 0, field).toBe(!namesNoRow.test(field))
})

it.each<[field: string, kind: RowKind]>([
  ['mapId', 'map'],
  ['causedByPartyId', 'party'],
  ['parentLaneId', 'lane'],
  ['fromTouchpointId', 'touchpoint'],
  ['replyToId', 'comment'],
  ['confirmationId', 'confirmation'],
])('%s names a %s', (field, kind) => {
  expect(kindNamedBy(field, {})).toBe(kind)
})

it('what a target is stands beside it; the name alone tells only what it may be', () => {
  expect(kindNamedBy('targetId', { targetKind: 'link' })).toBe('link')
  expect(kindsNamedBy('targetId')).toContain('stage')
  expect(kindsNamedBy('targetId')).not.toContain('party')
})
