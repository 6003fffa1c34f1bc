import { z } from 'zod'
import type { Edit } from '../../../shared/edits/actions/actions.ts'
import type { EditReference } from '../../../shared/edits/reader.ts'
import { id } from '../../../shared/model/fields.ts'
import type { OwnValue } from './entered.ts'

/** An edit without an answer, or one that was refused and whose author has not taken note of it. */
export interface KeptEdit {
  edit: Edit
  title: string
  /** Why the server refused it. */
  refusal?: string | undefined
}

/** Where edits outlive the page until they are answered. */
export interface Keeping {
  /** @returns false when there is no room: the edit then lives only as long as the page */
  keep(kept: KeptEdit): boolean
  drop(edit: EditReference): void
  /** What one has entered on this page and earlier ones, of which one may not have been told yet that it was replaced. */
  entered(): OwnValue[]
  enter(values: readonly OwnValue[]): void
  /** One has taken note of what replaced it. */
  dropEntered(value: OwnValue): void
  /**
   * Names the client that this page is, and calls back with the edits of each client whose page is gone, at once and whenever
   * another goes. Each client's edits are handed to one page only. Returns what ends it.
   */
  begin(clientId: string, onLeft: (kept: KeptEdit[]) => void): () => void
}

/** For pages that need not outlive anything, such as previews. */
export const keepingNothing: Keeping = {
  keep: () => false,
  drop: () => {},
  entered: () => [],
  enter: () => {},
  dropEntered: () => {},
  begin: () => () => {},
}

/** Loosely: what this page does not understand any more is shown to its author rather than lost. */
export const keptEdit = z.object({
  edit: z.object({
    clientId: id,
    number: z.number().int().min(1),
    version: z.number(),
    actions: z.array(z.looseObject({ type: z.string() })),
  }) as unknown as z.ZodType<Edit>,
  title: z.string(),
  refusal: z.string().optional(),
}) satisfies z.ZodType<KeptEdit>
