import { Checkbox } from '@mantine/core'
import { useColleagues } from '../accounts/useColleagues.ts'
import { Eyes } from '../sharing/Eyes.tsx'
import styles from './NewRoundForm.module.css'

interface OwnPeopleProps {
  organisationId: string
  /** Those who are expected, by person. */
  chosen: readonly string[]
  /** Who takes part already: naming them changes nothing. */
  begun?: readonly string[]
  onChoose(personIds: string[], nameOf: (personId: string) => string): void
}

/** Which people of one's own organisation are waited for; who they are is nobody else's business. */
export function OwnPeople({ organisationId, chosen, begun = [], onChoose }: OwnPeopleProps) {
  const colleagues = useColleagues(organisationId).filter(({ role }) => role !== 'viewer')
  const open = colleagues.filter(({ personId }) => !begun.includes(personId))
  const nameOf = (personId: string) => colleagues.find((one) => one.personId === personId)?.name ?? ''
  if (open.length === 0) return null
  return (
    <div>
      <Checkbox.Group
        label="Who of us answers"
        description="Choose several to wait for each of them. With nobody chosen, one of us speaks for all."
        value={[...chosen]}
        onChange={(personIds) => onChoose(personIds, nameOf)}
      >
        <div className={styles.choices}>
          {open.map(({ personId, name }) => (
            <Checkbox key={personId} value={personId} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <Eyes isPrivate>
        Only we see whom we chose. The others see how many, and a name once its person begins.
      </Eyes>
    </div>
  )
}
