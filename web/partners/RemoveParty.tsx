import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Party } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'

interface RemovePartyProps {
  ecosystem: Ecosystem
  party: Party
  onRemoved(): void
}

/** For a party that was mistyped or is not needed: asks first, and says why where it has to stay. */
export function RemoveParty({ ecosystem, party, onRemoved }: RemovePartyProps) {
  const [isAsking, { open, close }] = useDisclosure(false)
  const parts = ecosystem.rows.list('ownership', 'partyId', party.id).filter(({ deleted }) => !deleted).length
  const removal: ActionInput[] = [{ type: 'party.remove', id: party.id }]
  const reason = ecosystem.check(removal)?.message
  const remove = () => {
    onRemoved()
    void ecosystem.change(removal, `Delete ${party.name}`)
  }
  if (reason) {
    return (
      <p className={styles.quiet}>
        {party.name} cannot be deleted. {reason}
      </p>
    )
  }
  if (!isAsking) {
    return (
      <div>
        <Button variant="outline" color="pain" onClick={open}>
          Delete {party.name} …
        </Button>
      </div>
    )
  }
  return (
    <div>
      <p className={styles.quiet}>
        {party.name} leaves the chain. It has no lane on any map
        {parts > 0 ? `; it is taken off the owners of ${parts} ${parts === 1 ? 'card' : 'cards'}` : ''}. You
        can undo this.
      </p>
      <div className={styles.buttons}>
        <Button color="pain" onClick={remove}>
          Delete it
        </Button>
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
      </div>
    </div>
  )
}
