import { useEffect, useMemo, useRef, useState } from 'react'
import { drawLayout } from '../../../shared/layout/drawLayout.ts'
import { hashLayoutInput } from '../../../shared/layout/hashLayoutInput.ts'
import type { Drawing, LayoutInput } from '../../../shared/layout/types.ts'
import { wasTidied } from '../../../shared/layout/wasTidied.ts'
import { layoutElsewhere } from './layoutElsewhere.ts'

interface Drawn {
  hash: string
  input: LayoutInput
  drawing: Drawing
}

interface Hands {
  /** A name is being typed, or nothing of it is on screen: better routes can wait. */
  isBusy: boolean
  /** A card or a link is in somebody's hand. */
  isHeld: boolean
}

const idleMilliseconds = 400

/** Up to here our own router draws within the frame in which one types. */
const mostAtOnce = 200

/** What ELK drew for maps opened before, by hash of what was drawn. */
const cache = new Map<string, Drawing>()
const mostCached = 40

/**
 * The drawing of an input: our own router's at once (a large map's from a worker, a moment later), ELK's when
 * nothing has changed for a while. What stood before an edit stays where it was unless it must move. While a hand
 * holds something, nothing moves at all: what has arrived meanwhile is taken over when it lets go.
 * @returns null until a large map has been drawn for the first time
 */
export function useDrawing(latest: LayoutInput, { isBusy, isHeld }: Hands): Drawing | null {
  const input = useHeld(latest, isHeld)
  const hash = useMemo(() => hashLayoutInput(input), [input])
  const last = useRef<Drawn | null>(null)
  const [arrived, setElsewhere] = useState<Drawn | null>(null)
  const elsewhere = useHeld(arrived, isHeld)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the input
  const own = useMemo(() => drawNow(input, hash, last.current), [hash])
  const current = elsewhere?.hash === hash ? elsewhere : own
  const drawing = current?.drawing ?? last.current?.drawing ?? null
  const isCurrent = current !== null
  useEffect(() => {
    if (isCurrent && drawing) last.current = { hash, input, drawing }
  }, [hash, input, drawing, isCurrent])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the input
  useEffect(() => {
    if (isCurrent) return
    const previous = standing(input, last.current)
    return unlessSuperseded(layoutElsewhere(input, previous, 'own'), (drawn) =>
      setElsewhere({ hash, input, drawing: drawn ?? drawLayout(input, previous) }),
    )
  }, [hash, isCurrent])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the input
  useEffect(() => {
    if (isBusy || !isCurrent || !drawing || cache.get(hash) === drawing) return
    let stop: (() => void) | undefined
    const timer = setTimeout(() => {
      stop = unlessSuperseded(layoutElsewhere(input, drawing, 'elk'), (routed) => {
        if (!routed) return
        remember(hash, routed)
        setElsewhere({ hash, input, drawing: routed })
      })
    }, idleMilliseconds)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [hash, drawing, isBusy, isCurrent])
  return drawing
}

/** The value as it was when it was last free to change. */
function useHeld<Value>(value: Value, isHeld: boolean): Value {
  const [kept, setKept] = useState(value)
  if (isHeld || kept === value) return kept
  setKept(value)
  return value
}

/** Null when it is to be drawn elsewhere: a large map, of which an earlier drawing, if any, stands meanwhile. */
function drawNow(input: LayoutInput, hash: string, last: Drawn | null): Drawn | null {
  if (last?.hash === hash) return last
  const previous = standing(input, last)
  const known = previous ? undefined : cache.get(hash)
  if (known) return { hash, input, drawing: known }
  return input.cards.length > mostAtOnce ? null : { hash, input, drawing: drawLayout(input, previous) }
}

/** What is to stay where it was: nothing at first, and nothing once the map was tidied up, or that was undone. */
function standing(input: LayoutInput, last: Drawn | null): Drawing | undefined {
  return last && !wasTidied(last.input, input) ? last.drawing : undefined
}

function unlessSuperseded<Result>(work: Promise<Result>, take: (result: Result) => void): () => void {
  let isSuperseded = false
  void work.then((result) => {
    if (!isSuperseded) take(result)
  })
  return () => {
    isSuperseded = true
  }
}

function remember(hash: string, drawing: Drawing): void {
  cache.set(hash, drawing)
  const oldest = cache.keys().next().value
  if (cache.size > mostCached && oldest !== undefined) cache.delete(oldest)
}
