import { Button } from '@mantine/core'
import type { Party } from '../../shared/model/rows.ts'
import { isNamedByRole } from '../../shared/starters/namedByRole.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './partners.module.css'

/** A party of ours that others called by its role alone may bear our name, if we want all who see it to read that. */
export function OwnName({ ecosystem, party }: { ecosystem: Ecosystem; party: Party }) {
  const { rows, organisations, author } = ecosystem
  const name = organisations.get(author.organisationId) ?? ''
  const isOurs = party.heldByOrganisationId === author.organisationId
  const isTaken = rows.all('party').some((other) => other.name === name)
  const rename = [{ type: 'party.change', id: party.id, fields: { name } }] as const
  if (!isOurs || !name || isTaken || !isNamedByRole(party) || ecosystem.check([...rename])) return null
  return (
    <div>
      <span className={styles.role}>
        Still called “{party.name}”. Everyone who sees this lane reads the name you give it.
      </span>
      <Button
        size="xs"
        variant="default"
        mt={6}
        onClick={() => void ecosystem.change([...rename], `Call it ${name}`)}
      >
        Call it {name}
      </Button>
    </div>
  )
}
