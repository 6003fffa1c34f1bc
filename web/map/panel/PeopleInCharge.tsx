import { IconUserOff } from '@tabler/icons-react'
import { whoAnswers } from '../../../shared/analysis/whoAnswers.ts'
import { lineOfPeople, peopleInCharge } from '../../../shared/model/ownership.ts'
import { useHasLeft } from '../../accounts/useHasLeft.ts'
import { Face } from '../../live/Face.tsx'
import { sayAnswering } from '../canvas/ownerWords.ts'
import { useMapView } from '../MapContext.tsx'
import styles from './PeopleInCharge.module.css'
import { PersonField } from './PersonField.tsx'

interface PeopleInChargeProps {
  label: string
  /** As the row keeps it: who answers, then who stands in. */
  value: string
  locked: boolean
  onSave(value: string): void
}

/** Who of our organisation answers for it, and who does once they are gone. That somebody left is said to us alone. */
export function PeopleInCharge({ label, value, locked, onSave }: PeopleInChargeProps) {
  const { ecosystem, partnerId } = useMapView()
  const hasLeft = useHasLeft(ecosystem.author.organisationId)
  const [first = '', ...others] = peopleInCharge(value)
  const answering = partnerId ? null : whoAnswers(value, hasLeft)
  const standIn = lineOfPeople(others)
  return (
    <>
      <div className={styles.named}>
        {answering?.name ? <Face other={{ name: answering.name, relation: 'yours' }} /> : null}
        <PersonField
          label={label}
          value={first}
          without={standIn}
          locked={locked}
          onSave={(name) => onSave(lineOfPeople([name, ...others]))}
        />
      </div>
      {first && (standIn || !locked) ? (
        <PersonField
          label="Who stands in"
          value={standIn}
          without={first}
          locked={locked}
          onSave={(names) => onSave(lineOfPeople([first, ...peopleInCharge(names)]))}
        />
      ) : null}
      {answering && answering.left.length > 0 ? (
        <p role="status" className={styles.left} data-nobody={answering.name === null || undefined}>
          <IconUserOff size={16} stroke={2} aria-hidden="true" /> {sayAnswering(answering)}.
        </p>
      ) : null}
    </>
  )
}
