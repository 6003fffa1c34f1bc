import { useEffect, useRef } from 'react'
import { isTyping } from '../review/stepKeys.ts'
import { useSingleKeys } from '../shell/singleKeys.ts'

/** A digit is a score, wherever one is not typing; a 0 right after a 1 makes ten of it. */
export function useScoreKeys(onScore: (score: number) => void): void {
  const latest = useRef(onScore)
  latest.current = onScore
  const before = useRef({ score: -1, at: 0 })
  const hasSingleKeys = useSingleKeys()
  useEffect(() => {
    if (!hasSingleKeys) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (!/^\d$/.test(event.key)) return
      event.preventDefault()
      const isTen =
        event.key === '0' && before.current.score === 1 && event.timeStamp - before.current.at < 1_500
      const score = isTen ? 10 : Number(event.key)
      before.current = { score, at: event.timeStamp }
      latest.current(score)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [hasSingleKeys])
}
