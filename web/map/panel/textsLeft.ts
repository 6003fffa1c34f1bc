// Text that could not be saved because what one was writing about is gone by now.
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Notice } from '../../sync/notices.ts'
import type { Journey } from '../journey/journey.ts'
import { rowOn } from '../journey/rowOn.ts'

interface Seen {
  journey: Journey
  ecosystem: { notices: readonly Notice[] }
}

/** What one had typed about a row of this map that is on it no longer; nothing while it is. */
export function textsLeftAt(id: string | undefined, { journey, ecosystem }: Seen): readonly Notice[] {
  if (id === undefined || rowOn(journey, id)) return []
  return ecosystem.notices.filter(({ texts, actions }) => texts.length > 0 && actions.some(isAbout(id)))
}

/** Whether an action says something of this row, or of what hangs on it. */
function isAbout(id: string): (action: ActionInput) => boolean {
  return (action) => ('id' in action && action.id === id) || ('targetId' in action && action.targetId === id)
}
