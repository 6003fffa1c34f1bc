// What one has entered and the server has, as it lies in the browser's storage, so that one is told of what replaced it also
// on a later page: `interlane.entered.<person>.<organisation>.<ecosystem>`, bounded in number, size and time.
import { z } from 'zod'
import { id } from '../../../shared/model/fields.ts'
import { type RowKind, rowKinds } from '../../../shared/model/rows.ts'
import type { KeepingPlace } from './entries.ts'

export interface OwnValue {
  kind: RowKind
  id: string
  field: string
  /** Undefined where nothing of one's own is there any more. */
  value: unknown
}

const prefix = 'interlane.entered'
const mostValues = 200
const mostCharacters = 200_000
const mostMilliseconds = 7 * 24 * 60 * 60 * 1_000

const stored = z.array(
  z.object({ kind: z.enum(rowKinds), id, field: z.string(), value: z.unknown(), at: z.number() }),
)
type Stored = z.infer<typeof stored>[number]

export function readEntered(storage: Storage, place: KeepingPlace): OwnValue[] {
  return read(storage, place).map(({ at: _, ...value }) => value)
}

/** Later values take the place of earlier ones; without a value the place is forgotten. */
export function writeEntered(storage: Storage, place: KeepingPlace, values: readonly OwnValue[]): void {
  const places = new Set(values.map(placeOf))
  const fresh = values.filter(({ value }) => value !== undefined)
  const at = Date.now()
  const all = [
    ...read(storage, place).filter((value) => !places.has(placeOf(value))),
    ...fresh.map(({ kind, id: rowId, field, value }) => ({ kind, id: rowId, field, value, at })),
  ]
  write(storage, place, bounded(all))
}

/** Takes out what has been told, unless something newer stands there by now. */
export function dropEntered(storage: Storage, place: KeepingPlace, told: OwnValue): void {
  const isTold = (value: OwnValue) =>
    placeOf(value) === placeOf(told) && JSON.stringify(value.value) === JSON.stringify(told.value)
  const kept = read(storage, place)
  if (kept.some(isTold))
    write(
      storage,
      place,
      kept.filter((value) => !isTold(value)),
    )
}

export function forgetEntered(storage: Storage, personId: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys) if (key.startsWith(`${prefix}.${personId}.`)) storage.removeItem(key)
}

export function placeOf({ kind, id: rowId, field }: Pick<OwnValue, 'kind' | 'id' | 'field'>): string {
  return `${kind}/${rowId}/${field}`
}

function keyOf({ personId, organisationId, ecosystemId }: KeepingPlace): string {
  return [prefix, personId, organisationId, ecosystemId].join('.')
}

function read(storage: Storage, place: KeepingPlace): Stored[] {
  const oldest = Date.now() - mostMilliseconds
  try {
    const parsed = stored.safeParse(JSON.parse(storage.getItem(keyOf(place)) ?? '[]')).data ?? []
    return parsed.filter(({ at }) => at > oldest)
  } catch {
    return []
  }
}

/** Only for telling: where there is no room, what is not sent yet has it. */
function write(storage: Storage, place: KeepingPlace, values: readonly Stored[]): void {
  storage.removeItem(keyOf(place))
  if (values.length === 0) return
  try {
    storage.setItem(keyOf(place), JSON.stringify(values))
  } catch {
    // One is told as long as the page lives.
  }
}

/** The latest that fit. */
function bounded(values: readonly Stored[]): Stored[] {
  let room = mostCharacters
  const latest = values.slice(-mostValues).reverse()
  const fitting = latest.filter((value) => {
    room -= JSON.stringify(value).length
    return room >= 0
  })
  return fitting.reverse()
}
