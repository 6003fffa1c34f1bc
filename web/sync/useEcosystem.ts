import { useMemo, useSyncExternalStore } from 'react'
import { useAccount, useActingMembership } from '../accounts/account.ts'
import { withLeftMarks } from '../partners/leftMarks.ts'
import type { EcosystemStore } from './ecosystemStore.ts'
import { pageStores } from './pageStores.ts'
import type { EcosystemSnapshot } from './snapshot.ts'

export type Ecosystem = EcosystemSnapshot & Pick<EcosystemStore, (typeof gestures)[number]>

const gestures = [
  'change',
  'check',
  'undo',
  'redo',
  'answerQuestion',
  'adopt',
  'tell',
  'whoRemoved',
  'dismiss',
  'isRestorable',
  'restore',
  'retry',
  'othersChanges',
] as const

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
  const withheld = membership?.withheld
  const admins = membership?.admins
  const store = useMemo(() => {
    if (!personId || !name || !organisationId || !role) return null
    return pageStores.storeOf(ecosystemId, {
      ...{ personId, organisationId, role, name },
      ...(withheld && { withheld }),
      ...(admins && { admins }),
    })
  }, [ecosystemId, personId, organisationId, role, withheld, admins, name])
  return useStore(store)
}

/** Follows a store while the component is mounted. */
export function useStore(store: EcosystemStore | null): Ecosystem | null {
  const snapshot = useSyncExternalStore(store?.subscribe ?? nothingToHear, store?.snapshot ?? nothing)
  return useMemo(() => {
    if (!store || !snapshot) return null
    const doing = Object.fromEntries(gestures.map((gesture) => [gesture, store[gesture]]))
    const organisations = withLeftMarks(snapshot.organisations, snapshot.rows)
    return { ...snapshot, organisations, ...(doing as Pick<EcosystemStore, (typeof gestures)[number]>) }
  }, [store, snapshot])
}

const nothingToHear = () => () => {}
const nothing = () => null
