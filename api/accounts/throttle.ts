// Counts attempts in the database, so that several instances of the server count as one.
import { createHash } from 'node:crypto'
import { lt } from 'drizzle-orm'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import type { Door, Transaction } from '../database/door.ts'
import { throttles } from '../database/tables/accounts.ts'
import { AppError } from '../errors.ts'

const minute = 60
const hour = 60 * minute

/** How many attempts of a kind are taken from one account, address or organisation in how many seconds. */
export const throttleRules = {
  signInFromAddressToAccount: { points: 8, duration: 15 * minute },
  signInToAccount: { points: 30, duration: hour },
  signInFromAddress: { points: 100, duration: 15 * minute },
  signUpFromAddress: { points: 60, duration: hour },
  signUpMailToEmail: { points: 5, duration: hour },
  checkPassword: { points: 8, duration: 15 * minute },
  resetForEmail: { points: 5, duration: hour },
  resetFromAddress: { points: 30, duration: hour },
  confirmEmail: { points: 5, duration: hour },
  foundByPerson: { points: 20, duration: 24 * hour },
  inviteForOrganisation: { points: 200, duration: 24 * hour },
} as const

type Rule = keyof typeof throttleRules
/** One counter: the rule and what it counts, such as an e-mail address. */
export type Attempt = readonly [rule: Rule, of: string]

export interface Throttle {
  /** Counts an attempt before it is made; refuses with `accounts.tooManyAttempts` once a rule is used up. */
  attempt(...attempts: Attempt[]): Promise<void>
  /** Takes the attempt back: it succeeded, so it was no guess. */
  takeBack(...attempts: Attempt[]): Promise<void>
  /** Forgets all earlier attempts as well. */
  clear(tx: Transaction, ...attempts: Attempt[]): Promise<void>
  forgetExpired(tx: Transaction): Promise<void>
}

export function createThrottle(door: Door): Throttle {
  return {
    async attempt(...attempts) {
      const refused = await door.asSystem('count an attempt', async (tx) => {
        for (const [rule, of] of attempts) {
          const exhausted = await consume(tx, rule, of)
          if (exhausted) return exhausted
        }
        return undefined
      })
      if (!refused) return
      const retryAfterSeconds = Math.ceil(refused.msBeforeNext / 1000)
      throw new AppError('accounts.tooManyAttempts', { retryAfterSeconds })
    },
    async takeBack(...attempts) {
      await door.asSystem('take a counted attempt back', async (tx) => {
        for (const [rule, of] of attempts) await limiter(tx, rule).reward(key(of))
      })
    },
    async clear(tx, ...attempts) {
      for (const [rule, of] of attempts) await limiter(tx, rule).delete(key(of))
    },
    async forgetExpired(tx) {
      await tx.delete(throttles).where(lt(throttles.expire, new Date()))
    },
  }
}

// A refusal must not roll back what was counted, so it is a value here and thrown after the commit.
async function consume(tx: Transaction, rule: Rule, of: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter(tx, rule).consume(key(of))
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused
    throw refused
  }
}

function limiter(tx: Transaction, rule: Rule) {
  const store = { storeClient: tx, schema: throttles, clearExpiredByTimeout: false }
  return new RateLimiterDrizzle({ ...store, ...throttleRules[rule], keyPrefix: rule })
}

// The table of attempts is no list of the addresses that somebody tried.
const key = (of: string) => createHash('sha256').update(of).digest('base64url')
