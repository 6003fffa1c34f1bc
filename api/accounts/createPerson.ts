import type { Transaction } from '../database/door.ts'
import type { Passwords } from './passwords.ts'
import { addPerson, type PersonRow } from './people.ts'

interface PersonWithPassword {
  name: string
  email: string
  password: string
  emailVerified?: boolean
}

/** Adds a person who can sign in at once, without any mail: for seeds and tests. Refuses with `accounts.emailTaken`. */
export async function createPersonWithPassword(
  tx: Transaction,
  { now, passwords }: { now: Date; passwords: Passwords },
  { password, ...person }: PersonWithPassword,
): Promise<PersonRow> {
  return addPerson(tx, now, { ...person, passwordHash: await passwords.hash(password) })
}
