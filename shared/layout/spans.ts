/** Widths: columns, channels and the stages that span them, from left to right. */
import type { Board } from './board.ts'
import { spacing } from './spacing.ts'

export interface Spans {
  columns: { x: number; width: number }[]
  /** Channel c lies left of column c; the last one right of all columns. */
  channels: { x: number; width: number }[]
  width: number
}

/** @param slotCounts per channel */
export function layColumns(board: Board, slotCounts: number[]): Spans {
  const { count, spineStarts } = board.columns
  const channelWidths = slotCounts.map((slots, channel) => {
    const need = (slots - 1) * spacing.slot + spacing.channelPadding
    if (channel === 0 || channel === count) return Math.max(spacing.edge, slots > 0 ? need : 0)
    return Math.max(spacing.channel, need) + (spineStarts.includes(channel) ? spacing.stageBoundary : 0)
  })
  const columnWidths = widestCards(board)
  const spans = measure(columnWidths, channelWidths)
  for (const { last, missing } of missingWidths(board, spans)) columnWidths[last]! += missing
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

/** What the last column of each stage lacks so that the stage's heading fits. */
export function missingWidths(board: Board, spans: Spans): { last: number; missing: number }[] {
  const { scene, columns } = board
  const missing = new Map<number, number>()
  const added = new Array<number>(columns.count).fill(0)
  const measureStages = (starts: number[], stages: { minWidth: number | null }[]) => {
    starts.forEach((start, index) => {
      const end = starts[index + 1] ?? columns.count
      const from = index === 0 ? 0 : boundaryBefore(spans, start)
      let width = boundaryBefore(spans, end) - from
      for (let column = start; column < end; column += 1) width += added[column]!
      const lack = (stages[index]!.minWidth ?? spacing.stageMinWidth) - width
      if (lack <= 0) return
      added[end - 1]! += lack
      missing.set(end - 1, (missing.get(end - 1) ?? 0) + lack)
    })
  }
  measureStages(columns.spineStarts, scene.spine)
  scene.own.forEach((stages, lane) => {
    measureStages(columns.ownStarts[lane]!, stages)
  })
  return [...missing].map(([last, width]) => ({ last, missing: width }))
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
