import type { Round } from '../../shared/model/rows.ts'
import { namesOfRound } from '../rounds/namesOfRound.ts'
import { sayDay } from '../rounds/roundWords.ts'
import { ButtonLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './home.module.css'

interface RoundToDoProps {
  ecosystem: Ecosystem
  round: Round
  /** One's own answers are asked for, or everybody's are there and one may show them. */
  todo: 'answer' | 'reveal'
}

/** A blind round that waits on oneself. */
export function RoundToDo({ ecosystem, round, todo }: RoundToDoProps) {
  const { rows, ecosystemId } = ecosystem
  const { facilitator } = namesOfRound(ecosystem, round)
  const { id, name, dueOn, mapId, touchpointIds } = round
  const cards = `${touchpointIds.length} ${touchpointIds.length === 1 ? 'card' : 'cards'}`
  const isAnswer = todo === 'answer'
  return (
    <li className={styles.ask}>
      <p className={styles.askWords}>
        <strong>Blind round “{name}”</strong>:{' '}
        {isAnswer
          ? `${facilitator} asks you to rate ${cards} on ${rows.get('map', mapId)?.name}`
          : 'everybody is done, and you may reveal the answers'}
        {isAnswer && dueOn ? `, until ${sayDay(dueOn)}` : ''}
      </p>
      <ButtonLink
        to="/ecosystems/$ecosystemId/rounds/$roundId"
        params={{ ecosystemId, roundId: id }}
        size="xs"
        color="yours"
        aria-label={`${isAnswer ? 'Answer' : 'Look at it:'} “${name}”`}
      >
        {isAnswer ? 'Answer' : 'Look at it'}
      </ButtonLink>
    </li>
  )
}
