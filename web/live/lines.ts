import type { Viewer } from '../../shared/audience/audience.ts'
import type { PresenceAnswer } from '../../shared/live/messages.ts'
import { api } from '../api/client.ts'
import { LiveLine } from './liveLine.ts'

const patienceMilliseconds = 10_000
const lines = new Map<string, LiveLine>()

/** The line of this page for an ecosystem, in one person's and organisation's name. */
export function lineOf(ecosystemId: string, viewer: Viewer): LiveLine {
  const { personId, organisationId } = viewer
  const origin = window.location.origin.replace(/^http/, 'ws')
  const address = `${origin}/api/ecosystems/${ecosystemId}/live?organisation=${organisationId}&person=${personId}`
  const present = lines.get(address)
  if (present) return present
  const page = crypto.randomUUID()
  const made = new LiveLine(address, async (at) => {
    const options = {
      viewer,
      signal: AbortSignal.timeout(patienceMilliseconds),
      keepalive: at.mapId === null,
    }
    const path = `/api/ecosystems/${ecosystemId}/presence`
    return (await api.post<PresenceAnswer>(path, { page, at }, options)).people
  })
  lines.set(address, made)
  return made
}
