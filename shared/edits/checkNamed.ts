import { kindNamedBy } from '../model/references.ts'
import type { RowKind } from '../model/rows.ts'
import type { Draft } from './draft.ts'
import type { RowChange } from './reader.ts'

/**
 * What a row names beside its place is there for whoever names it. What somebody else has named stays as it is, also where
 * the author of this change does not see it.
 */
export function checkNamed({ kind, before, after }: RowChange, draft: Draft): void {
  for (const field of namingFields[kind] ?? []) {
    const [id, earlier] = [after, before].map((row) => (row as Record<string, string | null> | null)?.[field])
    const named = kindNamedBy(field, after)
    if (id && named && id !== earlier) draft.need(named, id)
  }
}

const namingFields: Partial<Record<RowKind, readonly string[]>> = {
  map: ['parentTouchpointId'],
  touchpoint: ['initiatorPartyId'],
  mark: ['feltByPartyId', 'causedByPartyId'],
}
