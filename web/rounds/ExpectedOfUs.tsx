import { useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Round } from '../../shared/model/rows.ts'
import { hasBegun } from '../../shared/rounds/standing.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { OwnPeople } from './OwnPeople.tsx'
import styles from './WhoIsAsked.module.css'

/** In an open round: each asked organisation says itself which of its people are waited for. */
export function ExpectedOfUs({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const { author, rows, change } = ecosystem
  const [message, setMessage] = useState<string | null>(null)
  const ours = rows
    .list('ballot', 'roundId', round.id)
    .filter(({ deleted, organisationId }) => !deleted && organisationId === author.organisationId)
  const expected = ours.filter(({ state }) => state === 'expected')
  const choose = async (personIds: string[], nameOf: (personId: string) => string) => {
    const isNew = (personId: string) => !expected.some((one) => one.personId === personId)
    const actions: ActionInput[] = [
      ...personIds.filter(isNew).map(
        (personId): ActionInput => ({
          type: 'ballot.expect',
          ...{ id: crypto.randomUUID(), roundId: round.id, personId, authorName: nameOf(personId) },
        }),
      ),
      ...expected
        .filter(({ personId }) => !personIds.includes(personId))
        .map(({ id }): ActionInput => ({ type: 'ballot.release', id })),
    ]
    const answer = await change(actions, 'Say who answers')
    setMessage(answer.accepted ? null : answer.error.message)
  }
  return (
    <>
      <OwnPeople
        organisationId={author.organisationId}
        chosen={expected.map(({ personId }) => personId)}
        begun={ours.filter(hasBegun).map(({ personId }) => personId)}
        onChoose={(personIds, nameOf) => void choose(personIds, nameOf)}
      />
      {message ? (
        <p role="alert" className={styles.quiet}>
          {message}
        </p>
      ) : null}
    </>
  )
}
