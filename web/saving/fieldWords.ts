// Fields and what is in them, in the words of the screen, for telling of any row what became of it.
import type { AnyRow, RowKind } from '../../shared/model/rows.ts'
import { sayMinutes } from '../seam/seamWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

const words: Record<string, string> = {
  name: 'Name',
  description: 'What happens',
  purpose: 'What for',
  passes: 'What passes',
  trigger: 'What sets it off',
  acceptance: 'Accepted when',
  expectedMinutes: 'Expected within',
  promisedMinutes: 'Time promised',
  channel: 'Channel',
  laneId: 'Lane',
  stageId: 'Stage',
  rank: 'Place in the order',
  column: 'Place in the order',
  audience: 'Who sees it',
  verbatims: 'In their own words',
  initiatorPartyId: 'Who begins it',
  customerSees: 'The end customer sees it',
}

/** Of a place in the order one cannot say in words what it was. */
export function isSaid(field: string): boolean {
  return field !== 'rank' && field !== 'column'
}

/** Such as: Name of “Prices the risk”. */
export function fieldOfRow(
  { rows }: Pick<Ecosystem, 'rows'>,
  { kind, id, field }: { kind: RowKind; id: string; field: string },
): string {
  const row = rows.get(kind, id)
  const name = row ? nameOf(row) : ''
  return name ? `${fieldWords(field)} of “${name}”` : fieldWords(field)
}

/** Such as: “Prices the risk”, 2 days, nothing. */
export function shownValue(
  ecosystem: Pick<Ecosystem, 'rows' | 'organisations'>,
  { field }: { field: string },
  value: unknown,
): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return field.endsWith('Minutes') ? sayMinutes(value) : String(value)
  if (field === 'audience') return (value as string[]).map((key) => viewersOf(ecosystem, key)).join(', ')
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : `“${value.join(', ')}”`
  if (typeof value !== 'string') return 'something else'
  const kind = kindNamedBy[field]
  const named = kind && ecosystem.rows.get(kind, value)
  return kind ? (named ? nameOf(named) : 'one that is not here any more') : `“${shortened(value)}”`
}

function viewersOf({ organisations }: Pick<Ecosystem, 'organisations'>, key: string): string {
  const [what, id = ''] = key.split(':')
  if (what === 'org') return organisations.get(id) ?? 'a partner'
  if (what === 'person') return 'one person'
  return what === 'map' ? 'everyone on this map' : 'everyone in the ecosystem'
}

const kindNamedBy: Record<string, RowKind> = { laneId: 'lane', stageId: 'stage', initiatorPartyId: 'party' }

function fieldWords(field: string): string {
  const spaced = field.replace(/Id$/, '').replaceAll(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`)
  return words[field] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function nameOf(row: AnyRow): string {
  if ('name' in row && row.name) return row.name
  return 'passes' in row ? row.passes : ''
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
