// What a viewer stands on in this moment: keys, and the names of those it shares a map with.
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { AudienceKey } from '../../shared/audience/audience.ts'
import type { Transaction } from '../database/door.ts'
import { organisations } from '../database/tables/accounts.ts'
import { isForViewer, viewerKeys } from '../database/tables/governed.ts'
import { participants } from '../database/tables/journeys.ts'

/** What a reset hangs on, as 16 bytes in hex. */
export async function readStanding(tx: Transaction): Promise<string> {
  const [keys, names] = await Promise.all([readKeys(tx), readNames(tx)])
  return standingOf(keys, names)
}

/** The same for the same keys and names in any order. */
export function standingOf(
  keys: ReadonlySet<AudienceKey>,
  names: readonly { id: string; name: string }[],
): string {
  const named = names.map(({ id, name }) => `${id} ${name}`)
  const whole = JSON.stringify([[...keys].sort(), named.sort()])
  return createHash('sha256').update(whole).digest('hex').slice(0, 32)
}

/** Names of the viewer's own organisation and of those it shares a map with. */
export function readNames(tx: Transaction) {
  return tx.select({ id: organisations.id, name: organisations.name }).from(organisations).where(isKnown)
}

/** Of an organisation: the viewer of this transaction may know it. */
export const isKnown = sql`(('org:' || ${organisations.id}) = any(${viewerKeys}) or ${organisations.id} in (
  select ${participants.organisationId} from ${participants} where ${isForViewer(participants)}))`

/** The keys of the viewer of this transaction. */
export async function readKeys(tx: Transaction): Promise<ReadonlySet<AudienceKey>> {
  const [row] = await tx.execute<{ keys: string }>(sql`select current_setting('interlane.keys') as keys`)
  return new Set(row!.keys.split(','))
}
