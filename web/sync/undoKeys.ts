import { useEffect } from 'react'
import type { Ecosystem } from './useEcosystem.ts'

/** Ctrl-Z, Ctrl-Shift-Z and Ctrl-Y wherever one is on the page, unless one types or something nearer has taken the key. */
export function useUndoKeys(ecosystem: Pick<Ecosystem, 'undo' | 'redo'> | null): void {
  const undo = ecosystem?.undo
  const redo = ecosystem?.redo
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const step = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined
      if (!step) return
      event.preventDefault()
      void step()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, redo])
}

/** A field has an undo of its own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement
}
