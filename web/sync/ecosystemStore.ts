// One ecosystem as one organisation sees it: confirmed rows, pending edits on top, and what the screen needs of both.
import { invalidField } from '../../shared/edits/actions/action.ts'
import { type Action, type ActionInput, action, type Edit } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import type { MemoryRows } from '../../shared/edits/memoryRows.ts'
import type { EditReference, RowChange } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import { ApiFailure } from '../api/client.ts'
import { EditQueue } from './editQueue.ts'
import type { Exchange } from './exchange.ts'
import { type Pulled, Puller } from './puller.ts'
import { type NamedAuthor, ShownRows } from './shownRows.ts'
import { UndoStack } from './undoStack.ts'

export interface SaveState {
  state: 'saved' | 'saving' | 'offline'
  /** Edits without an answer from the server. */
  unsent: number
}

/** A refusal the person has to hear of: what they did, and why it is not so. */
export interface Notice {
  id: number
  title: string
  message: string
}

export interface EcosystemSnapshot {
  status: 'loading' | 'ready' | 'failed'
  problem: unknown
  ecosystemId: string
  author: NamedAuthor
  /** The same object throughout; `version` changes whenever one of its rows does. */
  rows: MemoryRows
  version: number
  organisations: ReadonlyMap<string, string>
  saving: SaveState
  notices: readonly Notice[]
  /** Titles of the edits that undo and redo would touch. */
  undoable: string | null
  redoable: string | null
}

interface Pending {
  edit: Edit
  title: string
  accepted: boolean
  /** Accepted before the pull under way began: that pull holds its effect. */
  covered: boolean
  answer(answer: EditAnswer): void
}

export class EcosystemStore {
  readonly #shown: ShownRows
  readonly #queue: EditQueue
  readonly #puller: Puller
  readonly #undo = new UndoStack()
  /** Edits whose changes are not known here, by client and number. */
  readonly #adopted = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #pending: Pending[] = []
  #snapshot: EcosystemSnapshot
  #reached = true
  #nextNotice = 1

  constructor(ecosystemId: string, author: NamedAuthor, exchange: Exchange) {
    this.#shown = new ShownRows(author, ecosystemId)
    const onReach = (reached: boolean, problem: unknown) => this.#onReach(reached, problem)
    this.#queue = new EditQueue(exchange, { onAnswers: (answers) => this.#onAnswers(answers), onReach })
    this.#puller = new Puller(exchange, {
      onStart: () => this.#cover(),
      onPulled: (pulled) => this.#onPulled(pulled),
      onReach,
    })
    this.#snapshot = {
      status: 'loading',
      problem: null,
      ecosystemId,
      author,
      rows: this.#shown.rows,
      version: 0,
      organisations: new Map(),
      saving: { state: 'saved', unsent: 0 },
      notices: [],
      undoable: null,
      redoable: null,
    }
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

  /**
   * One gesture: shown at once, sent in order, undone as one step.
   * @returns the server's answer; a refusal (also shown as a notice) has left everything as it was
   */
  readonly change = (actions: readonly ActionInput[], title: string): Promise<EditAnswer> =>
    this.#make(actions, title, (edit) => this.#undo.did(edit, title))

  /** Why these actions would be refused, or null; nothing is changed. The one source of what the screen offers. */
  readonly check = (actions: readonly ActionInput[]): Refusal | null => {
    const checked = this.#read(actions)
    if (checked instanceof Refusal) return checked
    const applied = this.#shown.tryOut({ actions: checked })
    return applied.accepted ? null : applied.refusal
  }

  readonly undo = (): Promise<EditAnswer | null> => {
    const step = this.#undo.undoable
    if (!step) return Promise.resolve(null)
    const { clientId, number, title } = step
    const since = [...step.since]
    return this.#make([{ type: 'edit.undo', clientId, number, since }], `Undo: ${title}`, (edit) =>
      this.#undo.undid(edit),
    ).then((answer) => this.#forgetRefused(answer, step))
  }

  readonly redo = (): Promise<EditAnswer | null> => {
    const step = this.#undo.redoable
    if (!step) return Promise.resolve(null)
    const { clientId, number, title } = step
    const since = [...step.since]
    return this.#make([{ type: 'edit.undo', clientId, number, since }], `Redo: ${title}`, (edit) =>
      this.#undo.redid(edit),
    ).then((answer) => this.#forgetRefused(answer, step))
  }

  /**
   * Takes over an edit that the server made in this person's name, such as an import, so that undo takes it back.
   * What it changed was never worked out here, so its undo shows only once the server has answered.
   */
  readonly adopt = (edit: EditReference, title: string): void => {
    this.#adopted.add(keyOf(edit))
    this.#undo.did(edit, title)
    this.#publish({})
    void this.#puller.now()
  }

  readonly dismiss = (noticeId: number): void => {
    this.#publish({ notices: this.#snapshot.notices.filter(({ id }) => id !== noticeId) })
  }

  /** Asks the server again at once, e.g. after a failed first load. */
  readonly retry = (): void => {
    void this.#puller.now()
    void this.#queue.send()
  }

  #make(input: readonly ActionInput[], title: string, remember: (edit: Edit) => void): Promise<EditAnswer> {
    const actions = this.#read(input)
    const edit = this.#queue.number(actions instanceof Refusal ? [] : actions)
    const applied =
      actions instanceof Refusal ? { accepted: false as const, refusal: actions } : this.#shown.show(edit)
    const isUnknown = !(actions instanceof Refusal) && actions.some((one) => this.#undoesAdopted(one))
    if (isUnknown) this.#adopted.add(keyOf(edit))
    if (!applied.accepted && !isUnknown) {
      const { code, message, field } = applied.refusal
      const answer = refused(edit, { code, message, ...(field === undefined ? {} : { field }) })
      this.#notify(title, message)
      return Promise.resolve(answer)
    }
    if (applied.accepted && isNothing(applied.changes))
      return Promise.resolve({ ...nameOf(edit), accepted: true })
    remember(edit)
    return new Promise((answer) => {
      this.#pending.push({ edit, title, accepted: false, covered: false, answer })
      this.#queue.push(edit)
      this.#publish({ version: this.#snapshot.version + 1 })
    })
  }

  #undoesAdopted(one: Action): boolean {
    return one.type === 'edit.undo' && this.#adopted.has(keyOf(one))
  }

  #read(actions: readonly ActionInput[]): Action[] | Refusal {
    const checked: Action[] = []
    for (const one of actions) {
      const parsed = action.safeParse(one)
      if (!parsed.success) return invalidField(parsed.error)
      checked.push(parsed.data)
    }
    return checked
  }

  #onAnswers(answers: readonly EditAnswer[]): void {
    let rolledBack = false
    for (const answer of answers) {
      const pending = this.#pending.find(({ edit }) => edit.number === answer.number)
      if (!pending) continue
      if (answer.accepted) pending.accepted = true
      else {
        rolledBack = true
        this.#undo.forget(pending.edit)
        this.#pending = this.#pending.filter((other) => other !== pending)
        this.#notify(pending.title, answer.error.message)
      }
      pending.answer(answer)
    }
    if (rolledBack) this.#shown.rebase(this.#pending.map(({ edit }) => edit))
    this.#publish(rolledBack ? { version: this.#snapshot.version + 1 } : {})
    if (answers.some(({ accepted }) => accepted)) void this.#puller.now()
  }

  #cover(): void {
    for (const pending of this.#pending) pending.covered = pending.accepted
  }

  #onPulled({ organisations, ...received }: Pulled): void {
    const taken = this.#pending.filter(({ covered }) => covered)
    this.#pending = this.#pending.filter(({ covered }) => !covered)
    const changed = taken.length > 0 || received.reset || received.rows.length > 0 || received.gone.length > 0
    const waiting = this.#pending.map(({ edit }) => edit)
    if (changed) this.#shown.receive(received, waiting)
    for (const { edit } of taken) this.#shown.settle(edit)
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
    const isLost = problem instanceof ApiFailure && [401, 403, 404].includes(problem.status)
    const fails = !reached && (this.#snapshot.status !== 'ready' || isLost)
    this.#publish(fails ? { status: 'failed', problem } : {})
    if (reached && this.#queue.unsent > 0) void this.#queue.send()
  }

  #forgetRefused(answer: EditAnswer, step: { clientId: string; number: number }): EditAnswer {
    if (!answer.accepted) {
      this.#undo.forget(step)
      this.#publish({})
    }
    return answer
  }

  #notify(title: string, message: string): void {
    const notice = { id: this.#nextNotice++, title, message }
    this.#publish({ notices: [...this.#snapshot.notices.slice(-4), notice] })
  }

  #publish(changed: Partial<EcosystemSnapshot>): void {
    const next = { ...this.#snapshot, ...changed, ...this.#derived() }
    const isSame = Object.entries(next).every(([key, value]) =>
      key === 'saving'
        ? JSON.stringify(value) === JSON.stringify(this.#snapshot.saving)
        : value === this.#snapshot[key as keyof EcosystemSnapshot],
    )
    if (isSame) return
    this.#snapshot = next
    for (const listener of this.#listeners) listener()
  }

  #derived(): Pick<EcosystemSnapshot, 'saving' | 'undoable' | 'redoable'> {
    const unsent = this.#queue.unsent
    const state = !this.#reached ? 'offline' : unsent > 0 ? 'saving' : 'saved'
    return {
      saving: { state, unsent },
      undoable: this.#undo.undoable?.title ?? null,
      redoable: this.#undo.redoable?.title ?? null,
    }
  }
}

function keyOf({ clientId, number }: EditReference): string {
  return `${clientId}/${number}`
}

function nameOf({ clientId, number }: Edit) {
  return { clientId, number }
}

function refused(edit: Edit, error: { code: string; message: string; field?: string }): EditAnswer {
  return { ...nameOf(edit), accepted: false, error }
}

function isNothing(changes: readonly RowChange[]): boolean {
  return changes.length === 0
}
