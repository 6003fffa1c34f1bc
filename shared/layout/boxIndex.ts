/** Finds the boxes that reach into a stretch of one axis without looking at all of them. */
export interface AxisBox {
  x: number
  y: number
  width: number
  height: number
}

export class BoxIndex<Box extends AxisBox> {
  readonly #axis: 'x' | 'y'
  readonly #boxes: Box[]
  readonly #largest: number

  constructor(boxes: Box[], axis: 'x' | 'y') {
    this.#axis = axis
    this.#boxes = boxes.toSorted((a, b) => a[axis] - b[axis])
    this.#largest = boxes.reduce((most, box) => Math.max(most, axis === 'x' ? box.width : box.height), 0)
  }

  /** Boxes that may reach between low and high, in the order of their starts; some may just miss it. */
  near(low: number, high: number): Box[] {
    const first = this.#firstFrom(low - this.#largest)
    let last = first
    while (last < this.#boxes.length && this.#boxes[last]![this.#axis] <= high) last += 1
    return this.#boxes.slice(first, last)
  }

  #firstFrom(start: number): number {
    let [low, high] = [0, this.#boxes.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#boxes[middle]![this.#axis] >= start) high = middle
      else low = middle + 1
    }
    return low
  }
}
