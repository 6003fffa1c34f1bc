import { Button, Checkbox, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { keepsOwnRowsDays } from '../../shared/ecosystems/departures.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'

interface EndPartProps {
  ecosystem: Ecosystem
  /** Whose part it is. */
  organisationId: string
}

/** For admins of the convener: a partner's part in chosen maps, or in all of them, ends at once. */
export function EndPart({ ecosystem, organisationId }: EndPartProps) {
  const { rows, organisations, author } = ecosystem
  const [isOpen, { open, close }] = useDisclosure(false)
  const places = rows
    .list('participant', 'organisationId', organisationId)
    .filter((row) => !row.deleted && row.state === 'active')
  const [kept, setKept] = useState<readonly string[]>([])
  const ended = places.filter(({ id }) => !kept.includes(id))
  const actions = ended.map(({ id }) => ({ type: 'participant.leave' as const, id }))
  const isOurs = organisationId === author.organisationId
  if (isOurs || places.length === 0 || ecosystem.check(allOf(places)) !== null) return null
  const name = organisations.get(organisationId) ?? 'this partner'
  const isAll = ended.length === places.length
  const end = async () => {
    await ecosystem.change(actions, `End the part of ${name}`)
    close()
  }
  return (
    <>
      <Button
        variant="subtle"
        color="pain"
        size="xs"
        mt={6}
        px={0}
        onClick={open}
        aria-label={`End the part of ${name}`}
      >
        End their part …
      </Button>
      <Modal opened={isOpen} onClose={close} title={`End the part of ${name}`}>
        <div className={styles.form}>
          <Checkbox.Group
            label="On these maps"
            value={ended.map(({ id }) => id)}
            onChange={(chosen) => setKept(places.map(({ id }) => id).filter((id) => !chosen.includes(id)))}
          >
            <div className={styles.checks}>
              {places.map(({ id, mapId }) => (
                <Checkbox key={id} value={id} label={rows.get('map', mapId)?.name ?? 'a map'} />
              ))}
            </div>
          </Checkbox.Group>
          <ul className={styles.points}>
            <li>Its people see {isAll ? 'these maps' : 'the chosen maps'} no more, from this moment.</li>
            <li>What it had shared stays, marked as left. Its own views stay its own: you never see them.</li>
            <li>
              It is told that your organisation ended it, and can take its own views along as a file for{' '}
              {keepsOwnRowsDays} days.
            </li>
            {isAll ? (
              <li>
                Its lane is again described by {organisations.get(author.organisationId) ?? 'you'}, not yet
                confirmed. You can invite anew.
              </li>
            ) : null}
            <li>This cannot be undone. Coming back takes a new invitation.</li>
          </ul>
          <div className={styles.buttons}>
            <Button color="pain" disabled={ended.length === 0} onClick={() => void end()}>
              End it now
            </Button>
            <Button variant="default" onClick={close} data-autofocus>
              Keep it
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}

function allOf(places: readonly { id: string }[]) {
  return places.map(({ id }) => ({ type: 'participant.leave' as const, id }))
}
