/** Widths: columns, channels and the stages that span them, from left to right. */
import type { Board } from './board.ts'
import { spacing } from './spacing.ts'
import type { Wiring } from './wiring.ts'

export interface Spans {
  columns: { x: number; width: number }[]
  /** Channel c lies left of column c; the last one right of all columns. */
  channels: { x: number; width: number }[]
  width: number
}

/** @param slotCounts per channel */
export function layColumns(wiring: Wiring, slotCounts: number[]): Spans {
  const { board } = wiring
  const { count, spineStarts } = board.columns
  const channelWidths = slotCounts.map((slots, channel) => {
    const need = (slots - 1) * spacing.slot + spacing.channelPadding
    if (channel === 0 || channel === count) return Math.max(spacing.edge, slots > 0 ? need : 0)
    return Math.max(spacing.channel, need) + (spineStarts.includes(channel) ? spacing.stageBoundary : 0)
  })
  const columnWidths = widestCards(board)
  const spans = measure(columnWidths, channelWidths)
  for (const { column, missing } of missingWidths(wiring, spans)) columnWidths[column]! += missing
  return measure(columnWidths, channelWidths)
}

/** Where a stage begins that starts with the given column. */
export function boundaryBefore(spans: Spans, column: number): number {
  if (column <= 0) return 0
  const channel = spans.channels[column]
  return channel && column < spans.columns.length ? channel.x + channel.width / 2 : spans.width
}

export function widestCards(board: Board): number[] {
  const widths = new Array<number>(board.columns.count).fill(0)
  board.scene.cards.forEach((card, index) => {
    const column = board.columns.ofCard[index]!
    widths[column] = Math.max(widths[column]!, card.width)
  })
  return widths.map((width) => width || spacing.emptyColumn)
}

/** What columns lack so that stage headings fit, and labels on straight links to the next column. */
export function missingWidths(wiring: Wiring, spans: Spans): { column: number; missing: number }[] {
  const { scene, columns } = wiring.board
  const added = labelRoom(wiring, spans)
  const measureStages = (starts: number[], stages: { minWidth: number | null }[]) => {
    starts.forEach((start, index) => {
      const end = starts[index + 1] ?? columns.count
      const from = index === 0 ? 0 : boundaryBefore(spans, start)
      let width = boundaryBefore(spans, end) - from
      for (let column = start; column < end; column += 1) width += added[column]!
      const lack = (stages[index]!.minWidth ?? spacing.stageMinWidth) - width
      if (lack <= 0) return
      added[end - 1]! += lack
    })
  }
  measureStages(columns.spineStarts, scene.spine)
  scene.own.forEach((stages, lane) => {
    measureStages(columns.ownStarts[lane]!, stages)
  })
  return added.flatMap((missing, column) => (missing > 0 ? [{ column, missing }] : []))
}

/** Per column: what the labels of straight links to the next column need beyond the space between the cards. */
function labelRoom({ board, paths, ports }: Wiring, spans: Spans): number[] {
  const { scene, columns } = board
  const added = new Array<number>(columns.count).fill(0)
  paths.forEach((path, index) => {
    const { label } = scene.links[path.link]!
    if (!label || path.shape !== 'adjacent' || !ports[index]!.isStraight) return
    const column = columns.ofCard[path.left]!
    const { x } = spans.columns[column]!
    const space = spans.columns[column + 1]!.x - x - scene.cards[path.left]!.width
    added[column] = Math.max(added[column]!, label.width + 2 * spacing.labelGap - space)
  })
  return added
}

function measure(columnWidths: number[], channelWidths: number[]): Spans {
  const spans: Spans = { columns: [], channels: [], width: 0 }
  channelWidths.forEach((channelWidth, index) => {
    spans.channels.push({ x: spans.width, width: channelWidth })
    spans.width += channelWidth
    const width = columnWidths[index]
    if (width === undefined) return
    spans.columns.push({ x: spans.width, width })
    spans.width += width
  })
  return spans
}
