// How fast edits are taken from one person, and into one ecosystem, before somebody has to wait a little.
import { RateLimiterDrizzle, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { SubmittedEdit } from '../../shared/edits/exchange.ts'
import type { Door } from '../database/door.ts'
import { throttles } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'

/** Points in so many seconds: an edit costs one, and another for every ten actions. Far above what hands and files make. */
const limits = {
  editsOfPerson: { points: 3_000, duration: 10 },
  editsOfEcosystem: { points: 10_000, duration: 10 },
} as const
type Rule = keyof typeof limits

/** Every edit passes here, so each instance counts for itself and tells the others only of every tenth part of a limit. */
const parts = 10

export interface Pace {
  /** @throws AppError `edits.tooMany` with the seconds to wait. */
  take(personId: string, edits: readonly SubmittedEdit[]): Promise<void>
  /** As `take`, for whoever has a place in the ecosystem: nobody else learns how busy it is, or makes it so. */
  requireRoom(ecosystemId: string, requirePlace: () => Promise<void>): Promise<void>
  /** Counts what was answered. */
  count(ecosystemId: string, edits: readonly SubmittedEdit[]): Promise<void>
}

export function createPace(door: Door): Pace {
  const persons = new RateLimiterMemory({ keyPrefix: 'person', ...limits.editsOfPerson })
  const ecosystems = new RateLimiterMemory({ keyPrefix: 'ecosystem', ...limits.editsOfEcosystem })

  /** After a whole part was counted here: what all instances counted, and no more here where that is too much. */
  async function tellOthers(rule: Rule, of: string, cost: number, here: RateLimiterRes): Promise<void> {
    const { points, duration } = limits[rule]
    const part = points / parts
    const full = Math.floor(here.consumedPoints / part) - Math.floor((here.consumedPoints - cost) / part)
    if (full <= 0) return
    const all = await door.asSystem('count edits together', (tx) =>
      new RateLimiterDrizzle({
        ...{ storeClient: tx, schema: throttles, clearExpiredByTimeout: false },
        ...{ points, duration, keyPrefix: rule },
      }).penalty(of, full * part),
    )
    if (all.consumedPoints <= points) return
    const local = rule === 'editsOfPerson' ? persons : ecosystems
    await local.block(of, Math.max(1, Math.ceil(all.msBeforeNext / 1_000)))
  }

  return {
    async take(personId, edits) {
      const cost = costOf(edits)
      const taken = await persons.consume(personId, cost).catch(refuse)
      await tellOthers('editsOfPerson', personId, cost, taken)
    },
    async requireRoom(ecosystemId, requirePlace) {
      const taken = await ecosystems.get(ecosystemId)
      if (!taken || taken.consumedPoints < limits.editsOfEcosystem.points) return
      await requirePlace()
      refuse(taken)
    },
    async count(ecosystemId, edits) {
      const cost = costOf(edits)
      await tellOthers('editsOfEcosystem', ecosystemId, cost, await ecosystems.penalty(ecosystemId, cost))
    },
  }
}

function costOf(edits: readonly SubmittedEdit[]): number {
  const actionsOf = ({ actions }: SubmittedEdit) => (Array.isArray(actions) ? actions.length : 0)
  return edits.reduce((sum, edit) => sum + 1 + Math.floor(actionsOf(edit) / 10), 0)
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason
  throw new AppError('edits.tooMany', {
    retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)),
  })
}
