// The history of who let whom do what in an organisation; the person concerned also finds it in the inbox.
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RightChangeAnswer } from '../../shared/accounts/organisations.ts'
import { changeOfRights, type Standing } from '../../shared/accounts/rightChange.ts'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { NewsLine } from '../../shared/inbox/answers.ts'
import type { Door, Transaction } from '../database/door.ts'
import { organisations, people, rightChanges } from '../database/tables/accounts.ts'

type Written = typeof rightChanges.$inferInsert

/** Nothing where nothing changed. */
export async function writeRightChange(
  tx: Transaction,
  {
    before,
    after,
    ...who
  }: Pick<Written, 'organisationId' | 'personId' | 'byPersonId' | 'at'> & {
    before: Standing
    after: Standing
  },
): Promise<void> {
  const change = changeOfRights(before, after)
  if (change) await tx.insert(rightChanges).values({ id: crypto.randomUUID(), ...who, ...change })
}

/** The latest first. */
export async function readRightChanges(
  tx: Transaction,
  organisationId: string,
): Promise<RightChangeAnswer[]> {
  const rows = await selectChanges(tx)
    .where(eq(rightChanges.organisationId, organisationId))
    .orderBy(desc(rightChanges.at), desc(rightChanges.id))
    .limit(mostShown)
  return rows.map(({ change: { id, at, role, given, withheld }, person, by }) => ({
    ...{ id, at: at.toISOString(), person, by: by ?? formerMember },
    change: { role, given, withheld },
  }))
}

/** What others lately let the viewer do or not do, in the organisation they act for, as lines of their inbox. */
export function readRightLines(door: Door, viewer: Viewer, now: Date): Promise<NewsLine[]> {
  const { personId, organisationId } = viewer
  return door.asSystem('read what others let one do', async (tx) => {
    const isTold = and(
      ...[eq(rightChanges.personId, personId), eq(rightChanges.organisationId, organisationId)],
      ...[ne(rightChanges.byPersonId, personId), gt(rightChanges.at, new Date(now.getTime() - keptFor))],
    )
    const rows = await selectChanges(tx).where(isTold).orderBy(desc(rightChanges.at)).limit(mostShown)
    return rows.map(({ change: { id, at, readAt, role, given, withheld }, organisation, by }) => ({
      ...{ id, kind: 'rights', at: at.toISOString(), isRead: readAt !== null, text: '', outcome: null },
      ...{ ecosystemId: null, map: null, row: { kind: 'membership', id: personId } },
      about: { kind: 'organisation', id: organisationId, name: organisation },
      by: { organisation: '', person: by ?? formerMember },
      rights: { role, given, withheld },
    }))
  })
}

function selectChanges(tx: Transaction) {
  const author = alias(people, 'author')
  return tx
    .select({
      ...{ change: rightChanges, person: people.name, by: author.name },
      organisation: organisations.name,
    })
    .from(rightChanges)
    .innerJoin(people, eq(people.id, rightChanges.personId))
    .innerJoin(organisations, eq(organisations.id, rightChanges.organisationId))
    .leftJoin(author, eq(author.id, rightChanges.byPersonId))
    .$dynamic()
}

const mostShown = 50
/** As long as what was read stays in an inbox. */
const keptFor = 90 * 86_400_000
const formerMember = 'A former member'
