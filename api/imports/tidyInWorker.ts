import type { Worker } from 'node:worker_threads'
import { tidyIterations } from '../../shared/layout/tidyIterations.ts'
import type { LayoutInput, TidiedCard } from '../../shared/layout/types.ts'
import { startWorker } from './startWorker.ts'

/** A file beyond these is imported as it is: routing it takes memory with the square of its links. */
const limits = {
  cards: 400,
  links: 800,
  startMilliseconds: 20_000,
  milliseconds: 8_000,
  waiting: 3,
  /** Until it is its turn. */
  patienceMilliseconds: 6_000,
}
/** Somebody waits for the preview: of what tidying up by hand would try, so much. */
const share = 0.3

/**
 * Looks for places in which a new map reads well, in a thread with bounded time and memory and one file at a time. Never
 * throws: a map that is too large, takes too long or comes while others wait keeps the places its reader gave it.
 */
export async function tidyInWorker(
  input: LayoutInput,
  start: () => Worker = () => startWorker('tidyWorker'),
): Promise<TidiedCard[]> {
  if (isTooLarge(input.cards.length, input.links.length)) return []
  if (underWay > limits.waiting) return []
  underWay += 1
  const asked = Date.now()
  const own = last
    .then(() => (Date.now() - asked > limits.patienceMilliseconds ? [] : findPlaces(input, start())))
    .catch((): TidiedCard[] => [])
  last = own
  return own.finally(() => {
    underWay -= 1
  })
}

/** Counted before a map is so much as laid out to be looked at. */
export function isTooLarge(cards: number, links: number): boolean {
  return cards > limits.cards || links > limits.links
}

let last: Promise<unknown> = Promise.resolve()
let underWay = 0

function findPlaces(input: LayoutInput, worker: Worker): Promise<TidiedCard[]> {
  return new Promise((resolve) => {
    const answer = (found: TidiedCard[]) => {
      clearTimeout(timer)
      resolve(found)
      void worker.terminate()
    }
    let timer = setTimeout(() => answer([]), limits.startMilliseconds)
    worker.on('message', (message: TidiedCard[] | 'ready') => {
      if (message !== 'ready') return answer(message)
      clearTimeout(timer)
      timer = setTimeout(() => answer([]), limits.milliseconds)
      const iterations = Math.round(share * tidyIterations(input.cards.length))
      worker.postMessage({ input, options: { iterations } })
    })
    worker.on('error', () => answer([]))
    worker.on('exit', () => answer([]))
  })
}
