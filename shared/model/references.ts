// Which fields of rows and actions name rows: a field `…Id` names a row of the kind that its own name ends with.
import { mapContentKinds } from './coMapping.ts'
import { contents, type RowKind, rowKinds } from './rows.ts'

/**
 * Kinds a field may name, by its name alone.
 * @returns none for a field that names no row, such as `organisationId`
 */
export function kindsNamedBy(field: string): readonly RowKind[] {
  return byField.get(field) ?? []
}

/** The kind that a field of this row or action names; of `targetId` the `targetKind` beside it says it. */
export function kindNamedBy(field: string, holder: object): RowKind | undefined {
  if (field === 'targetId') return (holder as { targetKind?: RowKind }).targetKind
  return kindsNamedBy(field)[0]
}

const fieldsOfRows = Object.values(contents).flatMap(({ shape }) => Object.keys(shape))

const byField = new Map<string, readonly RowKind[]>([
  ...rowKinds.flatMap((kind) => fieldsNaming(kind).map((field) => [field, [kind]] as const)),
  ['replyToId', ['comment']],
  ['targetId', mapContentKinds],
])

/** As `partyId` and `causedByPartyId` name a party. */
function fieldsNaming(kind: RowKind): string[] {
  const ending = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Id`
  return [`${kind}Id`, ...fieldsOfRows.filter((field) => field.endsWith(ending))]
}
