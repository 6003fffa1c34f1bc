/**
 * The grid the links are routed on. A level is a row of a lane or a gutter between rows, counted from the top:
 * each lane has a gutter above each row and one below its last. Channel c lies left of column c.
 */
import type { Columns } from './columns.ts'
import type { Rows } from './rows.ts'
import type { Scene } from './scene.ts'

export interface Board {
  scene: Scene
  columns: Columns
  rows: Rows
  levelCount: number
  /** Level of the gutter above the first row of each lane. */
  firstLevels: number[]
  levelOfCard: number[]
  isGutter: boolean[]
  /** Card at column * levelCount + level, or -1. */
  cells: Int32Array
}

export function buildBoard(scene: Scene, columns: Columns, rows: Rows): Board {
  const firstLevels: number[] = []
  const isGutter: boolean[] = []
  for (const count of rows.counts) {
    firstLevels.push(isGutter.length)
    for (let row = 0; row < count; row += 1) isGutter.push(true, false)
    isGutter.push(true)
  }
  const levelCount = isGutter.length
  const levelOfCard = scene.cards.map((card, index) => firstLevels[card.lane]! + 2 * rows.ofCard[index]! + 1)
  const cells = new Int32Array(columns.count * levelCount).fill(-1)
  levelOfCard.forEach((level, card) => {
    cells[columns.ofCard[card]! * levelCount + level] = card
  })
  return { scene, columns, rows, levelCount, firstLevels, levelOfCard, isGutter, cells }
}

/** True when no card stands strictly between two levels of a column. */
export function isColumnFree(board: Board, column: number, above: number, below: number): boolean {
  for (let level = above + 1; level < below; level += 1) {
    if (board.cells[column * board.levelCount + level]! >= 0) return false
  }
  return true
}

/** True when no card stands strictly between two columns of a level. */
export function isRowFree(board: Board, level: number, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column += 1) {
    if (board.cells[column * board.levelCount + level]! >= 0) return false
  }
  return true
}
