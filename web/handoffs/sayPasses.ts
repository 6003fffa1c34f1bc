/** What passes, as a heading says it: with a capital, and a question while nobody has said it. */
export function sayPasses({ passes }: { passes: string }): string {
  return passes === '' ? 'What passes?' : passes[0]!.toUpperCase() + passes.slice(1)
}
