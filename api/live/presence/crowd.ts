// Who is on which map, on all instances: announced again and again, forgotten when an instance falls silent, stored nowhere.
import type { Bus, BusMessage, Presence } from '../bus/bus.ts'
import type { Line } from '../line.ts'
import type { Readers } from './readers.ts'

const announceMilliseconds = 3_500
const aliveMilliseconds = 1_000
/** How long an instance may be silent until its pages are taken for gone with it: longer than it waits for a slow database. */
const silenceMilliseconds = 6_000
/** A page without a line is its own instance, and heard of only every few seconds. */
const askerSilenceMilliseconds = 9_000

interface Known {
  presence: Presence
  heardAt: number
}

export interface Crowd {
  /** A page of this instance is somewhere else now, under another name, or no longer allowed where it was. */
  moved(line: Line): void
  left(line: Line): void
  /** A page without a line is here, as it said just now to this instance. */
  asks(presence: Presence): void
  /** A page without a line has left its map, or may not see it any more. */
  stopped(id: string): void
  /** The pages without a line that are in an ecosystem. */
  asking(ecosystemId: string): Presence[]
  /** How many such pages a person has besides this one. */
  pagesAsking(personId: string, besides: string): number
  /** All pages on a map. */
  on(ecosystemId: string, mapId: string | null): Presence[]
  /** Says that this instance is there and where its pages are, and forgets those of instances that fell silent. */
  announce(): void
  close(): void
}

export function createCrowd(instanceId: string, bus: Bus, readers: Readers): Crowd {
  const elsewhere = new Map<string, Known>()
  const here = new Map<string, Presence>()
  let announcedAt = 0
  let aliveAt = 0
  let forgotAt = performance.now()
  const stop = bus.subscribe(hear)
  bus.publish({ kind: 'whoIsThere', instanceId })
  return { moved, left, asks, stopped, asking, pagesAsking, on, announce, close }

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

  function asks(presence: Presence) {
    const known = elsewhere.get(presence.id)
    const isSaid = JSON.stringify(known?.presence) === JSON.stringify(presence)
    if (isSaid && performance.now() - known!.heardAt < announceMilliseconds) return
    hearOf(presence)
    bus.publish({ kind: 'present', presence })
  }

  function stopped(id: string) {
    if (elsewhere.get(id)?.presence.instanceId !== id) return
    forget(id)
    bus.publish({ kind: 'gone', id, instanceId: id })
  }

  function asking(ecosystemId: string) {
    return [...elsewhere.values()].flatMap(({ presence }) =>
      presence.ecosystemId === ecosystemId && isAsking(presence) ? [presence] : [],
    )
  }

  function pagesAsking(personId: string, besides: string) {
    const isOther = ({ presence }: Known) => presence.personId === personId && presence.id !== besides
    return [...elsewhere.values()].filter((known) => isOther(known) && isAsking(known.presence)).length
  }

  function on(ecosystemId: string, mapId: string | null) {
    forgetSilent()
    const known = [...here.values(), ...[...elsewhere.values()].map(({ presence }) => presence)]
    return known.filter((page) => page.ecosystemId === ecosystemId && page.at.mapId === mapId)
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
    else if (message.kind === 'alive') hearOfInstance(message.instanceId)
    else if (message.kind === 'whoIsThere' && message.instanceId !== instanceId) sayAll()
  }

  function hearOf(presence: Presence) {
    if (presence.instanceId === instanceId) return
    // Where nobody has a line and nobody asks, nothing else would forget.
    if (performance.now() - forgotAt > askerSilenceMilliseconds) forgetSilent()
    const known = elsewhere.get(presence.id)
    elsewhere.set(presence.id, { presence, heardAt: performance.now() })
    if (JSON.stringify(known?.presence) !== JSON.stringify(presence)) readers.changed(presence)
  }

  function hearOfInstance(id: string) {
    const heardAt = performance.now()
    for (const known of elsewhere.values()) if (known.presence.instanceId === id) known.heardAt = heardAt
  }

  function forget(id: string) {
    elsewhere.delete(id)
    readers.gone(id)
  }

  function forgetSilent() {
    const now = performance.now()
    forgotAt = now
    for (const [id, { presence, heardAt }] of elsewhere) if (now - heardAt > mostSilence(presence)) forget(id)
  }

  function announce() {
    forgetSilent()
    const now = performance.now()
    if (now - announcedAt >= announceMilliseconds) sayAll()
    if (now - aliveAt < aliveMilliseconds || here.size === 0) return
    aliveAt = now
    bus.publish({ kind: 'alive', instanceId })
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

function mostSilence(presence: Presence): number {
  return isAsking(presence) ? askerSilenceMilliseconds : silenceMilliseconds
}

function isAsking({ id, instanceId }: Presence): boolean {
  return id === instanceId
}

/** Null while a page shows no map that its owner may see. */
function presenceOf(line: Line, instanceId: string): Presence | null {
  const { id, ecosystemId, mapId, organisation, at } = line
  const { viewer, name } = line.owner
  return mapId === null ? null : { id, instanceId, ecosystemId, ...viewer, name, organisation, at }
}
