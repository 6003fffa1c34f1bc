import { useEffect, useRef } from 'react'
import { useSingleKeys } from '../shell/singleKeys.ts'

/** J goes on, K goes back, wherever one is not typing. */
export function useStepKeys(onStep: (step: 1 | -1) => void): void {
  const latest = useRef(onStep)
  latest.current = onStep
  const hasSingleKeys = useSingleKeys()
  useEffect(() => {
    if (!hasSingleKeys) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'j' && key !== 'k') return
      event.preventDefault()
      latest.current(key === 'j' ? 1 : -1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [hasSingleKeys])
}

/** True where a key is part of a text or a choice. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null
  if (!element) return false
  if (element instanceof HTMLInputElement) return element.type !== 'checkbox' && element.type !== 'radio'
  return element.isContentEditable || ['TEXTAREA', 'SELECT'].includes(element.tagName)
}
