// A file without stages still has a direction: its longest way through gives the map a spine in which links run forward.

export interface SpineStep {
  key: string
  /** Ties are broken by this, then by the order given. */
  position: number
}

export interface SpineLink {
  key: string
  fromKey: string
  toKey: string
  /** Only these can be rework loops; the others (handoffs, containment) yield when they contradict the order. */
  isSequence: boolean
}

export interface Spine {
  stageCount: number
  placeOf: Map<string, { stage: number; order: number }>
  /** Keys of the sequences that lead back. */
  loopBacks: Set<string>
}

const mostStages = 7
const ranksPerStage = 3
/** Steps looked at while fitting in links that are no sequences; those beyond are not needed for the order. */
const mostVisits = 2_000_000

/** Divides steps into one to seven stages along the longest way; `cellOf` names the lane in which order counts. */
export function layOutSpine(steps: SpineStep[], links: SpineLink[], cellOf: (key: string) => string): Spine {
  const loopBacks = findLoopBacks(steps, links)
  const following = new Map<string, string[]>(steps.map(({ key }) => [key, []]))
  let visits = 0
  for (const link of [...links.filter((one) => one.isSequence), ...links.filter((one) => !one.isSequence)]) {
    if (loopBacks.has(link.key) || link.fromKey === link.toKey) continue
    if (!link.isSequence) {
      const seen = reachable(link.toKey, following, mostVisits - visits)
      visits += seen.size
      if (visits >= mostVisits || seen.has(link.fromKey)) continue
    }
    following.get(link.fromKey)?.push(link.toKey)
  }
  const rankOf = longestWay(steps, following)
  const ranks = Math.max(0, ...rankOf.values()) + 1
  const stageCount = Math.min(mostStages, Math.max(1, Math.round(ranks / ranksPerStage)))
  return { stageCount, loopBacks, placeOf: places(steps, rankOf, ranks, stageCount, cellOf) }
}

/** Links to a step that is still being followed: found by walking from where flows begin, in file order. */
function findLoopBacks(steps: SpineStep[], links: SpineLink[]): Set<string> {
  const leaving = new Map<string, SpineLink[]>(steps.map(({ key }) => [key, []]))
  const entered = new Set<string>()
  for (const link of links) {
    if (!link.isSequence) continue
    leaving.get(link.fromKey)?.push(link)
    entered.add(link.toKey)
  }
  const loopBacks = new Set<string>()
  const state = new Map<string, 'open' | 'done'>()
  const beginnings = [...steps.filter(({ key }) => !entered.has(key)), ...steps]
  for (const { key } of beginnings) {
    if (state.has(key)) continue
    state.set(key, 'open')
    const path = [{ key, next: 0 }]
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = leaving.get(top.key)?.[top.next]
      top.next += 1
      if (!link) {
        state.set(top.key, 'done')
        path.pop()
      } else if (state.get(link.toKey) === 'open') loopBacks.add(link.key)
      else if (!state.has(link.toKey)) {
        state.set(link.toKey, 'open')
        path.push({ key: link.toKey, next: 0 })
      }
    }
  }
  return loopBacks
}

function reachable(from: string, following: ReadonlyMap<string, string[]>, most: number): Set<string> {
  const seen = new Set([from])
  for (const key of seen) {
    if (seen.size > most) break
    for (const next of following.get(key) ?? []) seen.add(next)
  }
  return seen
}

/** Rank = length of the longest way from a beginning; beginnings themselves move up to just before what follows them. */
function longestWay(steps: SpineStep[], following: ReadonlyMap<string, string[]>): Map<string, number> {
  const missing = new Map<string, number>(steps.map(({ key }) => [key, 0]))
  for (const keys of following.values()) for (const key of keys) missing.set(key, (missing.get(key) ?? 0) + 1)
  const beginnings = steps.map(({ key }) => key).filter((key) => missing.get(key) === 0)
  const rankOf = new Map(beginnings.map((key) => [key, 0]))
  const ready = [...beginnings]
  for (const key of ready) {
    const rank = rankOf.get(key) ?? 0
    for (const next of following.get(key) ?? []) {
      rankOf.set(next, Math.max(rankOf.get(next) ?? 0, rank + 1))
      const left = (missing.get(next) ?? 0) - 1
      missing.set(next, left)
      if (left === 0) ready.push(next)
    }
  }
  for (const key of beginnings) {
    const after = (following.get(key) ?? []).map((next) => rankOf.get(next) ?? 0)
    if (after.length > 0) rankOf.set(key, after.reduce((least, rank) => Math.min(least, rank)) - 1)
  }
  return rankOf
}

function places(
  steps: SpineStep[],
  rankOf: ReadonlyMap<string, number>,
  ranks: number,
  stageCount: number,
  cellOf: (key: string) => string,
): Spine['placeOf'] {
  const ordered = steps.map(({ key, position }) => ({ key, position, rank: rankOf.get(key) ?? 0 }))
  ordered.sort((one, other) => one.rank - other.rank || one.position - other.position)
  const counts = new Map<string, number>()
  const placeOf: Spine['placeOf'] = new Map()
  for (const { key, rank } of ordered) {
    const stage = Math.floor((rank * stageCount) / ranks)
    const cell = `${stage}\n${cellOf(key)}`
    const order = counts.get(cell) ?? 0
    counts.set(cell, order + 1)
    placeOf.set(key, { stage, order })
  }
  return placeOf
}
