// Who may know of a row, in plain words and from nothing but who belongs where: written apart from the product's filter,
// so that the two can be held against each other.
import type { Viewer } from '../../shared/audience/audience.ts'

/** Who belongs where, as a person would tell it. */
export interface Belonging {
  isActiveMember(viewer: Viewer): boolean
  /** Takes part in the map now; who was, or whose place was deleted, does not. */
  isActiveOnMap(organisationId: string, mapId: string): boolean
  /** Organises the ecosystem, or takes part in any of its maps. */
  isInEcosystem(organisationId: string, ecosystemId: string): boolean
}

/** Nobody knows anything without an active membership; otherwise one entry of the audience that means them suffices. */
export function mayKnow(viewer: Viewer, audience: readonly string[], belonging: Belonging): boolean {
  if (!belonging.isActiveMember(viewer)) return false
  for (const entry of audience) {
    const colon = entry.indexOf(':')
    const who = entry.slice(colon + 1)
    switch (entry.slice(0, colon)) {
      case 'person':
        if (who === viewer.personId) return true
        break
      case 'org':
        if (who === viewer.organisationId) return true
        break
      case 'map':
        if (belonging.isActiveOnMap(viewer.organisationId, who)) return true
        break
      case 'ecosystem':
        if (belonging.isInEcosystem(viewer.organisationId, who)) return true
        break
      default:
        throw new Error(`an audience has the entry ${entry}`)
    }
  }
  return false
}
