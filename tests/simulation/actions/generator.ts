// What a made-up person might do next: one generator for each action, over the rows this person sees.
import type { ActionInput, ActionType } from '../../../shared/edits/actions/actions.ts'
import type { MemoryRows } from '../../../shared/edits/memoryRows.ts'
import type { RowKind, RowOf } from '../../../shared/model/rows.ts'
import type { Chance } from '../chance.ts'
import type { Person } from '../editServer.ts'
import type { Markers } from '../markers.ts'

/** Null when there is nothing to do it to. It may be refused: the table of rights is not repeated here. */
export type Generator<T extends ActionType = ActionType> = (
  view: View,
) => Extract<ActionInput, { type: T }> | null
export type Generators = { [T in ActionType]?: Generator<T> }

export class View {
  constructor(
    readonly rows: MemoryRows,
    readonly person: Person,
    readonly ecosystemId: string,
    readonly chance: Chance,
    readonly markers: Markers,
  ) {}

  /** One of the living rows of a kind, in an order that does not hang on how they arrived. */
  one<K extends RowKind>(kind: K, fits: (row: RowOf<K>) => boolean = () => true): RowOf<K> | null {
    const found = this.rows.all(kind).filter(fits)
    if (found.length === 0) return null
    found.sort((left, right) => (left.id < right.id ? -1 : 1))
    return this.chance.pick(found)
  }

  /** Rather one of our own organisation's, if there is any. */
  own<K extends RowKind>(kind: K): RowOf<K> | null {
    const isOwn = (row: RowOf<K>) =>
      'organisationId' in row && row.organisationId === this.person.organisationId
    return this.one(kind, isOwn) ?? this.one(kind)
  }

  newId(): string {
    return this.chance.uuid()
  }

  /** A text like no other, known by the row it is written into. */
  text(kind: RowKind, id: string): string {
    return this.markers.mark(kind, id, this.person.organisationId)
  }

  rank(): string {
    return `${this.chance.pick(['a', 'b', 'c'])}${this.chance.below(10)}`
  }

  /** A touchpoint or a handoff, as views and marks are put on. */
  target() {
    const targetKind = this.chance.pick(['touchpoint', 'touchpoint', 'link'] as const)
    const row = this.one(targetKind)
    return row && { targetKind, targetId: row.id }
  }

  /** An organisation seen on a map of ours, or now and then one that is not. */
  organisation(mapId?: string): string {
    if (this.chance.oneIn(12)) return this.chance.uuid()
    const place = this.one('participant', (row) => mapId === undefined || row.mapId === mapId)
    return place?.organisationId ?? this.person.organisationId
  }

  sharing(mapId: string) {
    return this.chance.pick([
      () => 'organisation' as const,
      () => 'map' as const,
      () => ({ organisationIds: [this.organisation(mapId)] }),
    ])()
  }
}
