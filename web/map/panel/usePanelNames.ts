import { useMapView } from '../MapContext.tsx'

/** Names for the sentences of the panel: ourselves, other organisations, who sees the map. */
export function usePanelNames() {
  const { ecosystem, journey } = useMapView()
  const { organisations, author, rows } = ecosystem
  const nameOf = (organisationId: string) => organisations.get(organisationId) ?? 'a partner'
  const others = rows
    .list('participant', 'mapId', journey.map.id)
    .filter(({ deleted, state, organisationId }) => {
      return !deleted && state === 'active' && organisationId !== author.organisationId
    })
    .map(({ organisationId }) => nameOf(organisationId))
    .sort()
  return {
    ours: nameOf(author.organisationId),
    nameOf,
    /** Everybody else on this map, by name. */
    others,
    onlyUs: `Only ${nameOf(author.organisationId)} sees this`,
    wholeMap: 'Everyone on this map sees this',
  }
}
