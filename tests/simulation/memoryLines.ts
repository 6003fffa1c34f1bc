// What the lines of open pages are told, from rows in memory: the product's own filters, as they stand at this moment.
import type { Presence } from '../../api/live/bus/bus.ts'
import { rowsNamedIn, shownTo } from '../../api/live/presence/shownTo.ts'
import { type AudienceKey, isVisible, type Viewer } from '../../shared/audience/audience.ts'
import { isChangeFor } from '../../shared/audience/audienceChange.ts'
import { rowKey } from '../../shared/edits/reader.ts'
import type { PresentPerson } from '../../shared/live/messages.ts'
import type { AnyRow } from '../../shared/model/rows.ts'
import type { Breakage } from './breakage.ts'
import type { MemoryEcosystem } from './memoryRows.ts'
import { audienceChangeOf } from './seenRows.ts'

/** Where a viewer stands; no keys for whoever has no place. */
interface Standing {
  ecosystem: MemoryEcosystem
  keys: ReadonlySet<AudienceKey> | null
  known: ReadonlySet<string>
}

/** How far a line has been told, and on what its owner stood then. */
export interface Told {
  seq: number
  standing: string
}

export class MemoryLines {
  readonly #standingOf: (viewer: Viewer, ecosystemId: string) => Standing
  readonly #broken: Breakage

  constructor(standingOf: (viewer: Viewer, ecosystemId: string) => Standing, broken: Breakage) {
    this.#standingOf = standingOf
    this.#broken = broken
  }

  /** What a line of this viewer has been told of once it has been told of everything; null without a place. */
  upToDate(viewer: Viewer, ecosystemId: string): Told | null {
    const { ecosystem, keys, known } = this.#standingOf(viewer, ecosystemId)
    return keys && { seq: ecosystem.seq, standing: [...keys, '', ...known].sort().join() }
  }

  /** Whether anything since then looks different to the viewer, is lost to it, or its own place has moved. */
  concerns(viewer: Viewer, ecosystemId: string, told: Told): boolean {
    const { ecosystem, keys, known } = this.#standingOf(viewer, ecosystemId)
    if (!keys) return false
    return (
      this.#broken.hintsForAll === true ||
      this.upToDate(viewer, ecosystemId)?.standing !== told.standing ||
      ecosystem.lostSince(told.seq).some(({ audience }) => isVisible(audience, keys)) ||
      ecosystem
        .historySince(told.seq)
        .some(({ change }) => isChangeFor(audienceChangeOf(change), { keys, known }))
    )
  }

  /** Somebody else's page, as a viewer on this map is shown it. */
  shown(viewer: Viewer, mapId: string | null, presence: Presence): PresentPerson | null {
    const { ecosystem, keys } = this.#standingOf(viewer, presence.ecosystemId)
    if (!keys) return null
    const named = rowsNamedIn(presence).flatMap((name): [string, string[]][] => {
      const row = ecosystem.rows.get(name.kind, name.id) as AnyRow | undefined
      return row && !row.deleted ? [[rowKey(name), row.audience]] : []
    })
    const all = new Set([...keys, ...named.flatMap(([, audience]) => audience)])
    const { presenceFilterOff } = this.#broken
    return shownTo(presence, new Map(named), { mapId, keys: presenceFilterOff ? all : keys })
  }
}
