import { useEffect, useMemo, useReducer, useRef } from 'react'

interface Near {
  cards: ReadonlySet<string>
  links: ReadonlySet<string>
}

export const nothing: Near = { cards: new Set(), links: new Set() }

/** So many cards, and then links, are put on the page within one frame. */
const mostAtOnce = 12

/** What is near; after the overview, when none of it is on the page, a few more with each frame: cards first, then links. */
export function useSlices(near: Near, isFar: boolean): { visible: Near; isWhole: boolean } {
  const shown = useRef(isFar ? nothing : near)
  const isWhole = useRef(!isFar)
  const [slice, next] = useReducer((count: number) => count + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each slice there is more of it
  const visible = useMemo(() => {
    const [now, all] = isFar ? [nothing, false] : isWhole.current ? [near, true] : more(shown.current, near)
    shown.current = now
    isWhole.current = all
    return now
  }, [near, isFar, slice])
  const isGrowing = !isFar && !isWhole.current
  useEffect(() => {
    if (!isGrowing) return
    const frame = requestAnimationFrame(next)
    return () => cancelAnimationFrame(frame)
  })
  return { visible, isWhole: isWhole.current }
}

function more(shown: Near, near: Near): [Near, boolean] {
  const [cards, isCardsDone] = grown(shown.cards, near.cards)
  if (!isCardsDone) return [{ cards, links: shown.links }, false]
  const [links, isLinksDone] = grown(shown.links, near.links)
  return isLinksDone ? [near, true] : [{ cards, links }, false]
}

function grown(shown: ReadonlySet<string>, near: ReadonlySet<string>): [ReadonlySet<string>, boolean] {
  const missing = [...near].filter((id) => !shown.has(id))
  const kept = [...near].filter((id) => shown.has(id))
  return [new Set([...kept, ...missing.slice(0, mostAtOnce)]), missing.length === 0]
}
