import type { Drawing, LayoutInput } from '../../../shared/layout/types.ts'

export interface DrawRequest {
  number: number
  input: LayoutInput
  previous: Drawing | undefined
  router: 'own' | 'elk'
}

export interface DrawAnswer {
  number: number
  /** Null when it could not be drawn. */
  drawing: Drawing | null
}

let worker: Worker | null = null
let lastNumber = 0
const waiting = new Map<number, (drawing: Drawing | null) => void>()

/** Draws in a worker. @returns null where there are no workers or drawing fails; what stands then stays. */
export function layoutElsewhere(
  input: LayoutInput,
  previous: Drawing | undefined,
  router: DrawRequest['router'],
): Promise<Drawing | null> {
  if (typeof Worker === 'undefined') return Promise.resolve(null)
  worker ??= startWorker()
  const request: DrawRequest = { number: ++lastNumber, input, previous, router }
  return new Promise((answer) => {
    waiting.set(request.number, answer)
    worker!.postMessage(request)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<DrawAnswer>) => {
    waiting.get(data.number)?.(data.drawing)
    waiting.delete(data.number)
  })
  started.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    worker = null
  })
  return started
}
