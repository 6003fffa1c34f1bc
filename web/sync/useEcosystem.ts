import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useAccount, useActingMembership } from '../accounts/account.ts'
import { type EcosystemSnapshot, EcosystemStore } from './ecosystemStore.ts'
import { httpExchange } from './exchange.ts'
import type { NamedAuthor } from './shownRows.ts'

export type Ecosystem = EcosystemSnapshot &
  Pick<EcosystemStore, 'change' | 'check' | 'undo' | 'redo' | 'adopt' | 'dismiss' | 'retry'>

/**
 * An ecosystem as the acting organisation sees it, kept up to date while the component is mounted.
 * @returns null for the moment in which nobody is signed in or no organisation is chosen
 */
export function useEcosystem(ecosystemId: string): Ecosystem | null {
  const account = useAccount()
  const membership = useActingMembership()
  const personId = account?.person.id
  const name = account?.person.name
  const organisationId = membership?.organisation.id
  const role = membership?.role
  const store = useMemo(() => {
    if (!personId || !name || !organisationId || !role) return null
    return storeOf(ecosystemId, { personId, organisationId, role, name })
  }, [ecosystemId, personId, organisationId, role, name])
  return useStore(store)
}

/** Follows a store, and has the browser ask before a page with unsent edits is closed. */
export function useStore(store: EcosystemStore | null): Ecosystem | null {
  const snapshot = useSyncExternalStore(store?.subscribe ?? nothingToHear, store?.snapshot ?? nothing)
  const isUnsent = (snapshot?.saving.unsent ?? 0) > 0
  useEffect(() => {
    if (!isUnsent) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsent])
  return useMemo(() => {
    if (!store || !snapshot) return null
    const { change, check, undo, redo, adopt, dismiss, retry } = store
    return { ...snapshot, change, check, undo, redo, adopt, dismiss, retry }
  }, [store, snapshot])
}

const stores = new Map<string, EcosystemStore>()

/** Stays while the page lives, so that going from page to page neither loads again nor loses what is unsent. */
function storeOf(ecosystemId: string, author: NamedAuthor): EcosystemStore {
  const key = [ecosystemId, author.organisationId, author.personId, author.role].join(' ')
  const present = stores.get(key)
  if (present) return present
  const made = new EcosystemStore(ecosystemId, author, httpExchange(ecosystemId))
  stores.set(key, made)
  return made
}

const nothingToHear = () => () => {}
const nothing = () => null
