/** A reason not to start, told to the operator as one sentence that says what to do; `main.ts` exits with code 1. */
export class StartRefusal extends Error {
  override name = 'StartRefusal'
}
