/** Counts how many legs pass each place of the board, to estimate what a further run would cross. */
import type { Board } from './board.ts'
import type { LinkPath } from './paths.ts'

export class Traffic {
  readonly #board: Board
  /** Per channel and level: runs that pass the channel, and vertical legs in it that pass the level. */
  readonly #runs: Int32Array
  readonly #legs: Int32Array
  /** Per column and level: straight vertical links that pass. */
  readonly #straight: Int32Array

  constructor(board: Board) {
    this.#board = board
    const places = (board.columns.count + 1) * board.levelCount
    this.#runs = new Int32Array(places)
    this.#legs = new Int32Array(places)
    this.#straight = new Int32Array(places)
  }

  /** Adds a path, or takes it away again with a negative amount. */
  add(path: LinkPath, amount: number): void {
    const { columns, levelOfCard, levelCount } = this.#board
    const [first, last] = [columns.ofCard[path.left]!, columns.ofCard[path.right]!]
    const [start, end] = [levelOfCard[path.left]!, levelOfCard[path.right]!]
    if (path.shape === 'vertical') this.#addLeg(this.#straight, first, start, end, amount)
    else if (path.shape === 'side') this.#addLeg(this.#legs, first + 1, start, end, amount)
    else if (path.shape === 'adjacent') this.#addLeg(this.#legs, last, start, end, amount)
    else {
      this.#addLeg(this.#legs, first + 1, start, path.run, amount)
      this.#addLeg(this.#legs, last, path.run, end, amount)
      for (let channel = first + 1; channel <= last; channel += 1) {
        this.#runs[channel * levelCount + path.run]! += amount
      }
    }
  }

  /** Per level from top to bottom: runs crossed by a leg in the channel from `start` to that level. */
  climb(channel: number, start: number, top: number, bottom: number): number[] {
    const crossed = new Array<number>(bottom - top + 1).fill(0)
    const base = channel * this.#board.levelCount
    for (let level = start - 2; level >= top; level -= 1) {
      crossed[level - top] = crossed[level + 1 - top]! + this.#runs[base + level + 1]!
    }
    for (let level = start + 2; level <= bottom; level += 1) {
      crossed[level - top] = crossed[level - 1 - top]! + this.#runs[base + level - 1]!
    }
    return crossed
  }

  /** Legs crossed by a run between two columns, and runs that share its level. */
  alongRun(first: number, last: number, level: number): { crossings: number; sharing: number } {
    const { levelCount } = this.#board
    let crossings = 0
    let sharing = 0
    for (let column = first + 1; column < last; column += 1) {
      crossings += this.#straight[column * levelCount + level]!
      if (column > first + 1) crossings += this.#legs[column * levelCount + level]!
      sharing = Math.max(sharing, this.#runs[column * levelCount + level]!)
    }
    return { crossings, sharing }
  }

  #addLeg(places: Int32Array, at: number, from: number, to: number, amount: number): void {
    const base = at * this.#board.levelCount
    for (let level = Math.min(from, to) + 1; level < Math.max(from, to); level += 1) {
      places[base + level]! += amount
    }
  }
}
