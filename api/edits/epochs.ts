import { sql } from 'drizzle-orm'
import type { Transaction } from '../database/door.ts'

/**
 * Moves the epoch of every ecosystem an organisation is in: who belongs to it, in which role or under which name, has changed.
 * Locked in the order of their ids, so that two such changes never wait for each other. Runs in a system transaction.
 */
export async function moveEpochsOf(organisationId: string, tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with touched as (
      select ecosystem_id from ecosystem_counters
      where ecosystem_id in (
        select ecosystem_id from participants where organisation_id = ${organisationId}
        union select id from ecosystems where convener_organisation_id = ${organisationId})
      order by ecosystem_id
      for update
    )
    update ecosystem_counters set epoch = epoch + 1
    from touched where ecosystem_counters.ecosystem_id = touched.ecosystem_id`)
}
