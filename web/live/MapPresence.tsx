import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Viewer } from '../../shared/audience/audience.ts'
import { nowhere, type RowName, type Whereabouts } from '../../shared/live/messages.ts'
import { lineOf } from './lines.ts'
import type { LiveLine } from './liveLine.ts'
import { type Other, othersOf } from './others.ts'

/** What the parts of a map page say of where one is, and the person whose view one follows. */
interface MapPresence {
  line: LiveLine
  own: Viewer
  tell(part: Partial<Omit<Whereabouts, 'mapId'>>): void
  /** Id of the followed person's page, or null. */
  followedId: string | null
  follow(id: string | null): void
}

const PresenceContext = createContext<MapPresence | null>(null)

interface MapPresenceProviderProps {
  ecosystemId: string
  own: Viewer
  mapId: string
  selected: RowName | null
  children: ReactNode
}

/** Says which map one is on, and gives its parts who else is. */
export function MapPresenceProvider(props: MapPresenceProviderProps) {
  const { ecosystemId, own, mapId, selected, children } = props
  const { personId, organisationId } = own
  const [followedId, follow] = useState<string | null>(null)
  const teller = useMemo(() => {
    const viewer = { personId, organisationId }
    const line = lineOf(ecosystemId, viewer)
    let at: Whereabouts = { ...nowhere, mapId }
    let isHere = false
    // Parts that go after the page has gone have nothing more to say.
    const tell: MapPresence['tell'] = (part) => {
      at = { ...at, ...part }
      if (isHere) line.say(at)
    }
    const come = () => {
      isHere = true
      line.say(at)
      return () => {
        isHere = false
        line.say(nowhere)
      }
    }
    return { line, own: viewer, tell, come }
  }, [ecosystemId, personId, organisationId, mapId])
  useEffect(() => teller.come(), [teller])
  const { kind, id } = selected ?? {}
  useEffect(() => teller.tell({ selected: kind && id ? { kind, id } : null }), [teller, kind, id])
  const presence = useMemo(() => ({ ...teller, followedId, follow }), [teller, followedId])
  return <PresenceContext value={presence}>{children}</PresenceContext>
}

/** Null outside a map. */
export function useMapPresence(): MapPresence | null {
  return useContext(PresenceContext)
}

/** Who else is on this map, and what they are at as far as one may see it. */
export function useOthers(): readonly Other[] {
  const presence = useMapPresence()
  const people = useSyncExternalStore(presence?.line.watch ?? nothingToHear, presence?.line.people ?? nobody)
  const own = presence?.own
  return useMemo(() => (own ? othersOf(people, own) : []), [people, own])
}

const nothingToHear = () => () => {}
const empty: never[] = []
const nobody = () => empty
