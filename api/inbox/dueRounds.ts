// Whoever is waited for in a blind round finds it once more when its day is near.
import { sql } from 'drizzle-orm'
import type { Call } from '../../shared/inbox/call.ts'
import { awaitedOrganisations } from '../../shared/rounds/standing.ts'
import type { Transaction } from '../database/door.ts'
import { RowsOnDemand } from '../edits/rowsOnDemand.ts'
import type { DueSpan } from './dueRequests.ts'
import { writeNews } from './writeNews.ts'

/** Of each open round that is due within these days: once, and only whom it still waits for. */
export async function callDueRounds(tx: Transaction, span: DueSpan): Promise<void> {
  for (const { ecosystem_id, id, organisation_id } of await readDue(tx, span)) {
    const rows = RowsOnDemand.pastAudiences(tx, ecosystem_id)
    const calls = await rows.run(() => callsOf(id, rows))
    // Who opened it answers as the others do, and is reminded as they are.
    await writeNews(tx, ecosystem_id, calls, { organisationId: organisation_id, personId: nobody })
  }
}

/** People who were named or have begun; where nobody has, all of the organisation who may answer. */
function callsOf(rowId: string, rows: RowsOnDemand): Call[] {
  const round = rows.get('round', rowId)
  if (!round) return []
  const ballots = rows.list('ballot', 'roundId', rowId).filter(({ deleted }) => !deleted)
  return awaitedOrganisations(round, ballots).flatMap((organisationId) => {
    const own = ballots.filter((ballot) => ballot.organisationId === organisationId)
    const awaited = own.filter(({ state }) => state !== 'done').map(({ personId }) => personId)
    const called = own.length === 0 ? [null] : awaited
    return called.map(
      (personId): Call => ({ kind: 'due', rowKind: 'round', rowId, organisationId, personId }),
    )
  })
}

const nobody = '00000000-0000-0000-0000-000000000000'

interface DueRound extends Record<string, unknown> {
  ecosystem_id: string
  id: string
  organisation_id: string
}

async function readDue(tx: Transaction, { from, until }: DueSpan): Promise<DueRound[]> {
  return tx.execute<DueRound>(sql`
    select ecosystem_id, id, organisation_id from rounds as round
    where state = 'open' and not deleted and due_on between ${from} and ${until}
      and not exists (select from news where news.ecosystem_id = round.ecosystem_id
        and news.row_id = round.id and news.row_kind = 'round' and news.kind = 'due')
    order by ecosystem_id, due_on, id limit 1000`)
}
