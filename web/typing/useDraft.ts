import { useEffect, useState } from 'react'
import { type DraftPlace, dropDraft, keepDraft, readDraft } from './drafts.ts'

interface Draft {
  text: string
  write(text: string): void
  /** Sent, or given up. */
  drop(): void
}

/**
 * Words that are sent by hand, such as a comment. Whoever goes elsewhere finds them again at their place; closing the tab
 * over them is asked about.
 * @param initial what stands there before one writes
 */
export function useDraft(place: DraftPlace, initial = ''): Draft {
  const [text, setText] = useState(() => readDraft(place) ?? initial)
  const isUnsent = text !== initial
  useEffect(() => {
    if (!isUnsent) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsent])
  const write = (next: string) => {
    setText(next)
    if (next === initial) dropDraft(place)
    else keepDraft(place, next)
  }
  return { text, write, drop: () => write(initial) }
}
