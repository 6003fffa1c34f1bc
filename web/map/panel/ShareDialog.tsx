import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import type { Mark, Perspective, Responsibility } from '../../../shared/model/rows.ts'
import { activeOrganisations } from '../../../shared/rules/standing.ts'
import { WhoIsExpected } from '../../partners/WhoIsExpected.tsx'
import { listNames } from '../../rounds/roundWords.ts'
import { readersOf } from '../../sharing/readers.ts'
import { useMapView } from '../MapContext.tsx'
import styles from './ShareDialog.module.css'
import type { Recipients } from './Sharing.tsx'
import { WhatIsSeen } from './WhatIsSeen.tsx'

interface ShareDialogProps {
  row: Perspective | Mark | Responsibility
  onShare(recipients: Recipients): void
  onCancel(): void
}

/** Who will see it, then exactly what they will see. */
export function ShareDialog({ row, onShare, onCancel }: ShareDialogProps) {
  const { ecosystem, journey } = useMapView()
  const { rows, organisations, author } = ecosystem
  const nameOf = (id: string) => organisations.get(id) ?? 'a partner'
  const others = activeOrganisations(row.mapId, rows).filter((id) => id !== author.organisationId)
  const now = readersOf(row, ecosystem)
  const [chosen, setChosen] = useState<readonly string[]>(now.isPrivate || now.isWholeMap ? others : now.ids)
  const [joiners, setJoiners] = useState(now.isPrivate || now.isWholeMap)
  const isWholeMap = joiners && others.every((id) => chosen.includes(id))
  const isNobody = chosen.length === 0 && !isWholeMap
  const names = listNames(chosen.map(nameOf).sort())
  return (
    <div className={styles.dialog}>
      <fieldset className={styles.recipients}>
        <legend>Who will see this</legend>
        {others.map((id) => (
          <Checkbox
            key={id}
            size="sm"
            label={nameOf(id)}
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              setChosen(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
        <Checkbox
          size="sm"
          label={`Whoever joins “${journey.map.name}” later`}
          checked={isWholeMap}
          disabled={!others.every((id) => chosen.includes(id))}
          onChange={({ currentTarget }) => setJoiners(currentTarget.checked)}
        />
        {isWholeMap ? <WhoIsExpected ecosystemId={ecosystem.ecosystemId} mapId={row.mapId} /> : null}
      </fieldset>
      <section aria-label="What they will see">
        <h4 className={styles.head}>{names || 'They'} will see this</h4>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
        <section className={styles.seen} tabIndex={0} aria-label="In these words">
          <WhatIsSeen row={row} />
        </section>
      </section>
      <Group gap="xs">
        <Button
          size="xs"
          color="yours"
          disabled={isNobody}
          onClick={() => onShare(isWholeMap ? 'map' : { organisationIds: [...chosen] })}
        >
          Share with them
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {now.isPrivate ? 'Keep it private' : 'Leave it as it is'}
        </Button>
      </Group>
    </div>
  )
}
