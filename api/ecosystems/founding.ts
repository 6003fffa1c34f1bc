import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { FoundEcosystemRequest } from '../../shared/ecosystems/requests.ts'
import type { Transaction } from '../database/door.ts'
import { ecosystemCounters, edits } from '../database/tables/edits.ts'
import type { AcceptEdits } from '../edits/acceptEdits.ts'
import { AppError } from '../errors.ts'

/**
 * Creates an ecosystem organised by the viewer's organisation, through the same path as every edit. Asked again for the same
 * id, whoever founded it gets the same answer; for everybody else the id is as any that is not there.
 * @returns its id
 */
export async function foundEcosystem(
  acceptEdits: AcceptEdits,
  viewer: Viewer,
  { id = randomUUID(), ...content }: FoundEcosystemRequest & { demo?: boolean },
): Promise<string> {
  const action = { type: 'ecosystem.add', id, ...content }
  const founding = { clientId: id, number: 1, version: 1, actions: [action] }
  const begin = (tx: Transaction) => beginOrder(tx, id, viewer)
  await acceptEdits(viewer, id, [founding], { kind: 'founding' }, begin)
  return id
}

/** Who comes second waits here until the first is done. */
async function beginOrder(tx: Transaction, id: string, viewer: Viewer): Promise<void> {
  const begun = await tx
    .insert(ecosystemCounters)
    .values({ ecosystemId: id, seq: 0, epoch: 1 })
    .onConflictDoNothing()
    .returning()
  if (begun.length > 0) return
  const [founded] = await tx
    .select()
    .from(edits)
    .where(and(eq(edits.ecosystemId, id), eq(edits.clientId, id), eq(edits.number, 1)))
  const isFounder = founded?.personId === viewer.personId && founded.organisationId === viewer.organisationId
  if (!isFounder) throw new AppError('notThere')
}
