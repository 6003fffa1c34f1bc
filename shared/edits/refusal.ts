/** Why an edit was not accepted; the wording is for people. Thrown inside applyEdit, which returns it as a value. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

export type RefusalCode =
  | 'edit.invalid'
  | 'edit.notFound'
  | 'edit.notAllowed'
  | 'edit.termsChanged'
  | 'edit.movedOn'
  | 'edit.inUse'

/** One sentence for everything that is not there or not visible: the two must not be told apart. */
export function notFound(what: string): Refusal {
  return new Refusal('edit.notFound', `This ${what} is not here any more. Reload to see the latest state.`)
}
