import type { CommentTarget } from '../../shared/comments/readThreads.ts'
import type { Under } from '../../shared/comments/standsOn.ts'

/** What a thread on this row is about: the card or handoff that the row is on, else the map. */
export function targetOn({ kind, row }: Under, mapId: string): CommentTarget {
  const object = 'targetId' in row ? row : ({ targetKind: 'map', targetId: mapId } as const)
  const { targetKind, targetId } = object
  return { targetKind, targetId, [`${kind}Id`]: row.id }
}
