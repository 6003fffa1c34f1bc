import { IconEye, IconLock } from '@tabler/icons-react'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { countVisible } from './countVisible.ts'
import styles from './dialog.module.css'

interface WhatTheyWillSeeProps {
  ecosystem: Ecosystem
  partyId: string
  mapIds: readonly string[]
}

/** Before an invitation goes out: what lies open to the newcomer, and what does not. */
export function WhatTheyWillSee({ ecosystem, partyId, mapIds }: WhatTheyWillSeeProps) {
  const { rows, organisations, author } = ecosystem
  const party = rows.get('party', partyId)?.name ?? 'They'
  const { opened, kept, present } = countVisible(rows, mapIds, author.organisationId)
  const names = present.map((id) => organisations.get(id) ?? 'another organisation')
  if (mapIds.length === 0) return null
  return (
    <section className={styles.sight} aria-label={`What ${party} will see`}>
      <h3 className={styles.sightTitle}>What {party} will see</h3>
      <p>
        <IconEye size={18} role="img" aria-label="Open:" />
        <span>
          {opened.join(', ')}. And that {names.join(' and ')} {names.length === 1 ? 'takes' : 'take'} part.
        </span>
      </p>
      <p>
        <IconLock size={18} role="img" aria-label="Closed:" />
        <span>{kept}</span>
      </p>
    </section>
  )
}
