import { Button, Checkbox } from '@mantine/core'
import type { SharedObject } from '../../shared/analysis/sharedOutside.ts'
import { listNames } from '../rounds/roundWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { AboutLink } from './AboutLink.tsx'
import { sayShared } from './sayShared.ts'
import styles from './sharing.module.css'
import { withdrawalOf } from './withdrawing.ts'

interface SharedRowProps {
  ecosystem: Ecosystem
  object: SharedObject
  isChosen: boolean
  onChoose(isChosen: boolean): void
  onWithdraw(): void
}

/** One shared piece: what it is about, what it says, who sees it, and taking it back, alone or with others. */
export function SharedRow({ ecosystem, object, isChosen, onChoose, onWithdraw }: SharedRowProps) {
  const { organisations, rows } = ecosystem
  const names = object.seenByOrganisationIds.map((id) => organisations.get(id) ?? 'another organisation')
  const action = withdrawalOf(object)
  const reason = action ? ecosystem.check([action]) : null
  const said = `${object.title}, ${sayShared(object)}`
  return (
    <li className={styles.row}>
      <span className={styles.choose}>
        {action && !reason ? (
          <Checkbox
            aria-label={`Choose: ${said}`}
            checked={isChosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
        ) : null}
      </span>
      <div className={styles.words}>
        <AboutLink className={styles.about} ecosystemId={ecosystem.ecosystemId} object={object}>
          {object.title}
        </AboutLink>
        <span>{sayShared(object)}</span>
      </div>
      <span className={styles.quiet}>
        {listNames(names)} {names.length === 1 ? 'sees' : 'see'} this, on{' '}
        {object.mapId && rows.get('map', object.mapId)?.name}
      </span>
      <span className={styles.end}>
        {action ? (
          <Button
            variant="default"
            size="xs"
            disabled={reason !== null}
            aria-label={`Withdraw: ${said}`}
            onClick={onWithdraw}
          >
            Withdraw
          </Button>
        ) : null}
        {reason ? <span className={styles.quiet}>{reason.message}</span> : null}
      </span>
    </li>
  )
}
