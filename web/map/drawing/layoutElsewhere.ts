import { type TidyOptions, tidyLayout } from '../../../shared/layout/tidyLayout.ts'
import type { Drawing, LayoutInput, TidiedCard } from '../../../shared/layout/types.ts'

/** What the worker is asked for. */
export type LayoutTask =
  | { kind: 'draw'; input: LayoutInput; previous: Drawing | undefined; router: 'own' | 'elk' }
  | { kind: 'tidy'; input: LayoutInput; options: TidyOptions }

export interface LayoutRequest {
  number: number
  task: LayoutTask
}

export interface LayoutAnswer {
  number: number
  /** Null when it could not be done. */
  result: Drawing | TidiedCard[] | null
}

let worker: Worker | null = null
let lastNumber = 0
const waiting = new Map<number, (result: LayoutAnswer['result']) => void>()

/** Draws in a worker. @returns null where there are no workers or drawing fails; what stands then stays. */
export async function layoutElsewhere(
  input: LayoutInput,
  previous: Drawing | undefined,
  router: 'own' | 'elk',
): Promise<Drawing | null> {
  return (await ask({ kind: 'draw', input, previous, router })) as Drawing | null
}

/** Tidies in a worker, or here where there are none. */
export async function tidyElsewhere(input: LayoutInput, options: TidyOptions): Promise<TidiedCard[]> {
  const found = (await ask({ kind: 'tidy', input, options })) as TidiedCard[] | null
  return found ?? tidyLayout(input, options)
}

function ask(task: LayoutTask): Promise<LayoutAnswer['result']> {
  if (typeof Worker === 'undefined') return Promise.resolve(null)
  worker ??= startWorker()
  const request: LayoutRequest = { number: ++lastNumber, task }
  return new Promise((answer) => {
    waiting.set(request.number, answer)
    worker!.postMessage(request)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    waiting.get(data.number)?.(data.result)
    waiting.delete(data.number)
  })
  started.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    worker = null
  })
  return started
}
