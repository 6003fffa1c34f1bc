import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { HandoffEntry } from '../../shared/analysis/handoffs.ts'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { HandoffSide } from '../../shared/handoffs/handoff.ts'
import { termsOf } from '../../shared/handoffs/terms.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './HandoffBoard.module.css'
import { holderOf } from './holderOf.ts'

interface SideActionsProps {
  ecosystem: Ecosystem
  handoff: HandoffEntry
  side: HandoffSide
}

/** Confirm, dispute, withdraw: with one's own people and for one's own side only. */
export function SideActions({ ecosystem, handoff, side }: SideActionsProps) {
  const [note, setNote] = useState<string>()
  const { link } = handoff
  const signing = () => ({ confirmationId: crypto.randomUUID(), linkId: link.id })
  const confirm = (): ActionInput => ({ type: 'handoff.confirm', ...signing(), terms: termsOf(link) })
  const dispute = (why: string): ActionInput => ({ type: 'handoff.dispute', ...signing(), note: why })
  const reason = ecosystem.check([confirm()])
  const withdraw = () => {
    if (side.confirmation)
      void ecosystem.change(
        [{ type: 'handoff.withdraw', id: side.confirmation.id }],
        side.state === 'disputed' ? 'Withdraw the dispute' : 'Withdraw the confirmation',
      )
  }
  if (note !== undefined) {
    return (
      <form
        className={styles.dispute}
        onSubmit={(event) => {
          event.preventDefault()
          void ecosystem.change([dispute(note)], 'Dispute a handoff')
          setNote(undefined)
        }}
      >
        <Textarea
          label="How is it really?"
          description={`${handoff.theirs?.partyName ?? 'The other side'} and everyone on this map reads it.`}
          autosize
          minRows={2}
          data-autofocus
          autoFocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" color="pain">
            Dispute
          </Button>
          <Button variant="default" onClick={() => setNote(undefined)}>
            Cancel
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={styles.screenOnly}>
      <div className={styles.buttons}>
        {/* One button in both states, so that it keeps the focus of whoever pressed it. */}
        {side.state === 'confirmed' ? (
          <Button variant="default" onClick={withdraw} disabled={reason?.code === 'edit.notAllowed'}>
            Withdraw
          </Button>
        ) : (
          <Button
            color="yours"
            disabled={reason !== null}
            onClick={() => void ecosystem.change([confirm()], 'Confirm a handoff')}
          >
            Confirm for {holderOf(side, ecosystem)}
          </Button>
        )}
        {side.state === 'disputed' ? null : (
          <Button
            variant="default"
            disabled={ecosystem.check([dispute('')]) !== null}
            onClick={() => setNote('')}
          >
            Dispute
          </Button>
        )}
        {side.state === 'disputed' ? (
          <Button variant="default" onClick={withdraw} disabled={reason?.code === 'edit.notAllowed'}>
            Withdraw
          </Button>
        ) : null}
      </div>
      {reason && (side.state !== 'confirmed' || reason.code === 'edit.notAllowed') ? (
        <p className={styles.reason}>{reason.message}</p>
      ) : null}
    </div>
  )
}
