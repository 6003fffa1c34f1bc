import type { MatrixCell } from '../../shared/analysis/handoffMatrix.ts'

/** What a cell of the matrix holds, in two short phrases: how much is agreed, then what is wrong or waited for. */
export function sayCell(cell: MatrixCell): { first: string; second: string } {
  const count = cell.entries.length
  const signable = count - cell.promises
  const first =
    signable === 0
      ? `${count} ${count === 1 ? 'promise' : 'promises'}`
      : `${cell.agreed} of ${signable} agreed`
  const parts = [
    cell.broken > 0 ? `${cell.broken} broken` : '',
    cell.waitingOnUs > 0 ? `${cell.waitingOnUs} waiting on us` : '',
  ]
  return { first, second: parts.filter(Boolean).join(', ') }
}
