// How an edit becomes true: lock the counter, authorise and apply, add what follows unseen, stamp, remember.
import { and, eq, inArray, sql } from 'drizzle-orm'
import {
  type AudienceKey,
  ecosystemKey,
  lostKeys,
  mapKey,
  type Viewer,
} from '../../shared/audience/audience.ts'
import { invalidField } from '../../shared/edits/actions/action.ts'
import { edit as editSchema } from '../../shared/edits/actions/actions.ts'
import { applyEdit, consequencesOf } from '../../shared/edits/applyEdit.ts'
import type { EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import type { EditReference, RowChange } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import type { Author, Grant } from '../../shared/rules/author.ts'
import { type Door, type Transaction, withinAsSystem } from '../database/door.ts'
import { ecosystemCounters, edits, history, tombstones } from '../database/tables/edits.ts'
import { AppError } from '../errors.ts'
import { readOwnChanges } from './ownChanges.ts'
import { RowsOnDemand } from './rowsOnDemand.ts'
import { refusalOfUnstorable } from './storable.ts'
import { writeChanges } from './storedRows.ts'

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
) => Promise<EditAnswer[]>

export function createAcceptEdits(
  door: Door,
  onAccepted: (ecosystemId: string) => void = () => {},
): AcceptEdits {
  return async function acceptEdits(viewer, ecosystemId, submitted, grant) {
    try {
      const answers = await acceptTogether(door, viewer, ecosystemId, submitted, grant)
      onAccepted(ecosystemId)
      return answers
    } catch (error) {
      const refusal = permanentRefusal(error)
      if (!refusal) throw error
      if (submitted.length > 1) {
        const answers: EditAnswer[] = []
        for (const one of submitted) answers.push(...(await acceptEdits(viewer, ecosystemId, [one], grant)))
        return answers
      }
      return acceptTogether(door, viewer, ecosystemId, submitted, grant, refusal)
    }
  }
}

function acceptTogether(
  door: Door,
  viewer: Viewer,
  ecosystemId: string,
  submitted: readonly SubmittedEdit[],
  grant: Grant | undefined,
  knownRefusal?: Refusal,
): Promise<EditAnswer[]> {
  return door.asAuthor(
    viewer,
    ecosystemId,
    async (tx, { counter, role }) => {
      if (!counter || !role || !(await hasPlace(tx, ecosystemId, grant))) throw new AppError('notThere')
      const author: Author = { ...viewer, role, ...(grant && { grant }) }
      const earlier = await withinAsSystem(tx, () => readAnswers(tx, ecosystemId, submitted))
      const rows = new RowsOnDemand(tx, ecosystemId, (edit) => readOwnChanges(tx, ecosystemId, viewer, edit))
      const acceptance = new Acceptance(tx, ecosystemId, author, rows, counter)
      const answers: EditAnswer[] = []
      for (const one of submitted) {
        const repeated = earlier.get(keyOf(one))
        const answer = repeated ? answerAgain(repeated, viewer) : await acceptance.accept(one, knownRefusal)
        earlier.set(keyOf(one), { personId: viewer.personId, answer })
        answers.push(answer)
      }
      return answers
    },
    grantedKeys(ecosystemId, grant),
  )
}

/** One transaction's edits, one after the other, over the same loaded rows. */
class Acceptance {
  readonly #tx: Transaction
  readonly #ecosystemId: string
  readonly #author: Author
  readonly #rows: RowsOnDemand
  readonly #counter: { seq: number; epoch: number }

  constructor(
    tx: Transaction,
    ecosystemId: string,
    author: Author,
    rows: RowsOnDemand,
    counter: { seq: number; epoch: number },
  ) {
    this.#tx = tx
    this.#ecosystemId = ecosystemId
    this.#author = author
    this.#rows = rows
    this.#counter = counter
  }

  async accept(submitted: SubmittedEdit, knownRefusal?: Refusal): Promise<EditAnswer> {
    const { clientId, number } = submitted
    const outcome = knownRefusal ?? (await this.#apply(submitted))
    if (outcome instanceof Refusal) {
      const { code, message, field } = outcome
      const answer: EditAnswer = {
        clientId,
        number,
        accepted: false,
        error: { code, message, ...(field !== undefined && { field }) },
      }
      await withinAsSystem(this.#tx, () => this.#remember(answer, 0))
      return answer
    }
    const answer: EditAnswer = { clientId, number, accepted: true }
    await this.#write(outcome, answer)
    this.#rows.apply(outcome, { clientId, number })
    return answer
  }

  async #apply(submitted: SubmittedEdit): Promise<RowChange[] | Refusal> {
    const parsed = editSchema.safeParse(submitted)
    if (!parsed.success) return invalidField(parsed.error)
    const unstorable = refusalOfUnstorable(parsed.data)
    if (unstorable) return unstorable
    await this.#rows.prefetch(parsed.data.actions)
    const applied = await this.#rows.run(() =>
      applyEdit(parsed.data, this.#author, this.#ecosystemId, this.#rows),
    )
    return applied.accepted ? applied.changes : applied.refusal
  }

  async #write(changes: RowChange[], answer: EditAnswer): Promise<void> {
    const seq = ++this.#counter.seq
    if (changes.some(movesEpoch)) this.#counter.epoch++
    const consequences = await withinAsSystem(this.#tx, () => {
      const everything = new RowsOnDemand(this.#tx, this.#ecosystemId)
      return everything.run(() => consequencesOf(changes, everything))
    })
    await writeChanges(this.#tx, changes, seq)
    await withinAsSystem(this.#tx, async () => {
      const all = [...changes, ...consequences]
      await Promise.all([
        writeChanges(this.#tx, consequences, seq),
        this.#recordHistory(all, answer, seq),
        this.#buryLostRows(all, seq),
        this.#remember(answer, seq),
        this.#moveCounter(seq),
      ])
    })
  }

  async #moveCounter(seq: number): Promise<void> {
    await this.#tx
      .update(ecosystemCounters)
      .set({ seq, epoch: this.#counter.epoch })
      .where(eq(ecosystemCounters.ecosystemId, this.#ecosystemId))
  }

  async #recordHistory(
    changes: readonly RowChange[],
    { clientId, number }: EditReference,
    seq: number,
  ): Promise<void> {
    const { personId, organisationId } = this.#author
    const place = { ecosystemId: this.#ecosystemId, seq, clientId, number, personId, organisationId }
    const records = changes.map(({ kind, id, before, after, follows }, position) => ({
      ...{ ...place, position, kind, rowId: id, before, after, follows },
      audience: [...new Set([...(before?.audience ?? after.audience), ...after.audience])],
    }))
    for (let start = 0; start < records.length; start += 1_000) {
      await this.#tx.insert(history).values(records.slice(start, start + 1_000))
    }
  }

  async #buryLostRows(changes: readonly RowChange[], seq: number): Promise<void> {
    const graves = changes
      .filter((change) => change.before !== null)
      .map((change) => ({
        ...{ ecosystemId: this.#ecosystemId, seq, kind: change.kind, rowId: change.id },
        audience: lostKeys(change.before!.audience, change.after.audience),
      }))
      .filter((grave) => grave.audience.length > 0)
    if (graves.length > 0) await this.#tx.insert(tombstones).values(graves)
  }

  async #remember(answer: EditAnswer, seq: number): Promise<void> {
    const { personId, organisationId } = this.#author
    const { clientId, number, accepted } = answer
    const place = { ecosystemId: this.#ecosystemId, clientId, number, personId, organisationId }
    await this.#tx.insert(edits).values({ ...place, accepted, answer, seq })
  }
}

/** What opens or closes whole maps to an organisation makes clients start from a fresh snapshot. */
function movesEpoch(change: RowChange): boolean {
  return change.kind === 'participant' && change.before?.state !== change.after.state
}

async function hasPlace(tx: Transaction, ecosystemId: string, grant: Grant | undefined): Promise<boolean> {
  if (grant?.kind === 'founding') return true
  const [row] = await tx.execute<{ present: boolean }>(
    sql`select exists (select 1 from ecosystem_counters where ecosystem_id = ${ecosystemId}) as present`,
  )
  return row?.present === true
}

function grantedKeys(ecosystemId: string, grant: Grant | undefined): AudienceKey[] {
  if (!grant || grant.kind === 'removal') return []
  return [ecosystemKey(ecosystemId), ...(grant.kind === 'invitation' ? grant.mapIds.map(mapKey) : [])]
}

interface EarlierAnswer {
  personId: string
  answer: EditAnswer
}

async function readAnswers(
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
function answerAgain({ personId, answer }: EarlierAnswer, viewer: Viewer): EditAnswer {
  if (personId === viewer.personId) return answer
  throw new AppError('input.invalid', {
    field: 'clientId',
    message: 'This client id is taken. Reload the page.',
  })
}

function keyOf({ clientId, number }: EditReference): string {
  return `${clientId}/${number}`
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
