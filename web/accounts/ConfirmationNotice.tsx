import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { api, messageOf } from '../api/client.ts'
import styles from './settings.module.css'

/** Says so while an address is not confirmed, and what to do about it. */
export function ConfirmationNotice({ account }: { account: AccountAnswer }) {
  const ask = useMutation({ mutationFn: () => api.post('/api/email-confirmations') })
  const { emailVerified, email } = account.person
  if (emailVerified) return null
  return (
    <div className={styles.notice} style={{ marginTop: 24 }} role="status">
      {account.sendsMail ? (
        <>
          <strong>{email}</strong> is not confirmed yet, so invitations sent to it do not show here.{' '}
          {ask.isSuccess ? (
            'A new link is on its way.'
          ) : (
            <Button variant="default" size="xs" loading={ask.isPending} onClick={() => ask.mutate()}>
              Send the link again
            </Button>
          )}
          {ask.isError ? <p>{messageOf(ask.error)}</p> : null}
        </>
      ) : (
        <>
          <strong>{email}</strong> cannot be confirmed, because this installation sends no mail. Partners pass
          you their invitation links themselves.
        </>
      )}
    </div>
  )
}
