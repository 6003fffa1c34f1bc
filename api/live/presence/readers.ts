// Shows every line of this instance the people it may see, as far as it may see what they are at.
import { rowKey } from '../../../shared/edits/reader.ts'
import type { RowName } from '../../../shared/live/messages.ts'
import type { Presence } from '../bus/bus.ts'
import type { Line } from '../line.ts'
import { type Audiences, rowsNamedIn, shownTo } from './shownTo.ts'

const gatheringMilliseconds = 30

export type ReadAudiences = (ecosystemId: string, names: readonly RowName[]) => Promise<Audiences>

interface Person {
  latest: Presence
  /** What is shown, with who might see its rows when they were read; null while nobody looks. */
  settled: { presence: Presence; audiences: Audiences } | null
}

export interface Readers {
  changed(presence: Presence): void
  gone(id: string): void
  /** A line may see something else now, or looks at another map. */
  lookAgain(line: Line): void
  /** The rows of an ecosystem that decide what is shown to whom. */
  rowIdsIn(ecosystemId: string): string[]
  rowsChanged(ecosystemId: string, rowIds: ReadonlySet<string>): void
  close(): void
}

/** @param linesIn the lines of this instance in an ecosystem */
export function createReaders(
  linesIn: (ecosystemId: string) => readonly Line[],
  readAudiences: ReadAudiences,
  onFailure: (error: unknown) => void,
): Readers {
  const people = new Map<string, Person>()
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReading = false
  let isClosed = false
  return { changed, gone, lookAgain, rowIdsIn, rowsChanged, close }

  function changed(presence: Presence) {
    people.set(presence.id, { latest: presence, settled: people.get(presence.id)?.settled ?? null })
    waitFor([presence.id])
  }

  function gone(id: string) {
    const person = people.get(id)
    if (!person) return
    people.delete(id)
    show([id], linesIn(person.latest.ecosystemId))
  }

  function lookAgain(line: Line) {
    const ids = idsIn(line.ecosystemId)
    show([...new Set([...ids, ...line.shownIds])], [line])
    waitFor(ids.filter((id) => people.get(id)?.settled === null))
  }

  function rowIdsIn(ecosystemId: string) {
    const names = idsIn(ecosystemId).flatMap((id) => rowsNamedIn(people.get(id)!.latest))
    return [...new Set(names.map(({ id }) => id))]
  }

  function rowsChanged(ecosystemId: string, rowIds: ReadonlySet<string>) {
    if (rowIds.size === 0) return
    const isTouched = (id: string) => rowsNamedIn(people.get(id)!.latest).some((row) => rowIds.has(row.id))
    waitFor(idsIn(ecosystemId).filter(isTouched))
  }

  function close() {
    isClosed = true
    clearTimeout(timer)
  }

  function idsIn(ecosystemId: string): string[] {
    return [...people].flatMap(([id, { latest }]) => (latest.ecosystemId === ecosystemId ? [id] : []))
  }

  function waitFor(ids: readonly string[]) {
    for (const id of ids) waiting.add(id)
    if (waiting.size === 0 || isReading || isClosed) return
    timer ??= setTimeout(() => void readWaiting(), gatheringMilliseconds)
  }

  async function readWaiting() {
    timer = undefined
    isReading = true
    const presences = [...waiting].flatMap((id) => people.get(id)?.latest ?? [])
    waiting.clear()
    try {
      const ecosystemIds = new Set(presences.map(({ ecosystemId }) => ecosystemId))
      await Promise.all(
        [...ecosystemIds].map((ecosystemId) =>
          settle(
            ecosystemId,
            presences.filter((presence) => presence.ecosystemId === ecosystemId),
          ),
        ),
      )
    } catch (error) {
      onFailure(error)
    } finally {
      isReading = false
      waitFor([])
    }
  }

  async function settle(ecosystemId: string, presences: readonly Presence[]) {
    const isLookedAt = ({ id, at }: Presence) =>
      linesIn(ecosystemId).some((line) => line.id !== id && line.mapId === at.mapId)
    const looked = new Set(presences.filter(isLookedAt))
    const names = [...looked].flatMap(rowsNamedIn)
    const audiences = names.length > 0 ? await readAudiences(ecosystemId, distinct(names)) : new Map()
    for (const presence of presences) {
      const person = people.get(presence.id)
      // Where nobody looks there is nothing to decide; who comes later asks.
      if (person) person.settled = looked.has(presence) ? { presence, audiences } : null
    }
    show(
      presences.map(({ id }) => id),
      linesIn(ecosystemId),
    )
  }

  function show(ids: readonly string[], lines: readonly Line[]) {
    for (const line of lines) {
      const { keys, mapId } = line
      if (!keys) continue
      for (const id of ids) {
        const settled = people.get(id)?.settled
        const isOther = id !== line.id
        if (isOther)
          line.show(id, settled ? shownTo(settled.presence, settled.audiences, { mapId, keys }) : null)
      }
      line.sayWhoIsThere()
    }
  }
}

function distinct(names: readonly RowName[]): RowName[] {
  return [...new Map(names.map((name) => [rowKey(name), name])).values()]
}
