// The lines of one ecosystem on this instance, and how far it has told them of what changed.
import { isVisible } from '../../shared/audience/audience.ts'
import { isChangeFor } from '../../shared/audience/audienceChange.ts'
import type { Line } from './line.ts'
import type { Crowd } from './presence/crowd.ts'
import type { Readers } from './presence/readers.ts'
import type { Called, Concerned, Counter, Standing } from './reads.ts'

const restMilliseconds = 20

/** Only about what the line may see: whoever is called to a row that is not for them (any more) hears nothing. */
export function isCalled(line: Pick<Line, 'keys' | 'known' | 'owner'>, called: readonly Called[]): boolean {
  const { keys, known, owner } = line
  const { personId, organisationId } = owner.viewer
  return called.some(
    (one) =>
      one.personId === personId &&
      one.organisationId === organisationId &&
      keys !== null &&
      isChangeFor(one.change, { keys, known }),
  )
}

export interface RoomParts {
  readStanding(line: Line): Promise<Standing | null>
  readWhomItConcerns(
    seq: number,
    asked: { rowIds: readonly string[]; personIds: readonly string[] },
  ): Promise<Concerned>
  readCounter(): Promise<Counter | undefined>
  recheckAskers(): Promise<void>
  readers: Readers
  crowd: Crowd
  onFailure(error: unknown): void
}

export class Room {
  readonly lines = new Set<Line>()
  readonly #ecosystemId: string
  readonly #parts: RoomParts
  /** What its lines have been told of; null until it was read for the first time. */
  #told: Counter | null = null
  #looking: Promise<void> | null = null
  #isWanted = false
  #readings = new Map<Line, number>()

  constructor(ecosystemId: string, parts: RoomParts) {
    this.#ecosystemId = ecosystemId
    this.#parts = parts
  }

  /** Takes a line in: from then on it is told of everything, and what came before it finds by pulling when it hears `ready`. */
  async join(line: Line): Promise<void> {
    this.lines.add(line)
    await this.look()
    await this.#readAnew(line)
    line.say({ type: 'ready' })
  }

  leave(line: Line): void {
    this.lines.delete(line)
    this.#readings.delete(line)
  }

  /** Whether the ecosystem is further than the lines know, or their rights have moved. */
  isBehind({ seq, epoch }: Counter): boolean {
    return this.#told === null || seq > this.#told.seq || epoch !== this.#told.epoch
  }

  /** Tells those whom it concerns what has changed; calls during a look make one more, after a short rest. */
  look(): Promise<void> {
    this.#isWanted = true
    this.#looking ??= this.#lookOnEnd().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #lookOnEnd(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false
      try {
        await this.#lookOnce()
      } catch (error) {
        this.#parts.onFailure(error)
        return
      }
      if (this.#isWanted) await new Promise((resolve) => setTimeout(resolve, restMilliseconds))
    }
  }

  async #lookOnce(): Promise<void> {
    const { readers } = this.#parts
    const told = this.#told
    const counter = await this.#parts.readCounter()
    if (!counter) return this.#closeAll()
    if (told && !this.isBehind(counter)) return
    if (told && counter.epoch !== told.epoch)
      await Promise.all([...[...this.lines].map((line) => this.#readAnew(line)), this.#parts.recheckAskers()])
    if (told && counter.seq > told.seq) {
      const personIds = [...new Set([...this.lines].map(({ owner }) => owner.viewer.personId))]
      const asked = { rowIds: readers.rowIdsIn(this.#ecosystemId), personIds }
      const { changes, lost, rowIds, called } = await this.#parts.readWhomItConcerns(told.seq, asked)
      for (const line of this.lines) {
        const { keys, known } = line
        const isConcerned =
          keys && (isVisible(lost, keys) || changes.some((one) => isChangeFor(one, { keys, known })))
        if (isConcerned) line.say({ type: 'changed' })
        if (isCalled(line, called)) line.say({ type: 'news' })
      }
      readers.rowsChanged(this.#ecosystemId, rowIds)
    }
    // An earlier first look failed, and nobody knows what the lines that came meanwhile have missed.
    if (!told) for (const line of this.lines) if (line.keys) line.say({ type: 'changed' })
    this.#told = counter
  }

  /** Reads what a line stands on; closes it where it has no place any more, and has it pull where it would start afresh. */
  async #readAnew(line: Line): Promise<void> {
    const reading = (this.#readings.get(line) ?? 0) + 1
    this.#readings.set(line, reading)
    const standing = await this.#parts.readStanding(line)
    // A later reading knows better.
    if (line.isClosed || this.#readings.get(line) !== reading) return
    if (!standing) return line.close('notThere')
    const isMoved = line.keys !== null && line.standing !== standing.standing
    Object.assign(line, standing)
    if (isMoved) line.say({ type: 'changed' })
    this.#parts.crowd.moved(line)
    this.#parts.readers.lookAgain(line)
  }

  #closeAll(): void {
    for (const line of this.lines) line.close('notThere')
  }
}
