// Tells open pages that something they may see has changed, and who else is there. All of it may get lost: truth is the pull.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PresenceRequest, PresentPerson, Whereabouts } from '../../shared/live/messages.ts'
import type { Door } from '../database/door.ts'
import type { Bus } from './bus/bus.ts'
import { Line, type LineOwner, type Wire } from './line.ts'
import { createAskers } from './presence/askers.ts'
import { createCrowd } from './presence/crowd.ts'
import { createReaders } from './presence/readers.ts'
import { readAudiences, readPulse, readStandingIn, readWhomItConcerns } from './reads.ts'
import { Room } from './room.ts'

/** Without any message each instance looks this often; a right that ends is noticed by it within twice that. */
const pulseMilliseconds = 500
/** An instance that cannot ask for so long who still has a right closes its lines: another one may know. */
const patienceMilliseconds = 5_000
const mostLinesPerPerson = 48

interface Given {
  door: Door
  bus: Bus
  clock: () => Date
  onFailure: (error: unknown) => void
}

export interface Live {
  /** Takes over a line that was just opened; null when the person has too many, and it is closed. */
  open(ecosystemId: string, owner: LineOwner, wire: Wire): OpenLine | null
  /** Where a page is that no line reaches; answers who else is on its map. */
  ask(ecosystemId: string, owner: LineOwner, asked: PresenceRequest): Promise<PresentPerson[]>
  /** Closes all lines; whoever is connected comes back to another instance. */
  close(): Promise<void>
}

export interface OpenLine {
  /** Where its page is now. */
  at(whereabouts: Whereabouts): void
  closed(): void
}

export function createLive({ door, bus, clock, onFailure }: Given): Live {
  const instanceId = randomUUID()
  const rooms = new Map<string, Room>()
  const linesIn = (ecosystemId: string) => [...(rooms.get(ecosystemId)?.lines ?? [])]
  const readers = createReaders(linesIn, (...asked) => readAudiences(door, ...asked), onFailure)
  const crowd = createCrowd(instanceId, bus, readers)
  const askers = createAskers({
    crowd,
    readCounter,
    readStanding: (...asked) => readStandingIn(door, ...asked),
    readAudiences: (...asked) => readAudiences(door, ...asked),
  })
  const stopListening = bus.subscribe((message) => {
    if (message.kind === 'changed') void rooms.get(message.ecosystemId)?.look()
  })
  let pulse: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  return { open, ask: askers.ask, close }

  function open(ecosystemId: string, owner: LineOwner, wire: Wire): OpenLine | null {
    const line = new Line(randomUUID(), ecosystemId, owner, wire)
    const own = allLines().filter((other) => other.owner.viewer.personId === owner.viewer.personId)
    if (isClosed || own.length >= mostLinesPerPerson) {
      line.close(isClosed ? 'goingAway' : 'tooMany')
      return null
    }
    const room = roomOf(ecosystemId)
    room.join(line).catch((error: unknown) => {
      onFailure(error)
      line.close('goingAway')
    })
    planPulse()
    return {
      at(whereabouts) {
        line.at = whereabouts
        // Until its keys are read it is nowhere; reading them takes it from here.
        if (!line.keys || line.isClosed) return
        crowd.moved(line)
        readers.lookAgain(line)
      },
      closed() {
        line.isClosed = true
        room.leave(line)
        if (room.lines.size === 0) rooms.delete(ecosystemId)
        crowd.left(line)
      },
    }
  }

  function roomOf(ecosystemId: string): Room {
    const present = rooms.get(ecosystemId)
    if (present) return present
    const room = new Room(ecosystemId, {
      readStanding: (line) => readStandingIn(door, line.owner.viewer, ecosystemId),
      readWhomItConcerns: (seq, asked) => readWhomItConcerns(door, ecosystemId, seq, asked),
      readCounter: () => readCounter(ecosystemId),
      recheckAskers: () => askers.recheck(ecosystemId),
      readers,
      crowd,
      onFailure,
    })
    rooms.set(ecosystemId, room)
    return room
  }

  async function readCounter(ecosystemId: string) {
    return (await readPulse(door, [ecosystemId], [], clock())).counters.get(ecosystemId)
  }

  function allLines(): Line[] {
    return [...rooms.values()].flatMap((room) => [...room.lines])
  }

  function planPulse() {
    if (pulse !== undefined || isClosed) return
    pulse = setTimeout(() => void beat(), pulseMilliseconds)
    pulse.unref()
  }

  /** Finds what no message told of: changes, sessions that ended, rights that moved, instances that fell silent. */
  async function beat() {
    crowd.announce()
    const lines = allLines()
    try {
      const sessionIds = [...new Set(lines.map(({ owner }) => owner.sessionId))]
      const { counters, names } = await inTime(readPulse(door, [...rooms.keys()], sessionIds, clock()))
      for (const line of lines) {
        const name = names.get(line.owner.sessionId)
        if (name === undefined) line.close('notSignedIn')
        else if (name !== line.owner.name) {
          line.owner.name = name
          crowd.moved(line)
        }
      }
      for (const [ecosystemId, room] of rooms) {
        const counter = counters.get(ecosystemId)
        if (!counter || room.isBehind(counter)) void room.look()
      }
    } catch (error) {
      onFailure(error)
      for (const line of lines) line.close('goingAway')
    }
    pulse = undefined
    if (rooms.size > 0) planPulse()
  }

  async function close() {
    isClosed = true
    clearTimeout(pulse)
    stopListening()
    for (const line of allLines()) line.close('goingAway')
    crowd.close()
    readers.close()
    await bus.close()
  }
}

async function inTime<T>(reading: Promise<T>): Promise<T> {
  const late = sleep(patienceMilliseconds, null, { ref: false }).then(() => {
    throw new Error('the database did not answer in time')
  })
  // Whichever comes second has nobody to hear it.
  for (const one of [reading, late]) one.catch(() => {})
  return Promise.race([reading, late])
}
