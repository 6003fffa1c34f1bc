import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import type { Unsent } from '../sync/openStores.ts'
import { pageStores } from '../sync/pageStores.ts'
import { saveAllTyped } from '../typing/typing.ts'
import styles from './saving.module.css'
import { useKeptEdits } from './useKeptEdits.ts'

/** After this long without an answer one is told, even when nothing has failed yet. */
const slowMilliseconds = 4_000

/** Over every page while the server cannot be reached or takes long: what is not sent yet, and what becomes of it. */
export function UnsentBanner({ account }: { account: AccountAnswer }) {
  const unsent = useSyncExternalStore(pageStores.subscribe, pageStores.unsent)
  const isSlow = useLasting(unsent.total > 0, slowMilliseconds)
  useKeptEdits(account)
  useLeaving()
  useEffect(loadDialogs, [])
  if (!unsent.isOffline && !isSlow) return null
  return (
    <div className={styles.banner} role="status" data-banner>
      <IconCloudOff size={20} stroke={2} aria-hidden="true" />
      <span>{bannerWords(unsent, account)}</span>
      <button type="button" onClick={pageStores.retry}>
        Try now
      </button>
    </div>
  )
}

/** They are needed just when they cannot be fetched any more. */
function loadDialogs(): void {
  void import('./SignOutDialog.tsx')
  void import('./SwitchDialog.tsx')
}

function bannerWords({ total, unkept, isOffline, byOrganisation }: Unsent, account: AccountAnswer): string {
  const why = isOffline ? 'Interlane cannot be reached.' : 'Saving takes longer than usual.'
  if (total === 0) return `${why} You can go on working; nothing you change gets lost.`
  const named = account.memberships
    .filter(({ organisation }) => byOrganisation.has(organisation.id))
    .map(({ organisation }) => `${byOrganisation.get(organisation.id)} for ${organisation.name}`)
  const whose = byOrganisation.size > 1 ? ` (${named.join(', ')})` : ''
  const fate =
    unkept > 0
      ? `Leave this page open until ${total === 1 ? 'it is' : 'they are'}.`
      : `${total === 1 ? 'It is' : 'They are'} kept on this device and sent as soon as it works again.`
  return `${why} ${sayChanges(total)} not sent yet${whose}. ${fate}`
}

/** "1 change is", "3 changes are". */
export function sayChanges(count: number): string {
  return count === 1 ? '1 change is' : `${count} changes are`
}

/** What is being typed is saved before the page goes; closing it with something unsent is asked about. */
function useLeaving(): void {
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const warn = (event: BeforeUnloadEvent) => {
      if (!saveAllTyped() || pageStores.unsent().total > 0) event.preventDefault()
    }
    // A phone ends pages without asking, and often with no other word than this.
    const look = () => {
      if (document.visibilityState === 'hidden') saveAllTyped()
    }
    window.addEventListener('beforeunload', warn, { signal })
    window.addEventListener('pagehide', saveAllTyped, { signal })
    document.addEventListener('visibilitychange', look, { signal })
    return () => leaving.abort()
  }, [])
}

function useLasting(isTrue: boolean, milliseconds: number): boolean {
  const [hasLasted, setLasted] = useState(false)
  useEffect(() => {
    if (!isTrue) return
    const timer = setTimeout(() => setLasted(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setLasted(false)
    }
  }, [isTrue, milliseconds])
  return isTrue && hasLasted
}
