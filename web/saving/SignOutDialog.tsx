import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { pageStores } from '../sync/pageStores.ts'
import { type LeftBehind, leftBehindOf } from './leaving.ts'
import styles from './saving.module.css'
import { sayChanges } from './UnsentBanner.tsx'

interface SignOutDialogProps {
  account: AccountAnswer
  onSignOut(): void
  onStay(): void
}

/** Signing out leaves nothing private on the device, so what is unsent is sent first, or given up by one's own decision. */
export function SignOutDialog({ account, onSignOut, onStay }: SignOutDialogProps) {
  const personId = account.person.id
  const [left, setLeft] = useState(() => leftBehindOf(personId))
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    const look = () => setLeft(leftBehindOf(personId))
    const timer = setInterval(look, 300)
    return () => clearInterval(timer)
  }, [personId])
  const isDone = isSending && left.unsent + left.refused === 0
  useEffect(() => {
    if (isDone) onSignOut()
  }, [isDone, onSignOut])
  const send = () => {
    setSending(true)
    pageStores.retry()
  }
  return (
    <Modal opened onClose={onStay} title="Sign out?" size={560}>
      <p>{leftWords(left)}</p>
      <p>Signing out removes them from this device, so that nobody else who uses it can read them.</p>
      {isSending && left.unsent > 0 ? (
        <p role="status">Sending … you are signed out once all is sent.</p>
      ) : null}
      <div className={styles.buttons}>
        <Button onClick={send} disabled={isSending || left.unsent === 0} data-autofocus>
          Send first
        </Button>
        <Button color="pain" variant="outline" onClick={onSignOut}>
          Discard and sign out
        </Button>
        <Button variant="default" onClick={onStay}>
          Stay signed in
        </Button>
      </div>
    </Modal>
  )
}

function leftWords({ unsent, refused }: LeftBehind): string {
  const parts = [
    ...(unsent > 0 ? [`${sayChanges(unsent)} not sent yet.`] : []),
    ...(refused > 0 ? [`${sayChanges(refused)} refused, with text that you have not copied or closed.`] : []),
  ]
  return parts.join(' ')
}
