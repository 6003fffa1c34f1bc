import type { Edit } from '../../shared/edits/actions/actions.ts'
import type { EditAnswer } from '../../shared/edits/exchange.ts'
import { type EditReference, referenceKey } from '../../shared/edits/reader.ts'

/** An edit that is shown on top of what the server has confirmed. */
export interface Pending {
  edit: Edit
  title: string
  /** It outlives this page. */
  isKept: boolean
  /** It takes back what its author had done. */
  takesBack: boolean
  accepted: boolean
  /** Accepted before the pull under way began: that pull holds its effect. */
  covered: boolean
  answer(answer: EditAnswer): void
}

/** Edits in the order in which they were made, from the gesture until a pull holds their effect. */
export class PendingEdits {
  #list: Pending[] = []

  get edits(): Edit[] {
    return this.#list.map(({ edit }) => edit)
  }

  /** How many without an answer would go with this page. */
  get unkept(): number {
    return this.#list.filter(({ accepted, isKept }) => !accepted && !isKept).length
  }

  add(pending: Omit<Pending, 'accepted' | 'covered'>): void {
    this.#list.push({ ...pending, accepted: false, covered: false })
  }

  find(edit: EditReference): Pending | undefined {
    const key = referenceKey(edit)
    return this.#list.find((pending) => referenceKey(pending.edit) === key)
  }

  remove(pending: Pending): void {
    this.#list = this.#list.filter((other) => other !== pending)
  }

  /** A pull begins: it will hold everything the server has answered until now. */
  cover(): void {
    for (const pending of this.#list) pending.covered = pending.accepted
  }

  /** Takes out what the pull holds. */
  takeCovered(): Pending[] {
    const taken = this.#list.filter(({ covered }) => covered)
    this.#list = this.#list.filter(({ covered }) => !covered)
    return taken
  }
}
