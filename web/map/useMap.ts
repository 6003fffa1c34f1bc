import { useMemo, useState } from 'react'
import type { Drawing } from '../../shared/layout/types.ts'
import { useHasLeft } from '../accounts/useHasLeft.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { roomForCanvas } from './canvas/roomForCanvas.ts'
import { laneRoom } from './drawing/laneRoom.ts'
import { useDrawing } from './drawing/useDrawing.ts'
import { fade, type MapFilter } from './filter/mapFilter.ts'
import { type Regions, readRegions } from './filter/regions.ts'
import { asItsType } from './journey/asItsType.ts'
import type { Journey } from './journey/journey.ts'
import { layoutInputOf } from './journey/layoutInput.ts'
import { rowsPartnerSees } from './journey/partnerRows.ts'
import { readJourney } from './journey/readJourney.ts'
import { withDraft } from './journey/withDraft.ts'
import { type Heat, hasLenses, type Lens } from './lens.ts'
import { type MapState, nothingChosen } from './mapState.ts'

/** Everything the parts of the map page share. */
export interface MapView {
  ecosystem: Ecosystem
  journey: Journey
  drawing: Drawing
  lens: Lens
  heat: Heat
  filter: MapFilter
  regions: Regions
  /** The organisation whose eyes one looks through; null for one's own. */
  partnerId: string | null
  /** Why nothing can be changed here, or null. */
  readOnly: string | null
  state: MapState
  setState(change: (state: MapState) => MapState): void
}

const viewersOnly = 'Viewers read and comment. Ask an admin of your organisation for the editor role.'

/** The journey and its drawing, once it is drawn; null when the map is not there for this viewer. */
export function useMap(
  ecosystem: Ecosystem,
  mapId: string,
  search: MapFilter & {
    lens?: Lens | undefined
    heat?: Heat | undefined
    partner?: string | undefined
    /** Whether the drawing is on screen: better routes are worth their while only there. */
    isDrawn: boolean
  },
): MapView | 'drawing' | null {
  const { rows, version, organisations, author, ecosystemId } = ecosystem
  const {
    lens = 'plan',
    heat = 'marks',
    partner,
    startedBy,
    segment,
    role,
    kind,
    channel,
    layer,
    region,
    sees,
    defined,
    isDrawn,
  } = search
  const [state, setState] = useState(nothingChosen)
  const hasLeft = useHasLeft(author.organisationId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are one object, their version says when they change
  const [journey, regions] = useMemo(() => {
    const seen = partner ? rowsPartnerSees(rows, partner, ecosystemId) : rows
    const reading = {
      ...{ rows: seen, organisationId: author.organisationId, organisations },
      ...(partner ? {} : { hasLeft }),
    }
    return [readJourney(mapId, reading), readRegions(mapId, seen)] as const
  }, [rows, version, mapId, partner, organisations, author, ecosystemId, hasLeft])
  const draft = state.naming?.kind === 'new' ? state.naming.draft : null
  const shown = useMemo(() => journey && withDraft(journey, draft), [journey, draft])
  const [height] = useState(() => roomForCanvas().height)
  const input = useMemo(() => {
    if (!shown) return emptyInput
    return { ...layoutInputOf(shown), minLaneHeight: laneRoom(shown.lanes.length, height) }
  }, [shown, height])
  const drawing = useDrawing(input, { isBusy: state.naming !== null || !isDrawn, isHeld: state.isHeld })
  const filter = useMemo(
    () => ({ startedBy, segment, role, kind, channel, layer, region, sees, defined }),
    [startedBy, segment, role, kind, channel, layer, region, sees, defined],
  )
  const filtered = useMemo(() => shown && fade(asItsType(shown), filter, regions), [shown, filter, regions])
  if (!filtered) return null
  if (!drawing) return 'drawing'
  const readOnly = partner
    ? 'You look at the map as a partner sees it. Go back to your own view to change it.'
    : author.role === 'viewer'
      ? viewersOnly
      : null
  return {
    ecosystem,
    journey: filtered,
    drawing,
    lens: hasLenses(filtered) ? lens : 'plan',
    heat,
    filter,
    regions,
    partnerId: partner ?? null,
    readOnly,
    state,
    setState,
  }
}

const emptyInput = { lanes: [], stages: [], cards: [], links: [] }
