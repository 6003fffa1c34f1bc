// The way between clients and two instances: requests and answers get lost, doubled, late and out of order, instances crash.

import { AppError } from '../../api/errors.ts'
import type { EditInput } from '../../shared/edits/actions/actions.ts'
import type { ChangesResponse, EditAnswer, EditsResponse } from '../../shared/edits/exchange.ts'
import { ApiFailure } from '../../web/api/client.ts'
import type { LineEvents } from '../../web/live/liveLine.ts'
import type { Exchange } from '../../web/sync/exchange.ts'
import type { Chance } from './chance.ts'
import { Crash, type EditServer, type Person } from './editServer.ts'
import type { OpenPages } from './openPages.ts'
import type { VirtualTime } from './virtualTime.ts'

/** What a judge hears of: every byte that leaves the server, and every answer that reaches its client. */
export interface Witness {
  leaves(person: Person, bytes: string): Promise<void> | void
  acknowledged(answer: EditAnswer): void
}

/** Asks the server, at one of its instances, which may end before it has committed. */
type Serve<Answer> = (instance: number, crashes: boolean) => Promise<Answer>

/** What came of it on the server's side: the bytes of the answer, and whether they refuse. */
interface Said {
  bytes: string
  refusal?: ApiFailure
}

export class Network {
  readonly #downUntil = [0, 0]
  /** Off once a session heals: from then on everything arrives. */
  isFaulty = true
  requests = 0
  readonly happened = { dropped: 0, doubled: 0, answersLost: 0, late: 0, crashesBefore: 0, crashesAfter: 0 }

  constructor(
    readonly time: VirtualTime,
    readonly chance: Chance,
    readonly server: EditServer,
    readonly ecosystemId: string,
    readonly witness: Witness,
    readonly pages: OpenPages,
  ) {}

  heal(): void {
    this.isFaulty = false
    this.pages.isFaulty = false
    this.#downUntil.fill(0)
  }

  /** A client's line to the two instances, behind a balancer without sticky sessions. */
  line(person: Person): Line {
    return new Line(this, person)
  }

  /** One request on its way; settles when an answer is back, and never twice. */
  carry<Answer>(line: Line, serve: Serve<Answer>, isEdit: boolean): Promise<Answer> {
    this.requests += 1
    return new Promise<Answer>((resolve, reject) => {
      const fail = (milliseconds: number) => this.time.after(milliseconds, () => reject(unreachable()))
      if (line.isOffline) return void fail(1)
      if (this.#strikes('dropped', 25)) return void fail(3_000)
      const arrive = (settle: boolean) =>
        void this.#arrive(line, serve, isEdit, settle ? resolve : null, reject)
      this.time.after(this.#delay(), () => arrive(true))
      if (isEdit && this.#strikes('doubled', 15)) this.time.after(this.#delay() * 20, () => arrive(false))
    })
  }

  async #arrive<Answer>(
    line: Line,
    serve: Serve<Answer>,
    isEdit: boolean,
    resolve: ((answer: Answer) => void) | null,
    reject: (problem: unknown) => void,
  ): Promise<void> {
    const instance = this.chance.below(2)
    const fail = (milliseconds: number) => this.time.after(milliseconds, () => reject(unreachable()))
    if (this.#downUntil[instance]! > this.time.now) return void fail(5)
    const before = isEdit && this.#strikes('crashesBefore', 60)
    const after = isEdit && !before && this.#strikes('crashesAfter', 60)
    if (before || after) this.#end(instance)
    // Also what is judged takes its time: until then nobody goes on.
    const asked = () => this.#ask(line.person, () => serve(instance, before))
    try {
      const { bytes, refusal } = await (this.server.takesTime ? this.time.outside(asked) : asked())
      if (refusal) return void this.time.after(this.#delay(), () => reject(refusal))
      if (!resolve) return
      if (after || this.#strikes('answersLost', 25)) return void fail(3_000)
      this.time.after(this.#delay(), () => {
        if (!line.isClosed) resolve(JSON.parse(bytes) as Answer)
      })
    } catch (error) {
      if (error instanceof Crash) fail(5)
      else reject(error)
    }
  }

  async #ask(person: Person, serve: () => Promise<unknown>): Promise<Said> {
    try {
      const bytes = JSON.stringify(await serve())
      await this.witness.leaves(person, bytes)
      return { bytes }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, message } = error
      const bytes = JSON.stringify({ code, message })
      await this.witness.leaves(person, bytes)
      return { bytes, refusal: new ApiFailure(code === 'notThere' ? 404 : 400, code, message) }
    }
  }

  #end(instance: number): void {
    this.#downUntil[instance] = this.time.now + this.chance.between(500, 4_000)
    this.pages.lose(instance)
  }

  #delay(): number {
    return this.#strikes('late', 30) ? this.chance.between(500, 2_500) : this.chance.between(3, 60)
  }

  #strikes(fault: keyof Network['happened'], oneIn: number): boolean {
    const strikes = this.isFaulty && this.chance.oneIn(oneIn)
    if (strikes) this.happened[fault] += 1
    return strikes
  }
}

export class Line implements Exchange {
  isOffline = false
  /** The page is gone: nothing reaches it any more. */
  isClosed = false
  readonly #network: Network

  constructor(
    network: Network,
    readonly person: Person,
  ) {
    this.#network = network
  }

  async send(edits: readonly EditInput[]): Promise<EditsResponse> {
    const { server, ecosystemId, witness } = this.#network
    const sent = JSON.parse(JSON.stringify(edits)) as EditInput[]
    const serve = async (instance: number, crashes: boolean) => ({
      answers: await server.accept(this.person, ecosystemId, sent, { instance, crashes }),
    })
    const response = await this.#network.carry(this, serve, true)
    for (const answer of response.answers) witness.acknowledged(answer)
    return response
  }

  pull(cursor: string | null): Promise<ChangesResponse> {
    const { server, ecosystemId } = this.#network
    const serve = async (instance: number) =>
      inOrder(await server.pull(this.person, ecosystemId, cursor ?? undefined, instance))
    return this.#network.carry(this, serve, false)
  }

  listen(events: LineEvents): () => void {
    return this.#network.pages.open(this, events)
  }
}

/** No server promises an order of rows; seeds replay only with one. */
function inOrder(changes: ChangesResponse): ChangesResponse {
  const byId = (left: string, right: string) => (left < right ? -1 : 1)
  return {
    ...changes,
    rows: changes.rows.toSorted((left, right) => byId(left.row.id, right.row.id)),
    gone: changes.gone.toSorted((left, right) => byId(left.id, right.id)),
  }
}

function unreachable(): ApiFailure {
  return new ApiFailure(0, 'network.unreachable', 'Interlane cannot be reached.')
}
