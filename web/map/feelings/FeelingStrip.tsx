import { Select } from '@mantine/core'
import { useState } from 'react'
import { feelingCurve, feelingTellers, type Teller } from '../../../shared/analysis/feelings.ts'
import { rowsPartnerSees } from '../journey/partnerRows.ts'
import { useMapView } from '../MapContext.tsx'
import { outlineOf } from '../outline/outlineOf.ts'
import { FeelingCurve } from './FeelingCurve.tsx'
import styles from './FeelingStrip.module.css'
import { FeelingTable } from './FeelingTable.tsx'

/** Under the canvas: how people feel along one lane, and how they should, as one organisation tells it. */
export function FeelingStrip() {
  const { ecosystem, journey, partnerId } = useMapView()
  const { organisations, ecosystemId } = ecosystem
  const rows = partnerId ? rowsPartnerSees(ecosystem.rows, partnerId, ecosystemId) : ecosystem.rows
  const outline = outlineOf(journey)
  const [laneId, setLane] = useState(outline.at(-1)?.lane.id ?? '')
  const [asked, setAsked] = useState<string | null>(null)
  const lane = outline.find((one) => one.lane.id === laneId) ?? outline.at(-1)
  const steps = (lane?.stages ?? []).flatMap(({ stage, cards }) =>
    cards.map(({ card, name }) => ({ id: card.id, name, stage: stage.name })),
  )
  const ids = steps.map(({ id }) => id)
  const tellers = feelingTellers(ids, rows)
  const teller = tellers.find((one) => keyOf(one) === asked) ?? tellers[0]
  const nameOf = ({ organisationId, onBehalfOf }: Teller) => {
    const name = organisations.get(organisationId) ?? 'a partner'
    return onBehalfOf === 'customer' ? `Customers, told by ${name}` : name
  }
  const points = teller ? feelingCurve(ids, teller, rows) : []
  const felt = points.map((point, index) => ({ ...point, ...steps[index]! }))
  return (
    <section className={styles.strip} aria-label="Feelings along a lane">
      <div className={styles.choices}>
        <Select
          size="xs"
          label="Lane"
          value={lane?.lane.id ?? null}
          allowDeselect={false}
          data={outline.map((one) => ({ value: one.lane.id, label: one.lane.name }))}
          onChange={(value) => value && setLane(value)}
        />
        {teller ? (
          <Select
            size="xs"
            label="As told by"
            value={keyOf(teller)}
            allowDeselect={false}
            data={tellers.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
            onChange={setAsked}
          />
        ) : null}
      </div>
      {teller ? (
        <>
          <FeelingCurve points={felt} />
          <FeelingTable caption={`${lane?.lane.name}: feelings, told by ${nameOf(teller)}`} points={felt} />
        </>
      ) : (
        <p className={styles.none}>
          Nobody has said how this lane feels, or nobody shares it with you. Open a card and fill in “Feeling
          it leaves” in Our view.
        </p>
      )}
    </section>
  )
}

function keyOf({ organisationId, onBehalfOf }: Teller): string {
  return `${onBehalfOf} ${organisationId}`
}
