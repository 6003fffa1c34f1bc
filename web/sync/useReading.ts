import { useMemo } from 'react'
import type { Ecosystem } from './useEcosystem.ts'

/**
 * What is read out of an ecosystem's rows: anew when one of them has changed.
 * @param by what else `read` goes by, as many each time
 */
export function useReading<T>(
  { rows, version, author }: Pick<Ecosystem, 'rows' | 'version' | 'author'>,
  read: (rows: Ecosystem['rows'], author: Ecosystem['author']) => T,
  ...by: readonly unknown[]
): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is one object for good; `version` says when it changed, and `by` what `read` goes by
  return useMemo(() => read(rows, author), [rows, version, author, ...by])
}
