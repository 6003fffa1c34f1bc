import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Touchpoint } from '../../shared/model/rows.ts'
import { wholeMapSees } from '../comments/sayAudience.ts'
import { onMap } from '../partners/leftMarks.ts'
import { Eyes } from '../sharing/Eyes.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './claimReview.module.css'

type Answer = 'right' | 'corrected' | 'notOurs' | 'described'

const words: Record<Answer, string> = {
  described: 'Not yet confirmed',
  right: 'Right',
  corrected: 'Corrected by you',
  notOurs: 'Not ours',
}

/** One card that others wrote, and our answer to it. */
export function CardReview({ ecosystem, card }: { ecosystem: Ecosystem; card: Touchpoint }) {
  const [name, setName] = useState<string>()
  const answer = (review: Answer, fields?: { name: string }) => {
    const actions: ActionInput[] = [{ type: 'touchpoint.review', id: card.id, review }]
    if (fields) actions.unshift({ type: 'touchpoint.change', id: card.id, fields })
    void ecosystem.change(actions, `${words[review]}: ${card.name}`)
  }
  const reason = ecosystem.check([
    { type: 'touchpoint.review', id: card.id, review: card.review === 'right' ? 'described' : 'right' },
  ])
  const correct = (event: FormEvent) => {
    event.preventDefault()
    if (name?.trim()) answer('corrected', { name: name.trim() })
    setName(undefined)
  }
  const by = onMap(ecosystem, card.mapId).organisations.get(card.addedByOrganisationId) ?? 'others'
  return (
    <li className={styles.row} data-review={card.review}>
      {name === undefined ? (
        <span className={styles.card}>
          <span>{card.name}</span>
        </span>
      ) : (
        <form className={styles.rename} onSubmit={correct}>
          <TextInput
            aria-label={`What “${card.name}” should say`}
            autoFocus
            maxLength={160}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setName(undefined)
            }}
          />
          <Button type="submit" disabled={!name.trim()}>
            Save
          </Button>
          <Eyes>{wholeMapSees}</Eyes>
        </form>
      )}
      <div className={styles.about}>
        {card.description ? <p className={styles.description}>{card.description}</p> : null}
        <span className={styles.quiet}>
          {card.review === 'described' ? `Described by ${by}` : words[card.review]}
        </span>
        {reason ? <span className={styles.quiet}>{reason.message}</span> : null}
      </div>
      <fieldset className={styles.answers} disabled={reason !== null}>
        <legend className="il-visually-hidden">{card.name}</legend>
        <Button
          size="sm"
          variant={card.review === 'right' ? 'filled' : 'default'}
          color={card.review === 'right' ? 'yours' : 'ink'}
          aria-pressed={card.review === 'right'}
          onClick={() => answer('right')}
        >
          Right
        </Button>
        <Button
          size="sm"
          variant={card.review === 'corrected' ? 'filled' : 'default'}
          color={card.review === 'corrected' ? 'yours' : 'ink'}
          aria-pressed={card.review === 'corrected'}
          onClick={() => setName(name === undefined ? card.name : undefined)}
        >
          Correct
        </Button>
        <Button
          size="sm"
          variant={card.review === 'notOurs' ? 'filled' : 'default'}
          aria-pressed={card.review === 'notOurs'}
          onClick={() => answer('notOurs')}
        >
          Not ours
        </Button>
      </fieldset>
    </li>
  )
}
