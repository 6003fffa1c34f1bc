/** Distances of the drawing in pixels. */
export const spacing = {
  /** Between two links that leave the same side of a card. */
  port: 14,
  /** Between two vertical legs in a channel, and two horizontal legs in a gutter. */
  slot: 12,
  track: 14,
  /** Least room between two columns, and what a boundary of the spine adds to it. */
  channel: 64,
  channelPadding: 40,
  stageBoundary: 28,
  /** Left and right of all columns. */
  edge: 24,
  /** Least room between two rows, and above the first or below the last row of a lane. */
  rowGutter: 26,
  laneEdge: 16,
  gutterPadding: 13,
  /** Around the line of visibility: its words above and below it. */
  visibility: 36,
  /** The strip between two lanes, crossed by handoffs through their pills. */
  seam: 24,
  seamPadding: 4,
  labelGap: 6,
  /** The strip inside a lane that holds the headings of its own stages. */
  heading: 22,
  stageMinWidth: 184,
  emptyColumn: 120,
  emptyRow: 56,
  laneMinHeight: 96,
} as const
