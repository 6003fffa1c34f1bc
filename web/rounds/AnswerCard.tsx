import { useState } from 'react'
import type { Measure } from '../../shared/model/round.ts'
import type { Round } from '../../shared/model/rows.ts'
import { ScoreField } from '../map/panel/fields/ScoreField.tsx'
import { TextField } from '../map/panel/fields/TextField.tsx'
import { TextLink } from '../shell/links.tsx'
import { useSingleKeys } from '../shell/singleKeys.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './ballot.module.css'
import type { OwnVotes } from './ownVotes.ts'
import { measureEnds, measureNames } from './roundWords.ts'
import { useScoreKeys } from './scoreKeys.ts'

interface AnswerCardProps {
  ecosystem: Ecosystem
  round: Round
  touchpointId: string
  votes: OwnVotes
}

/** One touchpoint with its measures; a digit rates the measure one is at. */
export function AnswerCard({ ecosystem, round, touchpointId, votes }: AnswerCardProps) {
  const { rows, ecosystemId } = ecosystem
  const { measures, mapId } = round
  const isOpen = (measure: Measure) => (votes.find(touchpointId, measure)?.score ?? null) === null
  const [chosen, setChosen] = useState(measures.find(isOpen) ?? measures[0]!)
  const hasSingleKeys = useSingleKeys()
  useScoreKeys((score) => votes.set(touchpointId, chosen, { score }))
  const card = rows.get('touchpoint', touchpointId)
  const lane = card && rows.get('lane', card.laneId)
  const party = lane && rows.get('party', lane.partyId)
  const stage = card && rows.get('stage', card.stageId)
  return (
    <div className={styles.card}>
      <p className={styles.quiet}>
        {card && !card.deleted ? `${party?.name}, ${stage?.name}` : 'This card is gone from the map.'}
      </p>
      <h2 className={styles.name}>{card?.name ?? 'A card that is gone'}</h2>
      {card?.description ? <p>{card.description}</p> : null}
      {measures.map((measure) => {
        const vote = votes.find(touchpointId, measure)
        const [low, high] = measureEnds[measure]
        return (
          <fieldset
            key={measure}
            className={styles.measure}
            data-chosen={(measures.length > 1 && measure === chosen) || undefined}
            onFocus={() => setChosen(measure)}
          >
            <ScoreField
              label={measureNames[measure]}
              value={vote?.score ?? null}
              low={low}
              high={high}
              onSave={(score) => {
                setChosen(measure)
                votes.set(touchpointId, measure, { score })
              }}
            />
            <TextField
              label="Why, in one sentence"
              placeholder="You may leave this out"
              value={vote?.reason ?? ''}
              onSave={(reason) => votes.set(touchpointId, measure, { reason })}
            />
          </fieldset>
        )
      })}
      <p className={styles.quiet}>
        {hasSingleKeys ? (
          <span className={styles.keys}>
            Keys <kbd>0</kbd> to <kbd>9</kbd>, and <kbd>1</kbd> <kbd>0</kbd> for ten.{' '}
          </span>
        ) : null}
        <TextLink
          to="/ecosystems/$ecosystemId/maps/$mapId"
          params={{ ecosystemId, mapId }}
          search={{ select: touchpointId }}
        >
          See it on the map
        </TextLink>
      </p>
    </div>
  )
}
