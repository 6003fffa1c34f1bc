import type { ElkLike } from '../../../shared/layout/types.ts'

let loading: Promise<ElkLike> | undefined

/** elkjs in its worker, loaded when it is first asked for: the worker alone is 1.5 MB. */
export function loadElk(): Promise<ElkLike> {
  loading ??= load()
  return loading
}

async function load(): Promise<ElkLike> {
  const [{ default: Elk }, { default: workerUrl }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ])
  return new Elk({ workerUrl }) as unknown as ElkLike
}
