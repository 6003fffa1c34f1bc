// How fast edits are taken from one person, and into one ecosystem, before somebody has to wait a little.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { SubmittedEdit } from '../../shared/edits/exchange.ts'
import { AppError } from '../errors.ts'

/**
 * Points in so many seconds: an edit costs one, and another for every ten actions. Far above what hands and files make, and
 * counted by each instance for itself, as every edit passes here.
 */
const limits = {
  ofPerson: { points: 3_000, duration: 10 },
  ofEcosystem: { points: 10_000, duration: 10 },
} as const

export interface Pace {
  /** @throws AppError `edits.tooMany` with the seconds to wait. */
  take(personId: string, edits: readonly SubmittedEdit[]): Promise<void>
  /** As `take`, for whoever has a place in the ecosystem: nobody else learns how busy it is, or makes it so. */
  requireRoom(ecosystemId: string, requirePlace: () => Promise<void>): Promise<void>
  /** Counts what was answered. */
  count(ecosystemId: string, edits: readonly SubmittedEdit[]): Promise<void>
}

export function createPace(): Pace {
  const persons = new RateLimiterMemory({ keyPrefix: 'person', ...limits.ofPerson })
  const ecosystems = new RateLimiterMemory({ keyPrefix: 'ecosystem', ...limits.ofEcosystem })
  return {
    async take(personId, edits) {
      await persons.consume(personId, costOf(edits)).catch(refuse)
    },
    async requireRoom(ecosystemId, requirePlace) {
      const taken = await ecosystems.get(ecosystemId)
      if (!taken || taken.consumedPoints < limits.ofEcosystem.points) return
      await requirePlace()
      refuse(taken)
    },
    async count(ecosystemId, edits) {
      await ecosystems.penalty(ecosystemId, costOf(edits))
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
