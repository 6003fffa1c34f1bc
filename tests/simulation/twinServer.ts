// The database and its stand-in in memory side by side: each is asked everything, and the two must answer alike.
import type { ChangesResponse } from '../../shared/edits/exchange.ts'
import type { EditServer } from './editServer.ts'
import type { MemoryServer } from './memoryServer.ts'

export class TwinServer implements EditServer {
  readonly takesTime = true
  /** In which the two differed. */
  readonly differences: string[] = []
  readonly #cursors = new Map<string, string>()

  constructor(
    readonly real: EditServer,
    readonly memory: MemoryServer,
  ) {}

  addOrganisation: EditServer['addOrganisation'] = (...all) => this.#both('addOrganisation', all)
  addPerson: EditServer['addPerson'] = (...all) => this.#both('addPerson', all)
  changeMembership: EditServer['changeMembership'] = (...all) => this.#both('changeMembership', all)
  found: EditServer['found'] = (...all) => this.#both('found', all)
  accept: EditServer['accept'] = (...all) => this.#both('accept', all)

  async pull(
    ...[viewer, ecosystemId, cursor, instance]: Parameters<EditServer['pull']>
  ): Promise<ChangesResponse> {
    const known = cursor === undefined ? undefined : this.#cursors.get(cursor)
    const [real, memory] = await Promise.allSettled([
      this.real.pull(viewer, ecosystemId, cursor, instance),
      this.memory.pull(viewer, ecosystemId, known),
    ])
    this.#compare('pull', real, memory)
    if (real.status === 'fulfilled' && memory.status === 'fulfilled')
      this.#cursors.set(real.value.cursor, memory.value.cursor)
    if (real.status === 'rejected') throw real.reason
    return real.value
  }

  listen: EditServer['listen'] = (...all) => this.real.listen(...all)
  readEverything: EditServer['readEverything'] = (ecosystemId) => this.real.readEverything(ecosystemId)
  readHistory: EditServer['readHistory'] = (ecosystemId) => this.real.readHistory(ecosystemId)
  readAnswers: EditServer['readAnswers'] = (ecosystemId) => this.real.readAnswers(ecosystemId)

  async #both<Name extends 'addOrganisation' | 'addPerson' | 'changeMembership' | 'found' | 'accept'>(
    name: Name,
    all: Parameters<EditServer[Name]>,
  ): Promise<Awaited<ReturnType<EditServer[Name]>>> {
    const call = (server: EditServer) =>
      (server[name] as (...words: unknown[]) => Promise<unknown>).apply(server, all)
    const [real, memory] = await Promise.allSettled([call(this.real), call(this.memory)])
    this.#compare(name, real, memory)
    if (real.status === 'rejected') throw real.reason
    return real.value as Awaited<ReturnType<EditServer[Name]>>
  }

  #compare(what: string, real: PromiseSettledResult<unknown>, memory: PromiseSettledResult<unknown>): void {
    const [left, right] = [comparable(real), comparable(memory)]
    if (left !== right) this.differences.push(`${what}: ${left} in the database, ${right} in memory`)
  }
}

/** Without cursors, which are each server's own, and without an order that neither promises. */
function comparable(outcome: PromiseSettledResult<unknown>): string {
  if (outcome.status === 'rejected')
    return String((outcome.reason as { code?: string }).code ?? outcome.reason)
  return JSON.stringify(outcome.value ?? null, (key, value: unknown) => {
    if (key === 'cursor') return undefined
    const isUnordered = ['rows', 'gone', 'organisations'].includes(key)
    return isUnordered
      ? (value as object[]).map((one) => JSON.stringify(one, byName)).sort()
      : byName(key, value)
  })
}

function byName(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value
}
