// What ends a benchmark with an error: numbers of a program that loses something say nothing.

/** @throws unless somebody was answered, and each answered edit took effect once */
export function requireKept(what: string, acknowledged: number, applied: number): void {
  if (acknowledged === 0) throw new Error(`${what}: nobody was answered`)
  if (applied !== acknowledged)
    throw new Error(`${what}: ${acknowledged} edits were acknowledged, ${applied} took effect`)
}

/** @throws when it takes longer than anybody would wait */
export function soon<T>(what: string, happening: Promise<T>, milliseconds = 20_000): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const late = () => reject(new Error(`${what} did not happen within ${milliseconds / 1_000} s`))
    const timer = setTimeout(late, milliseconds)
    happening.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
