// Fields and what is in them, in the words of the screen, for telling of any row what became of it.
import { sayListed } from '../../shared/model/documents.ts'
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'
import { sayDay } from '../rounds/roundWords.ts'
import { sayMinutes } from '../seam/seamWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { choiceWords } from './choiceWords.ts'
import { fieldName } from './fieldNames.ts'

type Seen = Pick<Ecosystem, 'rows' | 'organisations'>

/** Of a place in the order one cannot say in words what it was. */
export function isSaid(field: string): boolean {
  return field !== 'rank' && field !== 'column'
}

/** Such as: Name of “Prices the risk”. */
export function fieldOfRow(
  { rows }: Pick<Seen, 'rows'>,
  { kind, id, field }: { kind: RowKind; id: string; field: string },
): string {
  const row = rows.get(kind, id)
  const name = row ? nameOf(row, rows) : ''
  return name ? `${fieldName(kind, field)} of “${name}”` : fieldName(kind, field)
}

/** Such as: “Prices the risk”, 2 days, nothing. */
export function shownValue(
  seen: Seen,
  { kind, field }: { kind: RowKind; field: string },
  value: unknown,
): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  const chosen = choiceWords(kind, field, value)
  if (chosen) return `“${chosen}”`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return sayNumber(field, value)
  if (field === 'audience') return (value as string[]).map((key) => viewersOf(seen, key)).join(', ')
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : `“${value.map(sayListed).join(', ')}”`
  if (typeof value !== 'string') return 'something else'
  if (field === 'dueOn') return sayDay(value)
  const named = kindNamedBy[field]
  const row = named && seen.rows.get(named, value)
  if (!named) return `“${shortened(value)}”`
  return row ? nameOf(row, seen.rows) : 'one that is not here any more'
}

function sayNumber(field: string, value: number): string {
  if (field.endsWith('Minutes')) return sayMinutes(value)
  return scores.has(field) ? `${value} of 10` : String(value)
}

function viewersOf({ organisations }: Pick<Seen, 'organisations'>, key: string): string {
  const [what, id = ''] = key.split(':')
  if (what === 'org') return organisations.get(id) ?? 'a partner'
  if (what === 'person') return 'one person'
  return what === 'map' ? 'everyone on this map' : 'everyone in the ecosystem'
}

const scores = new Set([
  'performance',
  'importanceForPerception',
  'importanceForDecision',
  'importanceForLoyalty',
])

const kindNamedBy: Record<string, RowKind> = {
  laneId: 'lane',
  stageId: 'stage',
  initiatorPartyId: 'party',
  feltByPartyId: 'party',
  causedByPartyId: 'party',
}

/** A row without a name of its own goes by the name of what it is about. */
function nameOf(row: AnyRow, rows: Seen['rows']): string {
  if ('name' in row && row.name) return row.name
  if ('passes' in row) return row.passes
  const about = rowAbout(row, rows)
  return about ? nameOf(about, rows) : ''
}

function rowAbout(row: AnyRow, rows: Seen['rows']): AnyRow | undefined {
  if ('targetId' in row) return rows.get(row.targetKind, row.targetId)
  if ('ownershipId' in row) return rows.get('ownership', row.ownershipId)
  if ('touchpointId' in row && row.touchpointId) return rows.get('touchpoint', row.touchpointId)
  return 'partyId' in row ? rows.get('party', row.partyId) : undefined
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
