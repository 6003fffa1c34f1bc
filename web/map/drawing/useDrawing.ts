import { useEffect, useMemo, useRef, useState } from 'react'
import { drawLayout } from '../../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../../shared/layout/drawLayoutWithElk.ts'
import { hashLayoutInput } from '../../../shared/layout/hashLayoutInput.ts'
import type { Drawing, LayoutInput } from '../../../shared/layout/types.ts'
import { loadElk } from './elk.ts'

interface Drawn {
  hash: string
  drawing: Drawing
}

const idleMilliseconds = 400

/** What ELK drew for maps opened before, by hash of what was drawn. */
const cache = new Map<string, Drawing>()
const mostCached = 40

/**
 * The drawing of an input: our own router's at once, ELK's when nothing has changed for a moment.
 * What stood before an edit stays where it was unless it must move.
 */
export function useDrawing(input: LayoutInput, isBusy: boolean): Drawing {
  const hash = useMemo(() => hashLayoutInput(input), [input])
  const last = useRef<Drawn | null>(null)
  const [routed, setRouted] = useState<Drawn | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the input
  const own = useMemo(() => drawNow(input, hash, last.current), [hash])
  const drawing = routed?.hash === hash ? routed.drawing : own
  useEffect(() => {
    last.current = { hash, drawing }
  }, [hash, drawing])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the input
  useEffect(() => {
    if (isBusy || routed?.hash === hash || cache.get(hash) === own) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void routeWithElk(input, own).then((better) => {
        if (!isCurrent || !better) return
        remember(hash, better)
        setRouted({ hash, drawing: better })
      })
    }, idleMilliseconds)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [hash, own, isBusy, routed])
  return drawing
}

function drawNow(input: LayoutInput, hash: string, last: Drawn | null): Drawing {
  if (last?.hash === hash) return last.drawing
  if (!last) return cache.get(hash) ?? drawLayout(input)
  return drawLayout(input, last.drawing)
}

/** ELK's routing of the same places; null when it cannot be loaded, and our own drawing stays. */
async function routeWithElk(input: LayoutInput, own: Drawing): Promise<Drawing | null> {
  try {
    return await drawLayoutWithElk(input, await loadElk(), own)
  } catch {
    return null
  }
}

function remember(hash: string, drawing: Drawing): void {
  cache.set(hash, drawing)
  const oldest = cache.keys().next().value
  if (cache.size > mostCached && oldest !== undefined) cache.delete(oldest)
}
