// What the page one looks at lets one do: each part of it offers its own, and Ctrl K lists them beside what it finds.
import { useEffect, useRef } from 'react'

export interface Offer {
  id: string
  /** The same words as on its button, or in the help of keys. */
  label: string
  /** The key that does it as well; empty for none. */
  keys: string
  act(): void
}

/** Offers these while the part is on the page; asked anew each time somebody looks. */
export function useOffers(offers: () => readonly Offer[]): void {
  const latest = useRef(offers)
  useEffect(() => {
    latest.current = offers
  })
  useEffect(() => {
    const ask = () => latest.current()
    sources.add(ask)
    return () => void sources.delete(ask)
  }, [])
}

export function offersNow(): Offer[] {
  return [...sources].flatMap((ask) => ask())
}

const sources = new Set<() => readonly Offer[]>()
