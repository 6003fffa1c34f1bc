import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Party } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './dialog.module.css'

/** Who describes a party while nobody holds it, given to another organisation that takes part. */
export function EntrustParty({ ecosystem, party }: { ecosystem: Ecosystem; party: Party }) {
  const { rows, organisations, author } = ecosystem
  const [chosen, setChosen] = useState<string | null>(null)
  if (party.heldByOrganisationId !== null) return null
  const active = rows.all('participant').filter(({ state }) => state === 'active')
  const others = [...new Set(active.map(({ organisationId }) => organisationId))].filter(
    (id) => id !== party.stewardOrganisationId,
  )
  const nameOf = (id: string) => organisations.get(id) ?? 'a partner'
  const keeper = nameOf(party.stewardOrganisationId)
  const entrust = (organisationId: string): ActionInput[] => [
    { type: 'party.entrust', id: party.id, organisationId },
  ]
  const reason =
    others.length === 0
      ? 'Another organisation can keep it once one takes part in a map.'
      : (ecosystem.check(entrust(others[0]!))?.message ?? null)
  if (reason) {
    return (
      <p className={styles.quiet}>
        Kept by {keeper}. {reason}
      </p>
    )
  }
  const give = () => {
    if (!chosen) return
    void ecosystem.change(entrust(chosen), `Give the keeping of ${party.name} to ${nameOf(chosen)}`)
    setChosen(null)
  }
  const losesIt = party.stewardOrganisationId === author.organisationId ? 'Your organisation' : keeper
  return (
    <>
      <Select
        label="Kept by"
        placeholder={keeper}
        description="Who describes its lane while nobody holds it."
        value={chosen}
        data={others.map((id) => ({ value: id, label: nameOf(id) }))}
        onChange={setChosen}
      />
      {chosen ? (
        <div>
          <p className={styles.quiet}>
            {nameOf(chosen)} then writes its cards and answers for it, on the maps where it takes part.{' '}
            {losesIt} no longer does. What is written stays.
          </p>
          <Button size="xs" mt={8} onClick={give}>
            Give it to {nameOf(chosen)}
          </Button>
        </div>
      ) : null}
    </>
  )
}
