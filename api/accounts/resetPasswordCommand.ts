import type { Config } from '../config.ts'
import { openDoor } from '../database/door.ts'
import { openDatabase } from '../database/openDatabase.ts'
import { StartRefusal } from '../startRefusal.ts'
import { printableResetLink } from './passwordReset.ts'
import { pageLinkAt } from './services.ts'

/** The sentence and link for the operator; throws a `StartRefusal` without an address, or for one that has no account. */
export async function resetPasswordByOperator(config: Config, email: string | undefined): Promise<string> {
  if (!email) throw new StartRefusal('Name the account: npm run reset-password -- ada@example.com')
  const { connection, close } = await openDatabase(config)
  try {
    const pageLink = pageLinkAt(() => config.publicUrl ?? `http://localhost:${config.port}`)
    const services = { door: openDoor(connection.database), clock: () => new Date(), pageLink }
    const link = await printableResetLink(services, email.trim())
    if (!link) throw new StartRefusal(`No account has the e-mail address ${email}.`)
    return `Pass this link on to ${email}; it works once, for one hour, and ends all sessions of the account:\n${link}`
  } finally {
    await close()
  }
}
