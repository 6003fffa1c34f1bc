import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Round } from '../../shared/model/rows.ts'
import { awaitedOrganisations } from '../../shared/rounds/standing.ts'
import { TwoStepButton } from '../shell/TwoStepButton.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { namesOfRound } from './namesOfRound.ts'
import { RevealButton } from './RevealButton.tsx'
import { listNames } from './roundWords.ts'
import styles from './WhoIsAsked.module.css'

/** What the facilitator decides: until when, when to reveal and without whom, or to call it off. */
export function Facilitating({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const { rows, check, change } = ecosystem
  const [message, setMessage] = useState<string | null>(null)
  const { nameOf, all } = namesOfRound(ecosystem, round)
  const awaited = awaitedOrganisations(round, rows.list('ballot', 'roundId', round.id))
  const without = awaited.map(nameOf)
  const reveal: ActionInput[] = [{ type: 'round.reveal', id: round.id, without: awaited }]
  const reason = check(reveal)
  const make = async (actions: ActionInput[], label: string) => {
    const answer = await change(actions, label)
    setMessage(answer.accepted ? null : answer.error.message)
  }
  const dueOn = (day: string) => {
    if (day !== (round.dueOn ?? ''))
      void make([{ type: 'round.change', id: round.id, fields: { dueOn: day || null } }], 'Change the day')
  }
  return (
    <div className={styles.facilitating}>
      <p className={styles.quiet}>
        {without.length === 0 ? 'Everybody is done.' : `Not done yet: ${listNames(without)}.`}
      </p>
      <RevealButton
        all={all}
        without={without}
        isReady={reason === null}
        onReveal={() => void make(reveal, 'Reveal')}
      />
      {reason ? <p className={styles.quiet}>{reason.message}</p> : null}
      <TextInput
        type="date"
        size="sm"
        label="Until"
        key={round.dueOn}
        defaultValue={round.dueOn ?? ''}
        onBlur={(event) => dueOn(event.currentTarget.value)}
      />
      <TwoStepButton
        size="xs"
        label={`Call off: ${round.name}`}
        question="Really call it off?"
        onConfirm={() => void make([{ type: 'round.cancel', id: round.id }], 'Call the round off')}
      >
        Call it off
      </TwoStepButton>
      {message ? (
        <p role="alert" className={styles.quiet}>
          {message}
        </p>
      ) : null}
    </div>
  )
}
