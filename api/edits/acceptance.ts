// One edit becoming true: authorise and apply, add what follows unseen, stamp, remember.
import { eq } from 'drizzle-orm'
import { lostKeys } from '../../shared/audience/audience.ts'
import { applyEdit, consequencesOf } from '../../shared/edits/applyEdit.ts'
import type { EditAnswer, SubmittedEdit } from '../../shared/edits/exchange.ts'
import { readEdit } from '../../shared/edits/readEdit.ts'
import { type EditReference, type RowChange, rowKey } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import { callsOf } from '../../shared/inbox/calls.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import type { SigningAuthor } from '../../shared/rules/author.ts'
import { type Standing, type Transaction, withinAsSystem } from '../database/door.ts'
import { ecosystemCounters, edits, history, tombstones } from '../database/tables/edits.ts'
import { writeNews } from '../inbox/writeNews.ts'
import { RowsOnDemand } from './rowsOnDemand.ts'
import { refusalOfUnstorable } from './storable.ts'
import { writeChanges } from './storedRows.ts'

/** One transaction's edits, one after the other, over the same loaded rows. */
export class Acceptance {
  readonly #tx: Transaction
  readonly #ecosystemId: string
  readonly #author: SigningAuthor
  readonly #rows: RowsOnDemand
  readonly #counter: { seq: number; epoch: number }
  readonly #seeAnew: Standing['seeAnew']

  constructor(
    tx: Transaction,
    ecosystemId: string,
    author: SigningAuthor,
    rows: RowsOnDemand,
    counter: { seq: number; epoch: number },
    seeAnew: Standing['seeAnew'],
  ) {
    this.#tx = tx
    this.#ecosystemId = ecosystemId
    this.#author = author
    this.#rows = rows
    this.#counter = counter
    this.#seeAnew = seeAnew
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
    const written = await this.#write(outcome, answer)
    const isOfPlaces = written.some(({ kind }) => kind === 'participant')
    if (isOfPlaces) await this.#seeAnew()
    if (isOfPlaces || written.length > outcome.length) this.#rows.forget()
    else this.#rows.apply(outcome, { clientId, number })
    return answer
  }

  async #apply(submitted: SubmittedEdit): Promise<RowChange[] | Refusal> {
    const unstorable = refusalOfUnstorable(submitted)
    if (unstorable) return unstorable
    const edit = readEdit(submitted)
    if (edit instanceof Refusal) return edit
    await this.#rows.prefetch(edit.actions)
    const applied = await this.#rows.run(() => applyEdit(edit, this.#author, this.#ecosystemId, this.#rows))
    return applied.accepted ? applied.changes : applied.refusal
  }

  /** @returns the changes, and what followed on rows the author need not see */
  async #write(changes: RowChange[], answer: EditAnswer): Promise<RowChange[]> {
    const seq = ++this.#counter.seq
    const { consequences, calls } = await withinAsSystem(this.#tx, () => {
      const everything = RowsOnDemand.pastAudiences(this.#tx, this.#ecosystemId).know(changes)
      return everything.run(() => {
        const consequences = consequencesOf(changes, everything)
        return { consequences, calls: callsOf([...changes, ...consequences], this.#author, everything) }
      })
    })
    const all = [...changes, ...consequences]
    if (all.some(movesEpoch)) this.#counter.epoch++
    await writeChanges(this.#tx, changes, seq)
    await withinAsSystem(this.#tx, async () => {
      await Promise.all([
        writeChanges(this.#tx, consequences, seq),
        this.#recordHistory(all, answer, seq),
        this.#buryLostRows(all, seq),
        this.#remember(answer, seq),
        this.#moveCounter(seq),
        writeNews(this.#tx, this.#ecosystemId, calls, this.#author),
      ])
    })
    return all
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
      audience: inBoth(before?.audience ?? after.audience, after.audience),
    }))
    for (let start = 0; start < records.length; start += 1_000) {
      await this.#tx.insert(history).values(records.slice(start, start + 1_000))
    }
  }

  async #buryLostRows(changes: readonly RowChange[], seq: number): Promise<void> {
    const lost = new Map<string, { kind: RowKind; rowId: string; audience: string[] }>()
    for (const change of changes) {
      const { kind, id, before, after } = change
      const audience = before ? lostKeys(before.audience, after.audience) : []
      const grave = lost.get(rowKey(change))
      // A party may change a second time, as a consequence of its own change.
      if (grave) grave.audience.push(...audience)
      else if (audience.length > 0) lost.set(rowKey(change), { kind, rowId: id, audience })
    }
    const graves = [...lost.values()].map((grave) => ({ ecosystemId: this.#ecosystemId, seq, ...grave }))
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

/** Who saw the row before and sees it after may read both states; whoever saw only one may not learn the other. */
function inBoth(before: readonly string[], after: readonly string[]): string[] {
  return before.filter((key) => after.includes(key))
}
