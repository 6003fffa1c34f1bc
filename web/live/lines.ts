import type { Viewer } from '../../shared/audience/audience.ts'
import { LiveLine } from './liveLine.ts'

const lines = new Map<string, LiveLine>()

/** The line of this page for an ecosystem, in one person's and organisation's name. */
export function lineOf(ecosystemId: string, { personId, organisationId }: Viewer): LiveLine {
  const origin = window.location.origin.replace(/^http/, 'ws')
  const address = `${origin}/api/ecosystems/${ecosystemId}/live?organisation=${organisationId}&person=${personId}`
  const present = lines.get(address)
  if (present) return present
  const made = new LiveLine(address)
  lines.set(address, made)
  return made
}
