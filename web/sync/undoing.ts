import type { ActionInput, Edit } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import { type MovedField, movedFields } from '../../shared/edits/movedOn.ts'
import type { EditReference, RowReader } from '../../shared/edits/reader.ts'
import { type Step, UndoStack } from './undoStack.ts'

type Way = 'undo' | 'redo'

/** Asked before an undo or redo would overwrite what somebody has changed since. */
export interface UndoQuestion {
  way: Way
  title: string
  moved: readonly MovedField[]
  /** Something of the step is still as one left it, and is taken back in any case. */
  hasRest: boolean
}

export interface UndoingParts {
  rows: RowReader
  /** Makes an edit; `remember` is called with it before it is sent. */
  make(actions: ActionInput[], title: string, way: Way, remember: (edit: Edit) => void): Promise<EditAnswer>
  wouldApply(actions: ActionInput[]): boolean
  /** Resolves when the rows are as the server has them by now. */
  pull(): Promise<void>
  onChange(): void
  onRefused(title: string, message: string): void
}

/** Undo and redo of one's own edits, step by step; where somebody has gone on since, one is asked. */
export class Undoing {
  readonly #stack = new UndoStack()
  readonly #parts: UndoingParts
  #asked: { way: Way; step: Step; question: UndoQuestion } | null = null

  constructor(parts: UndoingParts) {
    this.#parts = parts
  }

  get undoable(): string | null {
    return this.#stack.undoable?.title ?? null
  }

  get redoable(): string | null {
    return this.#stack.redoable?.title ?? null
  }

  get question(): UndoQuestion | null {
    return this.#asked?.question ?? null
  }

  did(edit: EditReference, title: string): void {
    this.#asked = null
    this.#stack.did(edit, title)
  }

  forget(edit: EditReference): void {
    this.#stack.forget(edit)
  }

  /** Goes one step back or forward, or asks. @returns null when there is nothing to do yet */
  async go(way: Way): Promise<EditAnswer | null> {
    const step = this.#stepOf(way)
    if (!step) return null
    if (this.#ask(way, step)) return null
    return this.#take(way, step, [])
  }

  /** Puts one's own back over what came since, or leaves that and takes back only the rest. */
  async answer(putBack: boolean): Promise<EditAnswer | null> {
    const asked = this.#asked
    this.#asked = null
    if (!asked || this.#stepOf(asked.way) !== asked.step) {
      this.#parts.onChange()
      return null
    }
    const { way, step, question } = asked
    if (putBack) {
      // What has moved on again while one was reading is shown before it is overwritten.
      const moved = movedFields(step, this.#parts.rows)
      if (JSON.stringify(moved) !== JSON.stringify(question.moved) && this.#ask(way, step)) return null
      return this.#take(way, step, moved)
    }
    if (question.hasRest) return this.#take(way, step, [])
    this.#stack.forget(step)
    this.#parts.onChange()
    return null
  }

  #ask(way: Way, step: Step): boolean {
    const moved = movedFields(step, this.#parts.rows)
    if (moved.length === 0) return false
    const hasRest = this.#parts.wouldApply([actionOf(step, [])])
    this.#asked = { way, step, question: { way, title: step.title, moved, hasRest } }
    this.#parts.onChange()
    return true
  }

  async #take(way: Way, step: Step, over: readonly MovedField[]): Promise<EditAnswer> {
    const title = `${way === 'undo' ? 'Undo' : 'Redo'}: ${step.title}`
    const answer = await this.#parts.make([actionOf(step, over)], title, way, (edit) =>
      way === 'undo' ? this.#stack.undid(edit) : this.#stack.redid(edit),
    )
    if (!answer.accepted) await this.#refused(way, step, title, answer.error)
    return answer
  }

  /** Somebody was faster than the pull: with what they did on screen, one is asked after all. */
  async #refused(way: Way, step: Step, title: string, error: { code: string; message: string }) {
    if (error.code === 'edit.movedOn') {
      await this.#parts.pull()
      this.#stack.forget(step)
      this.#stack.giveBack(step, way)
      if (this.#ask(way, step)) return
      this.#parts.onRefused(title, error.message)
    }
    this.#stack.forget(step)
    this.#parts.onChange()
  }

  #stepOf(way: Way): Step | null {
    return way === 'undo' ? this.#stack.undoable : this.#stack.redoable
  }
}

function actionOf({ clientId, number, since }: Step, over: readonly MovedField[]): ActionInput {
  const force = over.map(({ kind, id, field, version }) => ({ kind, id, field, version }))
  return { type: 'edit.undo', clientId, number, since: [...since], force }
}
