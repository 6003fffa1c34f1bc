import type { Link, Touchpoint } from '../../../shared/model/rows.ts'
import { Answers } from './Answers.tsx'
import styles from './Panel.module.css'
import { usePanelNames } from './usePanelNames.ts'

interface ProposedProps {
  kind: 'touchpoint' | 'link'
  row: Touchpoint | Link
  name: string
}

/** By whom a card or link is proposed, and the answer of whoever decides it. */
export function Proposed({ kind, row, name }: ProposedProps) {
  const { nameOf } = usePanelNames()
  const decide = (accept: boolean) => [{ type: `${kind}.decide`, id: row.id, accept } as const]
  return (
    <div className={styles.reason}>
      Proposed by {nameOf(row.addedByOrganisationId)}.
      <Answers
        name={name}
        choices={[
          ['Accept', decide(true)],
          ['Decline', decide(false)],
        ]}
      />
    </div>
  )
}
