import type { ActionInput, ActionType } from '../../../shared/edits/actions/actions.ts'
import type { Author } from '../../../shared/rules/author.ts'
import type { MemoryEcosystem } from '../../support/memoryEcosystem.ts'

/** One edit as somebody makes it in a world of its own; its first action is the one that is tried. */
export interface Try {
  author: Author
  actions: ActionInput[]
  world: MemoryEcosystem
  /** What needs a new invitation instead: taking back that one joined or left, or holding a party once more. */
  refused?: 'undo' | 'redo'
}

/** A row for every action of these nouns. */
export type Tries<Noun extends string> = { [T in Extract<ActionType, `${Noun}.${string}`>]: () => Try }

export const rank = 'a0'
