import type { Action, ActionInput, Edit } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import { type EditReference, referenceKey } from '../../shared/edits/reader.ts'
import { Refusal } from '../../shared/edits/refusal.ts'
import type { EditQueue } from './editQueue.ts'
import type { Keeping, KeptEdit } from './kept/keeping.ts'
import type { PendingEdits } from './pendingEdits.ts'
import { readActions } from './readActions.ts'
import type { ShownRows } from './shownRows.ts'
import type { Telling } from './telling.ts'

interface OwnEditsParts {
  shown: ShownRows
  queue: EditQueue
  pending: PendingEdits
  keeping: Keeping
  telling: Telling
  /** The rows on screen have changed. */
  onShown(): void
}

interface Gesture {
  title: string
  /** Called with the edit before it is sent. */
  remember(edit: Edit): void
  /** It takes back what its author had done. */
  takesBack?: boolean
}

/** One's own edits on their way out: checked, shown at once, kept and queued. */
export class OwnEdits {
  readonly #parts: OwnEditsParts
  /** Edits whose changes are not known here, by client and number. */
  readonly #adopted = new Set<string>()

  constructor(parts: OwnEditsParts) {
    this.#parts = parts
  }

  /** @returns the server's answer, or at once that of an edit which is refused or changes nothing */
  make(input: readonly ActionInput[], { title, remember, takesBack = false }: Gesture): Promise<EditAnswer> {
    const { shown, queue, keeping, pending, onShown } = this.#parts
    const actions = readActions(input)
    // What it says is given back all the same, though no server would read it.
    if (actions instanceof Refusal) return this.#refuse(queue.number(input as Action[]), title, actions)
    const edit = queue.number(actions)
    const applied = shown.show(edit)
    const isUnknown = actions.some((one) => this.#undoesAdopted(one))
    if (isUnknown) this.adopt(edit)
    else if (!applied.accepted) return this.#refuse(edit, title, applied.refusal)
    else if (applied.changes.length === 0) return Promise.resolve({ ...nameOf(edit), accepted: true })
    remember(edit)
    const isKept = keeping.keep({ edit, title })
    return new Promise((answer) => {
      pending.add({ edit, title, isKept, takesBack, answer })
      queue.push(edit)
      onShown()
    })
  }

  /** Why these actions would be refused, or null; nothing is changed. */
  check(input: readonly ActionInput[]): Refusal | null {
    const actions = readActions(input)
    if (actions instanceof Refusal) return actions
    const applied = this.#parts.shown.tryOut({ actions })
    return applied.accepted ? null : applied.refusal
  }

  /** Whether these actions would be accepted and change something. */
  wouldApply(input: readonly ActionInput[]): boolean {
    const actions = readActions(input)
    if (actions instanceof Refusal) return false
    const applied = this.#parts.shown.tryOut({ actions })
    return applied.accepted && applied.changes.length > 0
  }

  /** Takes an edit for one's own of which is not known here what it changed. */
  adopt(edit: EditReference): void {
    this.#adopted.add(referenceKey(edit))
  }

  /** Goes on with the unsent edits of a page that is gone: the same edits, under the numbers they had. */
  takeOver(left: readonly KeptEdit[], remember: (kept: KeptEdit) => void): void {
    const { shown, queue, pending, telling, onShown } = this.#parts
    for (const kept of left) {
      const actions = readActions(kept.edit.actions)
      if (kept.refusal !== undefined || actions instanceof Refusal) {
        const { message } = actions instanceof Refusal ? actions : { message: kept.refusal }
        telling.refusedEarlier(kept, kept.refusal ?? message ?? '')
        continue
      }
      const edit = { ...kept.edit, actions }
      // Whether the server has it already is not known here, and so neither is what it changed.
      this.adopt(edit)
      remember({ ...kept, edit })
      pending.add({ edit, title: kept.title, isKept: true, takesBack: false, answer: () => {} })
      queue.push(edit)
    }
    shown.rebase(pending.edits)
    onShown()
  }

  #refuse(edit: Edit, title: string, { code, message, field }: Refusal): Promise<EditAnswer> {
    this.#parts.telling.refused({ edit, title, isKept: true }, { code, message })
    const error = { code, message, ...(field === undefined ? {} : { field }) }
    return Promise.resolve({ ...nameOf(edit), accepted: false, error })
  }

  #undoesAdopted(one: Action): boolean {
    return one.type === 'edit.undo' && this.#adopted.has(referenceKey(one))
  }
}

function nameOf({ clientId, number }: EditReference): EditReference {
  return { clientId, number }
}
