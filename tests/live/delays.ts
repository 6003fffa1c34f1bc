// How long it takes until a page on one instance is told of what somebody did on another.
import { setTimeout as sleep } from 'node:timers/promises'
import { make, openScene } from '../invariants/scene.ts'
import type { LiveInstance, TestLine } from './instances.ts'

const patienceMilliseconds = 4_000

/**
 * Milliseconds from the answer to an edit on one instance until a page on the other is told, the shortest first.
 * @param rest before each edit at most, so that edits come at any moment between two looks of an instance
 */
export async function delaysBetween(
  here: LiveInstance,
  there: LiveInstance,
  count: number,
  rest = 20,
): Promise<number[]> {
  const scene = await openScene(here)
  const line = await there.line(scene.broker, scene.ecosystemId)
  try {
    await sleep(100)
    const found: number[] = []
    for (let step = 0; step < count; step++) {
      await sleep(Math.random() * rest)
      const before = changesHeardBy(line).length
      const fields = { purpose: `Purpose ${step}` }
      const { answer } = await make(here, scene.insurer, scene.ecosystemId, [
        { type: 'touchpoint.change', id: scene.shared.ownCard, fields },
      ])
      if (!answer.accepted) throw new Error(JSON.stringify(answer))
      const answeredAt = performance.now()
      const end = answeredAt + patienceMilliseconds
      while (changesHeardBy(line).length === before && performance.now() < end) await sleep(2)
      const told = changesHeardBy(line)[before]
      found.push(told ? Math.max(0, told.at - answeredAt) : Number.POSITIVE_INFINITY)
    }
    return found.toSorted((left, right) => left - right)
  } finally {
    line.close()
  }
}

/** @param part from 0, the shortest, to 1, the longest */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)]!
}

export function changesHeardBy(line: TestLine) {
  return line.heard.filter(({ message }) => message.type === 'changed')
}
