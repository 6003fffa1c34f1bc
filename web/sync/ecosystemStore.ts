// One ecosystem as one organisation sees it: confirmed rows, pending edits on top, and what the screen needs of both.
import type { Action, ActionInput, Edit } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import type { EditReference } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import { EditQueue, isOwnRefusal } from './editQueue.ts'
import type { Exchange } from './exchange.ts'
import { type Keeping, type KeptEdit, keepingNothing } from './kept/keeping.ts'
import { PendingEdits, referenceKey } from './pendingEdits.ts'
import { type Pulled, Puller } from './puller.ts'
import { readActions } from './readActions.ts'
import { type NamedAuthor, ShownRows } from './shownRows.ts'
import { type EcosystemSnapshot, emptySnapshot, isSameSnapshot, type SaveState } from './snapshot.ts'
import { Telling } from './telling.ts'
import { Undoing } from './undoing.ts'

export class EcosystemStore {
  readonly #shown: ShownRows
  readonly #queue: EditQueue
  readonly #puller: Puller
  readonly #keeping: Keeping
  readonly #undoing: Undoing
  readonly #pending = new PendingEdits()
  readonly #telling: Telling
  /** Edits whose changes are not known here, by client and number. */
  readonly #adopted = new Set<string>()
  readonly #listeners = new Set<() => void>()
  readonly #observers = new Set<() => void>()
  readonly #endKeeping: () => void
  #snapshot: EcosystemSnapshot
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
      make: (actions, title, way, remember) => this.#make(actions, title, remember, way === 'undo'),
      wouldApply: (actions) => this.#wouldApply(actions),
      pull: () => this.#puller.now(),
      onChange: () => this.#publish({}),
      onRefused: (title, message) => this.#telling.tell(title, message),
    })
    const { personId } = author
    const onChange = () => this.#publish({})
    this.#telling = new Telling({ shown: this.#shown, keeping, exchange, personId, onChange })
    this.#snapshot = emptySnapshot(ecosystemId, author, this.#shown.rows)
    this.#endKeeping = keeping.begin(this.#queue.clientId, (left) => this.#takeOver(left))
  }

  readonly snapshot = (): EcosystemSnapshot => this.#snapshot

  /** Pulls while anybody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#puller.start()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#puller.stop()
    }
  }

  /** Calls back as `subscribe` does, without having the store pull. */
  readonly observe = (observer: () => void): (() => void) => {
    this.#observers.add(observer)
    return () => this.#observers.delete(observer)
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0
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
    this.#make(actions, title, (edit) => this.#undoing.did(edit, title))

  /** Why these actions would be refused, or null; nothing is changed. The one source of what the screen offers. */
  readonly check = (actions: readonly ActionInput[]): Refusal | null => {
    const checked = readActions(actions)
    if (checked instanceof Refusal) return checked
    const applied = this.#shown.tryOut({ actions: checked })
    return applied.accepted ? null : applied.refusal
  }

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
    this.#adopted.add(referenceKey(edit))
    this.#undoing.did(edit, title)
    this.#publish({})
    void this.#puller.now()
  }

  readonly dismiss = (noticeId: number): void => {
    this.#telling.dismiss(noticeId)
  }

  /** Whether one's own text can be put back in place of what replaced it. */
  readonly isRestorable = (noticeId: number): boolean => {
    const actions = this.#telling.restoringOf(noticeId)
    return actions !== null && this.check(actions) === null
  }

  /** Puts one's own text back, as one edit. */
  readonly restore = (noticeId: number): void => {
    const actions = this.#telling.restoringOf(noticeId)
    this.#telling.dismiss(noticeId)
    if (actions) void this.change(actions, 'Put back my text')
  }

  /** Asks the server again at once, e.g. after a failed first load. */
  readonly retry = (): void => {
    void this.#puller.now()
    void this.#queue.send()
  }

  #make(
    input: readonly ActionInput[],
    title: string,
    remember: (edit: Edit) => void,
    takesBack = false,
  ): Promise<EditAnswer> {
    const actions = readActions(input)
    if (actions instanceof Refusal) return this.#refuse(this.#queue.number([]), title, actions)
    const edit = this.#queue.number(actions)
    const applied = this.#shown.show(edit)
    const isUnknown = actions.some((one) => this.#undoesAdopted(one))
    if (isUnknown) this.#adopted.add(referenceKey(edit))
    else if (!applied.accepted) return this.#refuse(edit, title, applied.refusal)
    else if (applied.changes.length === 0) return Promise.resolve({ ...nameOf(edit), accepted: true })
    remember(edit)
    const isKept = this.#keeping.keep({ edit, title })
    return new Promise((answer) => {
      this.#pending.add({ edit, title, isKept, takesBack, answer })
      this.#queue.push(edit)
      this.#publish({ version: this.#snapshot.version + 1 })
    })
  }

  #refuse(edit: Edit, title: string, { code, message, field }: Refusal): Promise<EditAnswer> {
    if (code !== 'edit.movedOn') this.#telling.tell(title, message)
    const error = { code, message, ...(field === undefined ? {} : { field }) }
    return Promise.resolve({ ...nameOf(edit), accepted: false, error })
  }

  #undoesAdopted(one: Action): boolean {
    return one.type === 'edit.undo' && this.#adopted.has(referenceKey(one))
  }

  #wouldApply(input: readonly ActionInput[]): boolean {
    const actions = readActions(input)
    if (actions instanceof Refusal) return false
    const applied = this.#shown.tryOut({ actions })
    return applied.accepted && applied.changes.length > 0
  }

  /** Goes on with the unsent edits of a page that is gone: the same edits, under the numbers they had. */
  #takeOver(left: readonly KeptEdit[]): void {
    for (const kept of left) {
      const actions = readActions(kept.edit.actions)
      if (kept.refusal !== undefined || actions instanceof Refusal) {
        const { message } = actions instanceof Refusal ? actions : { message: kept.refusal }
        this.#telling.refusedEarlier(kept, kept.refusal ?? message ?? '')
        continue
      }
      const edit = { ...kept.edit, actions }
      // Whether the server has it already is not known here, and so neither is what it changed.
      this.#adopted.add(referenceKey(edit))
      this.#undoing.did(edit, kept.title)
      this.#pending.add({ edit, title: kept.title, isKept: true, takesBack: false, answer: () => {} })
      this.#queue.push(edit)
    }
    this.#shown.rebase(this.#pending.edits)
    this.#publish({ version: this.#snapshot.version + 1 })
  }

  #onAnswers(answers: readonly EditAnswer[]): void {
    let rolledBack = false
    for (const answer of answers) {
      const pending = this.#pending.find(answer)
      if (!pending) continue
      if (answer.accepted) {
        pending.accepted = true
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
    this.#publish(rolledBack ? { version: this.#snapshot.version + 1 } : {})
    if (answers.some(({ accepted }) => accepted)) void this.#puller.now()
  }

  #onPulled({ organisations, ...received }: Pulled): void {
    const taken = this.#pending.takeCovered()
    const changed = taken.length > 0 || received.reset || received.rows.length > 0 || received.gone.length > 0
    if (changed) this.#shown.receive(received, this.#pending.edits)
    for (const { edit } of taken) this.#shown.settle(edit)
    if (changed) this.#telling.pulled(taken, this.#pending.edits)
    const known = this.#snapshot.organisations
    const named = new Map(organisations.map(({ id, name }) => [id, name]))
    // Names come only with a page that has rows.
    const sameNames = organisations.length === 0 || [...named].every(([id, name]) => known.get(id) === name)
    if (!changed && sameNames && this.#snapshot.status === 'ready') return
    this.#publish({
      status: 'ready',
      problem: null,
      organisations: sameNames ? known : named,
      version: this.#snapshot.version + (changed ? 1 : 0),
    })
  }

  #onReach(reached: boolean, problem: unknown): void {
    this.#reached = reached
    const fails = isOwnRefusal(problem) || (!reached && this.#snapshot.status !== 'ready')
    this.#publish(fails ? { status: 'failed', problem } : {})
    if (problem === null && this.#queue.unsent > 0) void this.#queue.send()
  }

  #publish(changed: Partial<EcosystemSnapshot>): void {
    const next = { ...this.#snapshot, ...changed, ...this.#derived() }
    if (isSameSnapshot(next, this.#snapshot)) return
    this.#snapshot = next
    for (const listener of [...this.#listeners, ...this.#observers]) listener()
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

function nameOf({ clientId, number }: EditReference): EditReference {
  return { clientId, number }
}
