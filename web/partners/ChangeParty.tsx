import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Party } from '../../shared/model/rows.ts'
import { ChoiceField } from '../map/panel/fields/ChoiceField.tsx'
import { TextField } from '../map/panel/fields/TextField.tsx'
import { Eyes } from '../sharing/Eyes.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'
import { EntrustParty } from './EntrustParty.tsx'
import { RemoveParty } from './RemoveParty.tsx'
import { roleNames, roleOf, valueOfRole } from './roleInChain.ts'

/** A party's name and role, who keeps it while nobody holds it, and deleting it: for whoever may do any of that. */
export function ChangeParty({ ecosystem, party }: { ecosystem: Ecosystem; party: Party }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const change = (fields: Extract<ActionInput, { type: 'party.change' }>['fields']): ActionInput[] => [
    { type: 'party.change', id: party.id, fields },
  ]
  const reason = ecosystem.check(change({ name: party.name }))
  const isOnMap = party.audience.some((key) => key.startsWith('map:'))
  const organises =
    ecosystem.rows.get('ecosystem', ecosystem.ecosystemId)?.convenerOrganisationId ===
    ecosystem.author.organisationId
  if (ecosystem.author.role === 'viewer' || (reason && !organises)) return null
  const save = (fields: Parameters<typeof change>[0]) =>
    void ecosystem.change(change(fields), `Change ${party.name}`)
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        mt={6}
        px={0}
        display="block"
        onClick={open}
        aria-label={`Change ${party.name}`}
      >
        Change …
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Change ${party.name}`}>
        <div className={styles.form}>
          {reason ? <p className={styles.quiet}>{reason.message}</p> : null}
          <TextField
            label="Name"
            value={party.name}
            required
            locked={reason !== null}
            onSave={(name) => save({ name })}
          />
          <ChoiceField
            label="Role in chain"
            value={valueOfRole(party)}
            names={roleNames(party)}
            locked={reason !== null}
            onSave={(value) => {
              const role = value && roleOf(value)
              if (role) save(role)
            }}
          />
          <Eyes isPrivate={!isOnMap}>
            {isOnMap
              ? 'Everyone on a map where it has a lane sees this.'
              : 'Only we see this until it has a lane.'}
          </Eyes>
          <EntrustParty ecosystem={ecosystem} party={party} />
          <RemoveParty ecosystem={ecosystem} party={party} onRemoved={close} />
        </div>
      </Modal>
    </>
  )
}
