import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { markContent, perspectiveContent } from '../../shared/model/perspective.ts'
import type { Mark, Perspective } from '../../shared/model/rows.ts'

/** The same words on another card, for our own eyes until they are shared there; one edit, so one undo. */
export function placeAgain(row: Perspective | Mark, touchpointId: string): ActionInput[] {
  const place = { id: crypto.randomUUID(), targetKind: 'touchpoint', targetId: touchpointId } as const
  if ('onBehalfOf' in row)
    return [
      { ...viewContent.parse(row), type: 'perspective.add', ...place },
      { type: 'perspective.remove', id: row.id },
    ]
  return [
    { ...ownMarkContent.parse(row), type: 'mark.add', ...place, with: 'organisation' },
    { type: 'mark.remove', id: row.id },
  ]
}

const place = {
  mapId: true,
  organisationId: true,
  unplacedFrom: true,
  targetKind: true,
  targetId: true,
} as const
const viewContent = perspectiveContent.omit(place)
const ownMarkContent = markContent.omit(place)
