// The answers that were given before, repeated word for word.
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import { referenceKey } from '../../shared/edits/reader.ts'
import { edits } from '../database/tables/edits.ts'
import { AppError } from '../errors.ts'

interface EarlierAnswer {
  personId: string
  answer: EditAnswer
}

/** Asks for the answers that were given to these edits before. */
export function answersTo(ecosystemId: string, submitted: readonly SubmittedEdit[]): SQL {
  const clientIds = [...new Set(submitted.map((one) => one.clientId))]
  const numbers = [...new Set(submitted.map((one) => one.number))]
  const named = and(
    eq(edits.ecosystemId, ecosystemId),
    inArray(edits.clientId, clientIds),
    inArray(edits.number, numbers),
  )
  return sql`select person_id as "personId", answer from ${edits} where ${named}`
}

/** What {@link answersTo} found, by {@link referenceKey}. */
export function earlierAnswers(found: readonly unknown[]): Map<string, EarlierAnswer> {
  return new Map((found as EarlierAnswer[]).map((one) => [referenceKey(one.answer), one]))
}

/** A client id belongs to whoever used it first; nobody reads another person's answers by guessing it. */
export function answerAgain({ personId, answer }: EarlierAnswer, viewer: Viewer): EditAnswer {
  if (personId === viewer.personId) return answer
  throw new AppError('input.invalid', {
    field: 'clientId',
    message: 'This client id is taken. Reload the page.',
  })
}
