// The answers that were given before, repeated word for word.
import { and, eq, inArray } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import type { Transaction } from '../database/door.ts'
import { edits } from '../database/tables/edits.ts'
import { AppError } from '../errors.ts'

interface EarlierAnswer {
  personId: string
  answer: EditAnswer
}

export async function readAnswers(
  tx: Transaction,
  ecosystemId: string,
  submitted: readonly SubmittedEdit[],
): Promise<Map<string, EarlierAnswer>> {
  const clientIds = [...new Set(submitted.map((one) => one.clientId))]
  const numbers = [...new Set(submitted.map((one) => one.number))]
  const found = await tx
    .select({
      clientId: edits.clientId,
      number: edits.number,
      personId: edits.personId,
      answer: edits.answer,
    })
    .from(edits)
    .where(
      and(
        eq(edits.ecosystemId, ecosystemId),
        inArray(edits.clientId, clientIds),
        inArray(edits.number, numbers),
      ),
    )
  return new Map(found.map((row) => [keyOf(row), row]))
}

/** A client id belongs to whoever used it first; nobody reads another person's answers by guessing it. */
export function answerAgain({ personId, answer }: EarlierAnswer, viewer: Viewer): EditAnswer {
  if (personId === viewer.personId) return answer
  throw new AppError('input.invalid', {
    field: 'clientId',
    message: 'This client id is taken. Reload the page.',
  })
}

export function keyOf({ clientId, number }: EditReference): string {
  return `${clientId}/${number}`
}
