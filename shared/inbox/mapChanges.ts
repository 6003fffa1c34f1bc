// What changed on a map since a moment, for whoever follows it: counted from rows that this reader sees, never stored.
import { z } from 'zod'
import type { RowReader } from '../edits/reader.ts'
import { partiesAcross } from '../handoffs/handoff.ts'
import { moment } from '../model/coMapping.ts'
import type { RowKind } from '../model/rows.ts'

const things = ['touchpoint', 'handoff', 'link', 'mark', 'view', 'comment', 'stage', 'lane', 'map'] as const
type Thing = (typeof things)[number]

export const mapChanges = z.object({
  since: moment,
  counts: z.array(z.object({ thing: z.enum(things), count: z.number().int().positive() })),
})
export type MapChanges = z.infer<typeof mapChanges>

/** Kinds of rows whose change is told; what belongs to an object is a change of that object. */
export const followedKinds = [
  ...(['map', 'lane', 'stage', 'touchpoint', 'link', 'mark', 'perspective', 'comment'] as const),
  ...(['ownership', 'side', 'move', 'confirmation'] as const),
] satisfies RowKind[]
type FollowedKind = (typeof followedKinds)[number]

/** Each object counts once, however often it changed; what the reader does not see now counts nothing. */
export function countChanges(
  changed: readonly { kind: FollowedKind; rowId: string }[],
  rows: RowReader,
): MapChanges['counts'] {
  const seen = new Map<Thing, Set<string>>()
  for (const { kind, rowId } of changed) {
    const found = thingOf(kind, rowId, rows)
    if (found) seen.set(found.thing, (seen.get(found.thing) ?? new Set()).add(found.id))
  }
  return things.flatMap((thing) => {
    const count = seen.get(thing)?.size ?? 0
    return count > 0 ? [{ thing, count }] : []
  })
}

function thingOf(kind: FollowedKind, rowId: string, rows: RowReader): { thing: Thing; id: string } | null {
  const row = rows.get(kind, rowId)
  if (!row) return null
  if (kind === 'ownership' || kind === 'side' || kind === 'move')
    return 'touchpointId' in row ? thingOf('touchpoint', row.touchpointId as string, rows) : null
  if (kind === 'confirmation') return 'linkId' in row ? thingOf('link', row.linkId, rows) : null
  if (kind === 'perspective') return { thing: 'view', id: rowId }
  if (kind !== 'link') return { thing: kind, id: rowId }
  const link = rows.get('link', rowId)!
  const isHandoff = partiesAcross(link.fromTouchpointId, link.toTouchpointId, rows) !== null
  return { thing: isHandoff ? 'handoff' : 'link', id: rowId }
}

/** "7 changes since Monday: 4 touchpoints, 1 handoff, 2 marks". */
export function sayChanges({ since, counts }: MapChanges, now = new Date()): string {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const parts = counts.map(({ thing, count }) => {
    const [one, more] = names[thing]
    if (thing === 'map') return one
    return `${count} ${count === 1 ? one : more}`
  })
  return `${all} ${all === 1 ? 'change' : 'changes'} ${saySince(new Date(since), now)}: ${parts.join(', ')}`
}

const names: Record<Thing, readonly [string, string]> = {
  touchpoint: ['touchpoint', 'touchpoints'],
  handoff: ['handoff', 'handoffs'],
  link: ['link', 'links'],
  mark: ['mark', 'marks'],
  view: ['view', 'views'],
  comment: ['comment', 'comments'],
  stage: ['stage', 'stages'],
  lane: ['lane', 'lanes'],
  map: ['its name or charter', 'its name or charter'],
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

function saySince(since: Date, now: Date): string {
  const days = Math.floor(now.getTime() / 86_400_000) - Math.floor(since.getTime() / 86_400_000)
  if (days <= 0) return 'since this morning'
  if (days === 1) return 'since yesterday'
  return `since ${days <= 7 ? weekday.format(since) : date.format(since)}`
}
