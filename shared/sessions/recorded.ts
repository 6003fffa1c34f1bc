// A session that is told from a file: over, and for the organisation that brought it in alone.
import { organisationKey } from '../audience/audience.ts'
import type { Session, Sticky } from '../model/rows.ts'

type Recorded = Pick<Session, 'audience' | 'organisationId'>

/** Nobody else reads what it says in their name, so that nobody's words can be put into a partner's mouth. */
export function isRecorded(row: Recorded): boolean {
  return row.audience.join() === organisationKey(row.organisationId)
}

/** Whether a sticky may be told as one of a session that was over when it came. */
export function belongsToRecord(sticky: Sticky, session: Session | undefined): boolean {
  return session?.state === 'ended' && isRecorded(session) && isRecorded(sticky)
}
