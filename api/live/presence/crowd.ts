// Who is on which map, on all instances: announced again and again, forgotten when an instance falls silent, stored nowhere.
import type { Bus, BusMessage, Presence } from '../bus/bus.ts'
import type { Line } from '../line.ts'
import type { Readers } from './readers.ts'

const announceMilliseconds = 3_500
const forgetMilliseconds = 9_000

interface Known {
  presence: Presence
  heardAt: number
}

export interface Crowd {
  /** A page of this instance is somewhere else now, under another name, or no longer allowed where it was. */
  moved(line: Line): void
  left(line: Line): void
  /** Says where this instance's pages are, and forgets those of instances that say so no more. */
  announce(): void
  close(): void
}

export function createCrowd(instanceId: string, bus: Bus, readers: Readers): Crowd {
  const elsewhere = new Map<string, Known>()
  const here = new Map<string, Presence>()
  let announcedAt = 0
  const stop = bus.subscribe(hear)
  bus.publish({ kind: 'whoIsThere', instanceId })
  return { moved, left, announce, close }

  function moved(line: Line) {
    const presence = presenceOf(line, instanceId)
    const before = here.get(line.id)
    if (!presence) return forgetOwn(line.id)
    if (JSON.stringify(presence) === JSON.stringify(before)) return
    here.set(line.id, presence)
    readers.changed(presence)
    bus.publish({ kind: 'present', presence })
  }

  function left(line: Line) {
    forgetOwn(line.id)
  }

  function forgetOwn(id: string) {
    if (!here.delete(id)) return
    readers.gone(id)
    bus.publish({ kind: 'gone', id, instanceId })
  }

  function hear(message: BusMessage) {
    if (message.kind === 'present') hearOf(message.presence)
    else if (message.kind === 'gone' && elsewhere.get(message.id)?.presence.instanceId === message.instanceId)
      forget(message.id)
    else if (message.kind === 'whoIsThere' && message.instanceId !== instanceId) sayAll()
  }

  function hearOf(presence: Presence) {
    if (presence.instanceId === instanceId) return
    const known = elsewhere.get(presence.id)
    elsewhere.set(presence.id, { presence, heardAt: performance.now() })
    if (JSON.stringify(known?.presence) !== JSON.stringify(presence)) readers.changed(presence)
  }

  function forget(id: string) {
    elsewhere.delete(id)
    readers.gone(id)
  }

  function announce() {
    const now = performance.now()
    for (const [id, { heardAt }] of elsewhere) if (now - heardAt > forgetMilliseconds) forget(id)
    if (now - announcedAt >= announceMilliseconds) sayAll()
  }

  function sayAll() {
    announcedAt = performance.now()
    for (const presence of here.values()) bus.publish({ kind: 'present', presence })
  }

  function close() {
    for (const id of [...here.keys()]) forgetOwn(id)
    stop()
  }
}

/** Null while a page shows no map that its owner may see. */
function presenceOf(line: Line, instanceId: string): Presence | null {
  const { id, ecosystemId, mapId, organisation, at } = line
  const { viewer, name } = line.owner
  return mapId === null ? null : { id, instanceId, ecosystemId, ...viewer, name, organisation, at }
}
