// Argon2id with the parameters OWASP names as its minimum, and never more hashes at once than memory is meant to bear.
import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { AppError } from '../errors.ts'

// 2 is Argon2id; the library's enum exists only as a type.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long for a person without a password as for one with a wrong password. */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>
}

/** At most `concurrent` hashes run and `waiting` wait; whoever comes then is told that the server is busy. */
export async function createPasswords({ concurrent = 4, waiting = 100 } = {}): Promise<Passwords> {
  const limit = pLimit(concurrent)
  const nobodysHash = await hash('the password of nobody', parameters)
  const queued = <T>(work: () => Promise<T>) => {
    if (limit.pendingCount >= waiting) throw new AppError('server.busy')
    return limit(work)
  }
  return {
    hash: async (password) => queued(() => hash(password.normalize('NFKC'), parameters)),
    async verify(passwordHash, password) {
      const matches = await queued(() => verify(passwordHash ?? nobodysHash, password.normalize('NFKC')))
      return matches && passwordHash !== undefined
    },
  }
}
