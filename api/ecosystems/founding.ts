import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { FoundEcosystemRequest } from '../../shared/ecosystems/requests.ts'
import type { Door } from '../database/door.ts'
import { ecosystemCounters } from '../database/tables/edits.ts'
import type { AcceptEdits } from '../edits/acceptEdits.ts'
import { AppError } from '../errors.ts'

/** Creates an ecosystem organised by the viewer's organisation, through the same path as every edit. @returns its id */
export async function foundEcosystem(
  door: Door,
  acceptEdits: AcceptEdits,
  viewer: Viewer,
  content: FoundEcosystemRequest & { demo?: boolean },
  id: string = randomUUID(),
): Promise<string> {
  await door.asSystem('begin the order of a new ecosystem', (tx) =>
    tx.insert(ecosystemCounters).values({ ecosystemId: id, seq: 0, epoch: 1 }).onConflictDoNothing(),
  )
  const action = { type: 'ecosystem.add', id, ...content }
  const founding = { clientId: randomUUID(), number: 1, version: 1, actions: [action] }
  const [answer] = await acceptEdits(viewer, id, [founding], { kind: 'founding' })
  if (!answer?.accepted) throw new AppError('input.invalid', answer && { ...answer.error })
  return id
}
