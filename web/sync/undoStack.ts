import type { EditReference } from '../../shared/edits/reader.ts'

export interface Step extends EditReference {
  title: string
  /** What was done and undone between this edit and now. */
  since: readonly EditReference[]
}

const mostSteps = 200

/** One's own edits in order. Undoing makes a new edit; redoing undoes that one. */
export class UndoStack {
  #done: Step[] = []
  #undone: Step[] = []

  get undoable(): Step | null {
    return this.#done.at(-1) ?? null
  }

  get redoable(): Step | null {
    return this.#undone.at(-1) ?? null
  }

  did({ clientId, number }: EditReference, title: string): void {
    this.#done = [...this.#done.slice(1 - mostSteps), { clientId, number, title, since: [] }]
    this.#undone = []
  }

  undid(by: EditReference): void {
    this.#undone = this.#turn(this.#done, this.#undone, by)
  }

  redid(by: EditReference): void {
    this.#done = this.#turn(this.#undone, this.#done, by)
  }

  /** Takes the last step off one side and lays its reverse on the other; the steps below learn of both. */
  #turn(from: Step[], onto: Step[], { clientId, number }: EditReference): Step[] {
    const step = from.pop()
    if (!step) return onto
    const both = [
      { clientId: step.clientId, number: step.number },
      { clientId, number },
    ]
    const below = from.at(-1)
    if (below)
      from[from.length - 1] = { ...below, since: [...below.since, ...step.since, ...both].slice(-400) }
    return [...onto, { clientId, number, title: step.title, since: [] }]
  }

  /** Puts a step back where it was taken from, after its reverse was refused. */
  giveBack(step: Step, way: 'undo' | 'redo'): void {
    if (way === 'undo') this.#done = [...this.#done, step]
    else this.#undone = [...this.#undone, step]
  }

  /** An edit that was refused can be neither undone nor redone. */
  forget({ clientId, number }: EditReference): void {
    const isOther = (step: Step) => step.clientId !== clientId || step.number !== number
    this.#done = this.#done.filter(isOther)
    this.#undone = this.#undone.filter(isOther)
  }
}
