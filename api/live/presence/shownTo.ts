import { type AudienceKey, isVisible, mapKey } from '../../../shared/audience/audience.ts'
import { rowKey } from '../../../shared/edits/reader.ts'
import type { PresentPerson, RowName } from '../../../shared/live/messages.ts'
import type { Presence } from '../bus/bus.ts'

/** By {@link rowKey}; a row without one is nobody's. */
export type Audiences = ReadonlyMap<string, readonly AudienceKey[]>

/**
 * Somebody as a viewer with these keys sees them from the map the viewer is on: not at all from another map, and "online", no
 * more, while what they are at is not the viewer's to see.
 */
export function shownTo(
  presence: Presence,
  audiences: Audiences,
  reader: { mapId: string | null; keys: ReadonlySet<AudienceKey> },
): PresentPerson | null {
  const { id, personId, name, organisationId, organisation, at } = presence
  if (at.mapId === null || at.mapId !== reader.mapId || !reader.keys.has(mapKey(at.mapId))) return null
  const maySee = (row: RowName) => isVisible(audiences.get(rowKey(row)) ?? [], reader.keys)
  const { selected, editing, looking } = at
  return {
    ...{ id, personId, name, organisationId, organisation },
    selected: selected && maySee(selected) ? selected : null,
    editing: editing && maySee(editing) ? editing : null,
    looking: looking && maySee({ kind: 'touchpoint', id: looking.cardId }) ? looking : null,
  }
}

/** The rows that decide what of a presence is shown to whom. */
export function rowsNamedIn({ at: { selected, editing, looking } }: Presence): RowName[] {
  const card: RowName | null = looking && { kind: 'touchpoint', id: looking.cardId }
  return [selected, editing, card].flatMap((row) => (row ? [{ kind: row.kind, id: row.id }] : []))
}
