// Who may see a row. The SQL policies in api/database say the same; a test holds the two against each other.

export type AudienceKey = string

export const mapKey = (mapId: string): AudienceKey => `map:${mapId}`
export const organisationKey = (organisationId: string): AudienceKey => `org:${organisationId}`
export const personKey = (personId: string): AudienceKey => `person:${personId}`
export const ecosystemKey = (ecosystemId: string): AudienceKey => `ecosystem:${ecosystemId}`

/** A person acting for one organisation, never for all of theirs at once. */
export interface Viewer {
  personId: string
  organisationId: string
}

/** Where an organisation is active: what its people's keys follow from. */
export interface Participation {
  ecosystemIds: readonly string[]
  mapIds: readonly string[]
}

/** The keys a viewer holds. @returns a set; a row is visible when its audience meets it. */
export function keysOf(viewer: Viewer, participation: Participation): Set<AudienceKey> {
  return new Set([
    personKey(viewer.personId),
    organisationKey(viewer.organisationId),
    ...participation.ecosystemIds.map(ecosystemKey),
    ...participation.mapIds.map(mapKey),
  ])
}

/** An empty audience is nobody, never everybody. */
export function isVisible(audience: readonly AudienceKey[], keys: ReadonlySet<AudienceKey>): boolean {
  return audience.some((key) => keys.has(key))
}

/** The audience two viewers share: what one of them may show the other. */
export function isVisibleToBoth(
  audience: readonly AudienceKey[],
  mine: ReadonlySet<AudienceKey>,
  theirs: ReadonlySet<AudienceKey>,
): boolean {
  return isVisible(audience, mine) && isVisible(audience, theirs)
}

/** Keys that lose the row when its audience changes from `before` to `after`. */
export function lostKeys(before: readonly AudienceKey[], after: readonly AudienceKey[]): AudienceKey[] {
  return before.filter((key) => !after.includes(key))
}

/** True when everyone in `child` is also in `parent`, given the organisations active on the map. */
export function liesWithin(
  child: readonly AudienceKey[],
  parent: readonly AudienceKey[],
  map: { id: string; activeOrganisationIds: readonly string[] },
): boolean {
  const wholeMap = parent.includes(mapKey(map.id))
  return child.every(
    (key) =>
      parent.includes(key) ||
      (wholeMap &&
        map.activeOrganisationIds.some((organisationId) => key === organisationKey(organisationId))),
  )
}
