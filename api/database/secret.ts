import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Door } from './door.ts'
import { secrets } from './tables/edits.ts'

/** A random key that all instances share, made by whichever asks first. */
export function sharedSecret(door: Door, name: string): Promise<string> {
  return door.asSystem('read a key of the server', async (tx) => {
    const value = randomBytes(32).toString('base64url')
    await tx.insert(secrets).values({ name, value }).onConflictDoNothing()
    const [kept] = await tx.select().from(secrets).where(eq(secrets.name, name))
    return kept!.value
  })
}
