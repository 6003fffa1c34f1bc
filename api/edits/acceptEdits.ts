// How edits become true: lock the counter, then accept one after the other in one transaction.
import { type AudienceKey, ecosystemKey, mapKey, type Viewer } from '../../shared/audience/audience.ts'
import type { EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import { referenceKey } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import { type Grant, signing } from '../../shared/rules/author.ts'
import type { Door, Transaction } from '../database/door.ts'
import { AppError } from '../errors.ts'
import { Acceptance } from './acceptance.ts'
import { answerAgain, answersTo, earlierAnswers } from './answers.ts'
import { readOwnChanges } from './ownChanges.ts'
import { RowsOnDemand } from './rowsOnDemand.ts'

/**
 * Answers every edit, in order, in one transaction. An edit that was answered before gets the same answer again.
 * `grant` is what the server has checked beyond the author's rights (an invitation, founding an ecosystem).
 * @throws AppError `notThere` when the author has no place in the ecosystem.
 */
export type AcceptEdits = (
  viewer: Viewer,
  ecosystemId: string,
  submitted: readonly SubmittedEdit[],
  grant?: Grant,
  together?: Together,
) => Promise<EditAnswer[]>

/**
 * Written past all audiences before the edits, in their transaction: all of it counts, or nothing. Then a refused edit is no
 * answer but an AppError `input.invalid`, and the same edit may be sent again.
 */
export type Together = (tx: Transaction) => Promise<void>

/** Told after the commit how far the order of an ecosystem's edits has come; not of what changed nothing. */
type OnAccepted = (ecosystemId: string, seq: number) => void

export function createAcceptEdits(door: Door, onAccepted: OnAccepted = () => {}): AcceptEdits {
  return async function acceptEdits(viewer, ecosystemId, submitted, grant, together) {
    try {
      return await acceptTogether(door, viewer, ecosystemId, submitted, { grant, together }, onAccepted)
    } catch (error) {
      const refusal = permanentRefusal(error)
      if (!refusal || together) throw error
      if (submitted.length > 1) {
        const answers: EditAnswer[] = []
        for (const one of submitted) {
          answers.push(...(await acceptEdits(viewer, ecosystemId, [one], grant, undefined)))
        }
        return answers
      }
      return acceptTogether(door, viewer, ecosystemId, submitted, { grant }, onAccepted, refusal)
    }
  }
}

async function acceptTogether(
  door: Door,
  viewer: Viewer,
  ecosystemId: string,
  submitted: readonly SubmittedEdit[],
  { grant, together }: { grant: Grant | undefined; together?: Together | undefined },
  onAccepted: OnAccepted,
  knownRefusal?: Refusal,
): Promise<EditAnswer[]> {
  const { answers, seq } = await door.asAuthor(
    viewer,
    ecosystemId,
    async (tx, { counter, membership, hasPlace, answered, seeAnew }) => {
      const isThere = hasPlace || grant?.kind === 'founding'
      if (!counter || !membership || !isThere) throw new AppError('notThere')
      const { name, ...standing } = membership
      const author = signing({ ...viewer, ...standing, ...(grant && { grant }) }, name, new Date())
      const earlier = earlierAnswers(answered)
      const rows = new RowsOnDemand(tx, ecosystemId, (edit) => readOwnChanges(tx, ecosystemId, viewer, edit))
      const before = counter.seq
      const acceptance = new Acceptance(tx, ecosystemId, author, rows, counter, seeAnew)
      const answers: EditAnswer[] = []
      for (const one of submitted) {
        const repeated = earlier.get(referenceKey(one))
        const answer = repeated ? answerAgain(repeated, viewer) : await acceptance.accept(one, knownRefusal)
        earlier.set(referenceKey(one), { personId: viewer.personId, answer })
        if (together && !answer.accepted) throw new AppError('input.invalid', answer.error)
        answers.push(answer)
      }
      return { answers, seq: counter.seq > before ? counter.seq : null }
    },
    {
      granted: grantedKeys(ecosystemId, grant),
      asked: answersTo(ecosystemId, submitted),
      ...(together && { first: together }),
    },
  )
  if (seq !== null) onAccepted(ecosystemId, seq)
  return answers
}

function grantedKeys(ecosystemId: string, grant: Grant | undefined): AudienceKey[] {
  if (!grant || grant.kind === 'removal') return []
  return [ecosystemKey(ecosystemId), ...(grant.kind === 'invitation' ? grant.mapIds.map(mapKey) : [])]
}

/**
 * What Postgres refuses for what it is, and would refuse again: an answer, or the client would send it for ever.
 * A row that exists, seen or not, is a unique violation.
 */
function permanentRefusal(error: unknown): Refusal | undefined {
  const code = (error as { cause?: { code?: string } }).cause?.code ?? ''
  if (code === '23505') {
    return new Refusal('edit.invalid', 'An id in this edit is taken. Make a new one and try again.', 'id')
  }
  const isDataOrConstraint = code.startsWith('22') || code.startsWith('23')
  return isDataOrConstraint ? new Refusal('edit.invalid', 'This edit cannot be stored as it is.') : undefined
}
