import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { Eyes } from '../sharing/Eyes.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'
import { roleOf, rolesInChain } from './roleInChain.ts'

/** A party of the chain, kept by the convener until an organisation holds it. */
export function AddParty({ ecosystem }: { ecosystem: Ecosystem }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const [name, setName] = useState('')
  const [role, setRole] = useState('distributor 1')
  const action = (called: string): ActionInput => ({
    type: 'party.add',
    id: crypto.randomUUID(),
    name: called,
    ...roleOf(role)!,
  })
  const reason = ecosystem.check([action('A party')])
  if (reason) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    void ecosystem.change([action(name.trim())], 'Add a party')
    setName('')
    close()
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        Add a party
      </Button>
      <Modal opened={isOpen} onClose={close} title="Add a party">
        <form className={styles.form} onSubmit={submit}>
          <TextInput
            label="Name"
            data-autofocus
            maxLength={160}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label="Role in chain"
            data={rolesInChain.map(({ value, label }) => ({ value, label }))}
            value={role}
            onChange={(value) => setRole(value ?? role)}
          />
          <Eyes isPrivate>Only we see this until it has a lane; then everyone on the map of that lane.</Eyes>
          <p className={styles.quiet}>
            Your organisation keeps it until you invite somebody to hold it. Give it a lane on the map.
          </p>
          <div>
            <Button type="submit" disabled={name.trim() === ''}>
              Add
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
