// A map as it is shown: lanes, stages, cards and links, read from the rows somebody sees.
import type { Answering } from '../../../shared/analysis/whoAnswers.ts'
import type { Handoff } from '../../../shared/handoffs/handoff.ts'
import type { MarkKind } from '../../../shared/model/perspective.ts'
import type {
  JourneyMap,
  Lane,
  Link,
  Move,
  Ownership,
  Party,
  Side,
  Stage,
  Touchpoint,
} from '../../../shared/model/rows.ts'
import type { SeamSide } from '../../seam/seamWords.ts'

import type { CardFeeling } from './readFeelings.ts'
import type { Perception } from './readPerceptions.ts'
import type { Performance } from './readPerformance.ts'
import type { PlaceInside } from './readPlaceInside.ts'

/** Whose it is, seen from the acting organisation. */
export type Relation = 'yours' | 'others'

export interface JourneyLane {
  id: string
  lane: Lane
  party: Party
  /** The lane's own name or its party's. */
  name: string
  relation: Relation
  /** Nobody holds the party: others describe it. */
  isDescribed: boolean
  /** Name of the organisation that holds the party; null while nobody does. */
  heldBy: string | null
  /** Name of the organisation that keeps the party while nobody holds it. */
  keptBy: string | null
  isCustomer: boolean
  /** Its own stages; empty when it follows the shared ones. */
  stages: Stage[]
}

export interface CardOwner {
  ownership: Ownership
  name: string
  relation: Relation
  /** Who answers for it inside, as far as one may know; null while nobody is named. */
  answering: Answering | null
  /** Its department and region, likewise. */
  inside: PlaceInside | null
}

/** A touchpoint's part in another lane: drawn there under that lane's own label. */
export interface CardSide {
  id: string
  side: Side
  /** The touchpoint. */
  cardId: string
  laneId: string
  relation: Relation
  label: string
  partyName: string
  isProposed: boolean
}

/** Another place that somebody proposes for a touchpoint. */
export interface CardMove {
  id: string
  move: Move
  /** The touchpoint, which stands elsewhere. */
  cardId: string
  laneId: string
  /** Name of the organisation that proposes it. */
  by: string
  /** Where it leads, in the words after "to move it". */
  where: string
}

export interface JourneyCard {
  id: string
  touchpoint: Touchpoint
  laneId: string
  relation: Relation
  /** Accountable first, kept informed last; who declined is left out. */
  owners: CardOwner[]
  /** The other lanes that live it too. */
  sides: CardSide[]
  /** Where others, or we, would have it. */
  moves: CardMove[]
  marks: ReadonlySet<MarkKind>
  /** Null while nobody whose view one sees has given a score. */
  performance: Performance | null
  /** Who rates or weighs it. */
  perceptions: readonly Perception[]
  feelings: readonly CardFeeling[]
  /** Threads about it that are open for us. */
  openThreads: number
  /** A view or mark of our organisation is on it, and nobody else sees it. */
  hasPrivateView: boolean
  /** Described by others than its lane's holder, or only proposed. */
  isDashed: boolean
  /** By the type of its map: its name and kind alone, or its scores in every lens. */
  detail?: 'plain' | 'scored'
  /** Does not pass the filter: drawn pale, left out of outline and table. */
  isFaded?: boolean
}

export interface JourneyLink {
  id: string
  link: Link
  /** Null for a link within one party. */
  handoff: Handoff | null
  giving: SeamSide | null
  /** Absent for a promise. */
  taking: SeamSide | undefined
  lateness: string | null
  /** Our own side has not confirmed, or must again. */
  waitsOnUs: boolean
  marks: ReadonlySet<MarkKind>
}

export interface Journey {
  map: JourneyMap
  /** Top to bottom; the end customer's last. */
  lanes: JourneyLane[]
  /** The shared stages in order. */
  stages: Stage[]
  cards: ReadonlyMap<string, JourneyCard>
  /** The parts of cards in other lanes, by the id of the side. */
  sides: ReadonlyMap<string, CardSide>
  /** Places proposed for cards, by the id of the move: drawn there as ghosts of the cards. */
  ghosts: ReadonlyMap<string, CardMove>
  links: ReadonlyMap<string, JourneyLink>
}
