// Commands of a single letter, digit or sign can be switched off: who speaks to the computer, or whose hands tremble, would
// else set them off without wanting to. Kept per person on the device, which is what the hands are at.
import { useSyncExternalStore } from 'react'
import { useAccount } from '../accounts/account.ts'

const listeners = new Set<() => void>()

/** Whether commands of a single key are on for whoever is signed in, following changes made in this and in other tabs. */
export function useSingleKeys(): boolean {
  const personId = useAccount()?.person.id
  return useSyncExternalStore(subscribe, () => !personId || localStorage.getItem(keyOf(personId)) !== 'off')
}

export function switchSingleKeys(personId: string, isOn: boolean): void {
  if (isOn) localStorage.removeItem(keyOf(personId))
  else localStorage.setItem(keyOf(personId), 'off')
  for (const listener of listeners) listener()
}

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** A letter, digit or sign without a key that is held; the space bar and keys with a name are none. */
export function isSingleKey({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

function keyOf(personId: string): string {
  return `interlane.singleKeys.${personId}`
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
