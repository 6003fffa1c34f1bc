import { useSyncExternalStore } from 'react'

const storageKey = 'interlane.actingOrganisation'
const listeners = new Set<() => void>()

/** The id of the organisation this browser acts for, sent with every request; null before one is chosen. */
export function actingOrganisation(): string | null {
  return localStorage.getItem(storageKey)
}

export function actAs(organisationId: string | null): void {
  if (organisationId === null) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, organisationId)
  for (const listener of listeners) listener()
}

/** The acting organisation's id, following changes made in this and in other tabs. */
export function useActingOrganisation(): string | null {
  return useSyncExternalStore(subscribe, actingOrganisation)
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === storageKey) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}
