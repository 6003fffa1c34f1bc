import { useEffect } from 'react'
import type { RowName } from '../../shared/live/messages.ts'
import { useMapPresence } from './MapPresence.tsx'

/** Tells others that one is at a field, as long as it names a row and is on screen: a field that goes is left without a blur. */
export function useTellingField(row: RowName | undefined, field: string): void {
  const tell = useMapPresence()?.tell
  const { kind, id } = row ?? {}
  useEffect(() => {
    if (!tell || !kind || !id) return
    tell({ editing: { kind, id, field } })
    return () => tell({ editing: null })
  }, [tell, kind, id, field])
}
