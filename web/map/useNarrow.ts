import { useSyncExternalStore } from 'react'

const query = '(max-width: 720px)'

/** True where the canvas would be too small to read: the outline comes first there. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}
