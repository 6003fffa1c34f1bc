/**
 * Orders parallel legs that share a channel or a gutter so that few of them cross, and packs them into slots.
 * A leg covers an interval along the channel; at each end it turns towards lower (-1) or higher (1) slots.
 */
export interface Leg {
  low: number
  high: number
  ends: { at: number; side: -1 | 1 }[]
}

/** Two turns closer than this along the channel count as meeting. */
const margin = 6
const meeting = 0.5
const overlapCost = 1000
const siftLimit = 80

/**
 * Returns the slot of each leg, from 0.
 * @param turnsMeet true when turns at the same place would lie on each other, as on a shared row
 */
export function assignSlots(legs: Leg[], turnsMeet: boolean): number[] {
  const count = legs.length
  const costs = new Float64Array(count * count)
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) if (a !== b) costs[a * count + b] = cost(legs[a]!, legs[b]!, turnsMeet)
  }
  const order = greedyOrder(count, costs)
  swapNeighbours(order, count, costs)
  if (count <= siftLimit) sift(order, count, costs)
  return packSlots(legs, order, costs)
}

/** Crossings when `before` takes a lower slot than `after`. */
function cost(before: Leg, after: Leg, turnsMeet: boolean): number {
  let total = 0
  for (const end of after.ends) {
    if (end.side < 0 && end.at > before.low && end.at < before.high) total += 1
  }
  for (const end of before.ends) {
    if (end.side < 0) continue
    if (end.at > after.low && end.at < after.high) total += 1
    if (!turnsMeet) continue
    for (const other of after.ends) {
      if (other.side < 0 && Math.abs(other.at - end.at) < meeting) total += overlapCost
    }
  }
  return total
}

/** Eades, Lin and Smyth: sources first, sinks last, else whoever gains most from going first. */
function greedyOrder(count: number, costs: Float64Array): number[] {
  const gain = new Float64Array(count)
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) gain[a]! += costs[b * count + a]! - costs[a * count + b]!
  }
  const isPlaced = new Uint8Array(count)
  const order: number[] = []
  while (order.length < count) {
    let next = -1
    for (let leg = 0; leg < count; leg += 1) {
      if (!isPlaced[leg] && (next < 0 || gain[leg]! > gain[next]!)) next = leg
    }
    isPlaced[next] = 1
    order.push(next)
    for (let leg = 0; leg < count; leg += 1) {
      gain[leg]! -= costs[next * count + leg]! - costs[leg * count + next]!
    }
  }
  return order
}

function swapNeighbours(order: number[], count: number, costs: Float64Array): void {
  for (let pass = 0; pass < count; pass += 1) {
    let hasChanged = false
    for (let index = 1; index < count; index += 1) {
      const [a, b] = [order[index - 1]!, order[index]!]
      if (costs[a * count + b]! <= costs[b * count + a]!) continue
      order[index - 1] = b
      order[index] = a
      hasChanged = true
    }
    if (!hasChanged) return
  }
}

/** Moves each leg to its best place among the others. */
function sift(order: number[], count: number, costs: Float64Array): void {
  for (let leg = 0; leg < count; leg += 1) {
    const rest = order.filter((other) => other !== leg)
    let change = 0
    let best = 0
    let bestAt = 0
    for (let at = 0; at < rest.length; at += 1) {
      change += costs[rest[at]! * count + leg]! - costs[leg * count + rest[at]!]!
      if (change < best) {
        best = change
        bestAt = at + 1
      }
    }
    const now = order.indexOf(leg)
    let current = 0
    for (let at = 0; at < now; at += 1) {
      current += costs[rest[at]! * count + leg]! - costs[leg * count + rest[at]!]!
    }
    if (best >= current) continue
    rest.splice(bestAt, 0, leg)
    order.splice(0, count, ...rest)
  }
}

function packSlots(legs: Leg[], order: number[], costs: Float64Array): number[] {
  const slots = legs.map(() => 0)
  order.forEach((leg, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = order[earlier]!
      const mustPart = overlaps(legs[leg]!, legs[other]!) || costs[leg * legs.length + other]! >= overlapCost
      if (mustPart) slots[leg] = Math.max(slots[leg]!, slots[other]! + 1)
    }
  })
  return slots
}

function overlaps(a: Leg, b: Leg): boolean {
  return a.low < b.high + margin && b.low < a.high + margin
}
