import { Button, Modal } from '@mantine/core'
import styles from './saving.module.css'
import { sayChanges } from './UnsentBanner.tsx'

interface SwitchDialogProps {
  unsent: number
  from: string
  to: string
  onSwitch(): void
  onStay(): void
}

/** What was done for one organisation is sent for it, also while one acts for another; one is told before. */
export function SwitchDialog({ unsent, from, to, onSwitch, onStay }: SwitchDialogProps) {
  return (
    <Modal opened onClose={onStay} title={`Act for ${to}?`} size={560}>
      <p>
        {sayChanges(unsent)} not sent yet. What you did for {from} is still sent for {from}, never for {to}.
        You will not see it while you act for {to}.
      </p>
      <div className={styles.buttons}>
        <Button onClick={onSwitch}>Act for {to}</Button>
        <Button variant="default" onClick={onStay} data-autofocus>
          Stay with {from}
        </Button>
      </div>
    </Modal>
  )
}
