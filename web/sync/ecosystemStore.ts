// One ecosystem as one organisation sees it: confirmed rows, pending edits on top, and what the screen needs of both.
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer, FieldAuthor } from '../../shared/edits/exchange.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import type { Refusal } from '../../shared/edits/refusal.ts'
import type { RowKind } from '../../shared/model/rows.ts'
import { EditQueue, isOwnRefusal } from './editQueue.ts'
import type { Exchange } from './exchange.ts'
import { type Keeping, keepingNothing } from './kept/keeping.ts'
import { OthersChanges } from './othersChanges.ts'
import { OwnEdits } from './ownEdits.ts'
import { PendingEdits } from './pendingEdits.ts'
import { PublishedSnapshot } from './publishedSnapshot.ts'
import { type Pulled, Puller } from './puller.ts'
import { type NamedAuthor, ShownRows } from './shownRows.ts'
import { type EcosystemSnapshot, emptySnapshot, type SaveState } from './snapshot.ts'
import { Telling } from './telling.ts'
import { Undoing } from './undoing.ts'

export class EcosystemStore {
  /** What others have just changed. */
  readonly othersChanges: OthersChanges
  readonly #shown: ShownRows
  readonly #queue: EditQueue
  readonly #puller: Puller
  readonly #keeping: Keeping
  readonly #undoing: Undoing
  readonly #pending = new PendingEdits()
  readonly #telling: Telling
  readonly #ownEdits: OwnEdits
  readonly #published: PublishedSnapshot
  readonly #endKeeping: () => void
  #reached = true

  /** @param keeping where edits outlive the page until they are answered */
  constructor(ecosystemId: string, author: NamedAuthor, exchange: Exchange, keeping = keepingNothing) {
    this.#shown = new ShownRows(author, ecosystemId)
    this.#keeping = keeping
    const onReach = (reached: boolean, problem: unknown) => this.#onReach(reached, problem)
    this.#queue = new EditQueue(exchange, { onAnswers: (answers) => this.#onAnswers(answers), onReach })
    this.#puller = new Puller(exchange, {
      onStart: () => this.#pending.cover(),
      onPulled: (pulled) => this.#onPulled(pulled),
      onReach,
    })
    this.#undoing = new Undoing({
      rows: this.#shown.rows,
      make: (actions, title, way, remember) =>
        this.#ownEdits.make(actions, { title, remember, takesBack: way === 'undo' }),
      wouldApply: (actions) => this.#ownEdits.wouldApply(actions),
      pull: () => this.#puller.now(),
      onChange: () => this.#publish({}),
      onRefused: (title, message) => this.#telling.tell(title, message),
    })
    const { personId } = author
    const onChange = () => this.#publish({})
    this.#telling = new Telling({ shown: this.#shown, keeping, exchange, personId, onChange })
    this.othersChanges = new OthersChanges({
      ...{ rows: this.#shown.rows, personId },
      whoChanged: (changed) => this.#telling.whoChanged(changed),
      isOwnOrganisation: (name) => this.#published.now.organisations.get(author.organisationId) === name,
    })
    this.#published = new PublishedSnapshot(emptySnapshot(ecosystemId, author, this.#shown))
    this.#ownEdits = new OwnEdits({
      ...{ shown: this.#shown, queue: this.#queue, pending: this.#pending, keeping, telling: this.#telling },
      onShown: () => this.#publishRows(),
    })
    this.#endKeeping = keeping.begin(this.#queue.clientId, (left) =>
      this.#ownEdits.takeOver(left, ({ edit, title }) => this.#undoing.did(edit, title)),
    )
  }

  readonly snapshot = (): EcosystemSnapshot => this.#published.now

  /** Pulls while anybody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const end = this.#published.listen(listener)
    this.#puller.start()
    return () => {
      end()
      if (!this.isFollowed) this.#puller.stop()
    }
  }

  /** Calls back as `subscribe` does, without having the store pull. */
  readonly observe = (observer: () => void): (() => void) => this.#published.observe(observer)

  get isFollowed(): boolean {
    return this.#published.hasListeners
  }

  /** Neither pulls nor sends any more; what is kept stays for the next store in the same name. */
  close(): void {
    this.#puller.stop()
    this.#queue.stop()
    this.#endKeeping()
  }

  /**
   * One gesture: shown at once, sent in order, undone as one step.
   * @returns the server's answer; a refusal (also shown as a notice) has left everything as it was
   */
  readonly change = (actions: readonly ActionInput[], title: string): Promise<EditAnswer> =>
    this.#ownEdits.make(actions, { title, remember: (edit) => this.#undoing.did(edit, title) })

  /** Why these actions would be refused, or null; nothing is changed. The one source of what the screen offers. */
  readonly check = (actions: readonly ActionInput[]): Refusal | null => this.#ownEdits.check(actions)

  /** Takes back one's last edit; where somebody has gone on since, the snapshot has a question instead. */
  readonly undo = (): Promise<EditAnswer | null> => this.#undoing.go('undo')

  readonly redo = (): Promise<EditAnswer | null> => this.#undoing.go('redo')

  /** Answers the snapshot's question: put one's own back anyway, or leave what is there. */
  readonly answerQuestion = (putBack: boolean): Promise<EditAnswer | null> => this.#undoing.answer(putBack)

  /**
   * Takes over an edit that the server made in this person's name, such as an import, so that undo takes it back.
   * What it changed was never worked out here, so its undo shows only once the server has answered.
   */
  readonly adopt = (edit: EditReference, title: string): void => {
    this.#ownEdits.adopt(edit)
    this.#undoing.did(edit, title)
    this.#publish({})
    void this.#puller.now()
  }

  /** Says why a gesture that has not been made would not be done. */
  readonly tell = (title: string, message: string): void => this.#telling.tell(title, message)

  /** Who removed a row that one saw; null when that cannot be learned. */
  readonly whoRemoved = (kind: RowKind, id: string): Promise<FieldAuthor | null> =>
    this.#telling.whoChanged({ kind, id, field: 'deleted' })

  readonly dismiss = (noticeId: number): void => {
    this.#telling.dismiss(noticeId)
  }

  /** Whether one's own can be put back in place of what replaced it. */
  readonly isRestorable = (noticeId: number): boolean => {
    const actions = this.#telling.restoringOf(noticeId)
    return actions !== null && this.check(actions) === null
  }

  /** Puts one's own back, as one edit. */
  readonly restore = (noticeId: number): void => {
    const actions = this.#telling.restoringOf(noticeId)
    this.#telling.dismiss(noticeId)
    if (actions) void this.change(actions, 'Put mine back')
  }

  /** Asks the server again at once, e.g. after a failed first load. */
  readonly retry = (): void => {
    void this.#puller.now()
    void this.#queue.send()
  }

  #onAnswers(answers: readonly EditAnswer[]): void {
    let rolledBack = false
    for (const answer of answers) {
      const pending = this.#pending.find(answer)
      if (!pending) continue
      if (answer.accepted) {
        pending.accepted = true
        this.#telling.accepted(pending)
        this.#keeping.drop(answer)
      } else {
        rolledBack = true
        this.#undoing.forget(pending.edit)
        this.#pending.remove(pending)
        this.#telling.refused(pending, answer.error)
      }
      pending.answer(answer)
    }
    if (rolledBack) this.#shown.rebase(this.#pending.edits)
    if (rolledBack) this.#publishRows()
    else this.#publish({})
    if (answers.some(({ accepted }) => accepted)) this.#puller.owe()
  }

  #onPulled({ organisations, ...received }: Pulled): void {
    const taken = this.#pending.takeCovered()
    const changed = taken.length > 0 || received.reset || received.rows.length > 0 || received.gone.length > 0
    const takeOver = () => this.#shown.receive(received, this.#pending.edits)
    if (changed) this.othersChanges.during(received, takeOver)
    for (const { edit } of taken) this.#shown.settle(edit)
    if (changed) this.#telling.pulled(taken, this.#pending.edits)
    const known = this.#published.now.organisations
    const named = new Map(organisations.map(({ id, name }) => [id, name]))
    // Names come only with a page that has rows.
    const sameNames = organisations.length === 0 || [...named].every(([id, name]) => known.get(id) === name)
    if (!changed && sameNames && this.#published.now.status === 'ready') return
    this.#publish({
      status: 'ready',
      problem: null,
      organisations: sameNames ? known : named,
      version: this.#published.now.version + (changed ? 1 : 0),
    })
  }

  #onReach(reached: boolean, problem: unknown): void {
    this.#reached = reached
    const fails = isOwnRefusal(problem) || (!reached && this.#published.now.status !== 'ready')
    this.#publish(fails ? { status: 'failed', problem } : {})
    if (problem === null && this.#queue.unsent > 0) void this.#queue.send()
  }

  #publishRows(): void {
    this.#publish({ version: this.#published.now.version + 1 })
  }

  #publish(changed: Partial<EcosystemSnapshot>): void {
    this.#published.publish({ ...changed, ...this.#derived() })
  }

  #derived() {
    const unsent = this.#queue.unsent
    const { unkept } = this.#pending
    const state: SaveState['state'] = !this.#reached ? 'offline' : unsent > 0 ? 'saving' : 'saved'
    return {
      saving: { state, unsent, ...(unkept > 0 && { unkept }) },
      notices: this.#telling.notices,
      undoable: this.#undoing.undoable,
      redoable: this.#undoing.redoable,
      question: this.#undoing.question,
    }
  }
}
