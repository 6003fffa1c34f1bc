/** Words of the layout: what goes in, what comes out. All lengths are pixels at zoom 1, origin at the canvas's top left. */

export interface LayoutLane {
  id: string
  /** True when the lane has stages of its own instead of following the spine. */
  ownStages: boolean
}

export interface LayoutStage {
  id: string
  /** The lane whose own stage this is; null for a stage of the spine. */
  laneId: string | null
  minWidth?: number
}

export interface LayoutCard {
  id: string
  laneId: string
  stageId: string
  /** Fractional index: the order of cards that share a cell. */
  rank: string
  /** Sub-column within the stage, counted from 0, as a stored hint. */
  column?: number | null
  /** True behind the scenes: it stands below its lane's line of visibility. */
  below?: boolean
  width: number
  height: number
}

export interface LayoutLink {
  id: string
  from: string
  to: string
  loopBack: boolean
  /** Room the label needs; null or absent when the link shows none. */
  label?: LabelSize | null
}

/** Two cards that are one touchpoint, lived in two lanes. */
export interface LayoutBond {
  /** The card in the second lane, after which the bond is called. */
  id: string
  /** The card in the touchpoint's own lane. */
  cardId: string
}

export interface LabelSize {
  width: number
  height: number
}

export interface LayoutInput {
  /** Top to bottom. */
  lanes: LayoutLane[]
  /** In order, for the spine and for each lane with stages of its own. */
  stages: LayoutStage[]
  cards: LayoutCard[]
  links: LayoutLink[]
  bonds?: LayoutBond[]
  /** Most sub-columns a stage may take. */
  cap?: number
  minLaneHeight?: number
}

export interface Point {
  x: number
  y: number
}

export interface DrawnLane {
  id: string
  y: number
  height: number
  /** Present where something stands behind the scenes. */
  line?: LineOfVisibility
}

/** Runs along a lane: what the customer sees stands above it, all else below. */
export interface LineOfVisibility {
  y: number
  /** The first row below it. */
  row: number
}

/** A column of the spine over the whole drawing, or the heading strip of an own stage inside its lane. */
export interface DrawnStage {
  id: string
  laneId: string | null
  x: number
  width: number
  y: number
  height: number
}

export interface DrawnCard {
  id: string
  x: number
  y: number
  width: number
  height: number
  /** Global column, counted from 0 at the left. */
  column: number
  /** Row within the lane, counted from 0 at the top. */
  row: number
}

export type LinkKind = 'sequence' | 'loopBack' | 'handoff'

export interface DrawnLink {
  id: string
  /** Corners from the sending card to the receiving one; each leg is horizontal or vertical. */
  points: Point[]
  /** Middle of the label. */
  label: Point | null
  kind: LinkKind
  /** True when no place was free: show the label on hover or by number. */
  hiddenLabel?: boolean
}

export interface DrawnBond extends LayoutBond {
  /** Corners from the touchpoint's own card to the other one. */
  points: Point[]
  /** True when both cards are drawn as one that spans the gutter between their lanes; else a double band joins them. */
  isOne: boolean
}

export interface Drawing {
  /** Of the input it was drawn from: the same input is not drawn anew over it. */
  inputHash?: string
  width: number
  height: number
  lanes: DrawnLane[]
  stages: DrawnStage[]
  cards: DrawnCard[]
  links: DrawnLink[]
  bonds: DrawnBond[]
}

export type LayoutViolationKind =
  | 'missingLane'
  | 'missingStage'
  | 'missingCard'
  | 'missingLink'
  | 'missingBond'
  | 'bondApart'
  | 'laneOrder'
  | 'stageOrder'
  | 'stageSpan'
  | 'cardOutsideLane'
  | 'cardOutsideStage'
  | 'missingLine'
  | 'idleLine'
  | 'acrossLine'
  | 'linkOnLine'
  | 'cardOnHeading'
  | 'cardOverlap'
  | 'cardOrder'
  | 'notOrthogonal'
  | 'linkEnds'
  | 'linkThroughCard'
  | 'linkOverlap'
  | 'labelOnCard'
  | 'labelOnLabel'

export interface LayoutViolation {
  kind: LayoutViolationKind
  /** The rows concerned: lanes, stages, cards or links. */
  ids: string[]
  message: string
}

/** A card's place as "Tidy up" found it, to be stored as sub-column hint and rank. */
export interface TidiedCard {
  cardId: string
  column: number
  order: number
}

export interface ElkPort {
  id: string
  x?: number
  y?: number
  width?: number
  height?: number
  layoutOptions?: Record<string, string>
}

export interface ElkNode {
  id: string
  x?: number
  y?: number
  width?: number
  height?: number
  ports?: ElkPort[]
  layoutOptions?: Record<string, string>
}

export interface ElkSection {
  id: string
  startPoint: Point
  endPoint: Point
  bendPoints?: Point[]
}

export interface ElkEdge {
  id: string
  sources: string[]
  targets: string[]
  sections?: ElkSection[]
}

export interface ElkGraph {
  id: string
  layoutOptions?: Record<string, string>
  children?: ElkNode[]
  edges?: ElkEdge[]
}

/** What we ask of elkjs; the browser gives a worker, Node its own. */
export interface ElkLike {
  layout(graph: ElkGraph): Promise<ElkGraph>
}
