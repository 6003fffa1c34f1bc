// Whom to call instead of somebody who is called by name and has left: a call that reaches nobody is lost without a trace.
import { inArray, type SQL, sql } from 'drizzle-orm'
import { comparable, leftByName, whoAnswers } from '../../shared/analysis/whoAnswers.ts'
import type { Call } from '../../shared/inbox/call.ts'
import { peopleInCharge } from '../../shared/model/ownership.ts'
import type { Transaction } from '../database/door.ts'
import { memberships } from '../database/tables/accounts.ts'
import { readFormerMembers, readMembers } from '../organisations/queries.ts'

/** Who stands in on that touchpoint, as the organisation itself wrote down, else its admins. Runs as the system. */
export async function callStandIns(
  tx: Transaction,
  ecosystemId: string,
  calls: readonly Call[],
): Promise<Call[]> {
  const left = await readLeft(tx, calls)
  return Promise.all(
    calls.map(async (call) => {
      const name = call.personId && left.get(memberKey(call.organisationId, call.personId))
      if (!name) return call
      const personId = await findStandIn(tx, ecosystemId, call, name)
      return personId ? { ...call, personId } : { ...call, personId: null, adminsOnly: true }
    }),
  )
}

const memberKey = (organisationId: string, personId: string) => `${organisationId} ${personId}`

/** The names of those called who belong to the organisation no more. */
async function readLeft(tx: Transaction, calls: readonly Call[]): Promise<Map<string, string>> {
  const personIds = [...new Set(calls.flatMap(({ personId }) => personId ?? []))]
  if (personIds.length === 0) return new Map()
  const rows = await tx.execute<{ organisation_id: string; person_id: string; name: string }>(sql`
    select organisation_id, person_id, people.name from ${memberships}
    join people on people.id = person_id
    where not active and ${inArray(memberships.personId, personIds)}`)
  return new Map(rows.map((row) => [memberKey(row.organisation_id, row.person_id), row.name]))
}

async function findStandIn(
  tx: Transaction,
  ecosystemId: string,
  { organisationId, rowKind, rowId }: Call,
  name: string,
): Promise<string | null> {
  const about = touchpointsOf[rowKind]
  if (!about) return null
  const rows = await tx.execute<{ person: string }>(sql`
    select responsibilities.person from responsibilities
    join ownerships on ownerships.ecosystem_id = responsibilities.ecosystem_id and ownerships.id = ownership_id
    where responsibilities.ecosystem_id = ${ecosystemId} and responsibilities.organisation_id = ${organisationId}
      and not responsibilities.deleted and not ownerships.deleted
      and ownerships.touchpoint_id in (${about(ecosystemId, rowId)})
    order by responsibilities.id`)
  const lines = rows.map(({ person }) => person).filter((line) => isFirst(name, line))
  if (lines.length === 0) return null
  const members = await readMembers(tx, organisationId)
  const hasLeft = leftByName(members, await readFormerMembers(tx, organisationId))
  const standIns = lines.map((line) => whoAnswers(line, hasLeft)?.name ?? '')
  const found = members.find((member) =>
    standIns.some((standIn) => comparable(standIn) === comparable(member.name)),
  )
  return found?.personId ?? null
}

function isFirst(name: string, line: string): boolean {
  return comparable(peopleInCharge(line)[0] ?? '') === comparable(name)
}

/** The touchpoints a row that calls somebody by name is about. */
const touchpointsOf: Partial<Record<Call['rowKind'], (ecosystemId: string, rowId: string) => SQL>> = {
  comment: (ecosystemId, rowId) => sql`
    select target_id from comments
    where ecosystem_id = ${ecosystemId} and id = ${rowId} and target_kind = 'touchpoint'`,
  contributionRequest: (ecosystemId, rowId) => sql`
    select unnest(touchpoint_ids) from contribution_requests
    where ecosystem_id = ${ecosystemId} and id = ${rowId}`,
}
