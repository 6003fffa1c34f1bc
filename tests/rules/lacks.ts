import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Author } from '../../shared/rules/author.ts'
import { type Right, rights } from '../../shared/rules/rights.ts'
import type { MemoryEcosystem } from '../support/memoryEcosystem.ts'

/** @returns the right the author is told to lack, or null when the edit is accepted */
export function lacks(
  world: MemoryEcosystem,
  author: Author,
  ...actions: ActionInput[]
): Right | string | null {
  const outcome = world.try(author, ...actions)
  if (outcome.accepted) return null
  const right = Object.entries(rights).find(([, sentence]) =>
    outcome.refusal.message.startsWith(sentence.slice(0, -1)),
  )
  return right?.[0] ?? `${outcome.refusal.code}: ${outcome.refusal.message}`
}
