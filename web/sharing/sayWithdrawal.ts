import type { WithdrawableKind, Withdrawal } from './withdrawals.ts'

/** What happened, where it stood. */
export function sayWithdrawnHere({ kind, isRemoved }: Withdrawal, organisation: string): string {
  return `${organisation} ${isRemoved ? 'removed' : 'withdrew'} ${what[kind][0]}.`
}

/** What happened, said elsewhere on the page; of many at once how many. */
export function sayWithdrawn(withdrawals: readonly Withdrawal[], organisation: string): string[] {
  if (withdrawals.length > mostNamed)
    return [`${organisation} withdrew ${withdrawals.length} things that it had shared.`]
  return withdrawals.map((one) => {
    const [thing, about] = what[one.kind]
    return one.title
      ? `${organisation} withdrew ${about} “${one.title}”.`
      : `${organisation} withdrew ${thing}.`
  })
}

const mostNamed = 3

const what: Record<WithdrawableKind, readonly [here: string, elsewhere: string]> = {
  perspective: ['its view', 'its view of'],
  mark: ['its mark', 'its mark on'],
  responsibility: ['who answers for it', 'who answers for'],
  comment: ['a comment', 'a comment on'],
}
