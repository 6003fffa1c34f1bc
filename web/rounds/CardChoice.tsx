import { Checkbox } from '@mantine/core'
import { onMaps } from '../../shared/analysis/seenRows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './NewRoundForm.module.css'

interface CardChoiceProps {
  ecosystem: Ecosystem
  mapId: string
  chosen: readonly string[]
  onChoose(cards: readonly string[]): void
}

/** The cards of a map, lane by lane; those one came with are ticked. */
export function CardChoice({ ecosystem, mapId, chosen, onChoose }: CardChoiceProps) {
  const { rows } = ecosystem
  const cards = onMaps('touchpoint', rows).filter((card) => card.mapId === mapId && card.state === 'accepted')
  const lanes = onMaps('lane', rows)
    .filter((lane) => lane.mapId === mapId)
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .map((lane) => ({
      id: lane.id,
      name: rows.get('party', lane.partyId)?.name ?? '',
      cards: cards
        .filter(({ laneId }) => laneId === lane.id)
        .toSorted((left, right) => left.name.localeCompare(right.name)),
    }))
    .filter((lane) => lane.cards.length > 0)
  const ticked = cards.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
  return (
    <Checkbox.Group
      label={`Which cards are rated (${ticked.length} chosen)`}
      value={ticked}
      onChange={(next) => onChoose(next)}
    >
      <div className={styles.lanes}>
        {lanes.map((lane) => (
          <details key={lane.id} open={lane.cards.some(({ id }) => chosen.includes(id)) || lanes.length < 4}>
            <summary>
              {lane.name}{' '}
              <span className={styles.quiet}>
                {lane.cards.filter(({ id }) => ticked.includes(id)).length || ''}
              </span>
            </summary>
            <div className={styles.choices}>
              {lane.cards.map((card) => (
                <Checkbox key={card.id} value={card.id} label={card.name} />
              ))}
            </div>
          </details>
        ))}
      </div>
    </Checkbox.Group>
  )
}
