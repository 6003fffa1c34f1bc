import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { fillingOf } from '../../shared/contributionRequests/filling.ts'
import type { ContributionRequest } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import { TextLink } from '../shell/links.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import styles from './requests.module.css'
import { sayDue, sayFilling, sayWhat, sayWho, stateWords } from './requestWords.ts'

interface RequestLineProps {
  ecosystem: Ecosystem
  request: ContributionRequest
}

/** One request with how far it is, the way to the first thing to fill in, and what one can do about it. */
export function RequestLine({ ecosystem, request }: RequestLineProps) {
  const { rows, ecosystemId } = ecosystem
  const { mapId, state, text, answer, dueOn, askedAt } = request
  const filling = fillingOf(request, rows)
  const what = sayWhat(request, ecosystem)
  const first = filling.toFill[0]?.id ?? request.stageId ?? request.laneId ?? undefined
  const facts = [sayFilling(filling), sayDue(dueOn), `asked ${sayMoment(askedAt)}`, stateWords[state]]
  return (
    <li className={styles.line}>
      <p className={styles.words}>
        {sayWho(request, ecosystem)} to fill in{' '}
        <TextLink
          to="/ecosystems/$ecosystemId/maps/$mapId"
          params={{ ecosystemId, mapId }}
          search={first ? { select: first } : {}}
        >
          {what}
        </TextLink>
      </p>
      <p className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      {text ? <p className={styles.said}>{text}</p> : null}
      {answer ? <p className={styles.said}>{answer}</p> : null}
      {state === 'open' ? <Doing ecosystem={ecosystem} request={request} what={what} /> : null}
    </li>
  )
}

function Doing({ ecosystem, request, what }: RequestLineProps & { what: string }) {
  const { id } = request
  const [typed, setTyped] = useState<string | null>(null)
  const answerWith = (state: 'done' | 'declined') => {
    const action = { type: 'contributionRequest.answer', id, state, answer: typed ?? '' } as const
    void ecosystem.change([action], state === 'done' ? `Done: ${what}` : `Decline: ${what}`)
  }
  const may = (type: 'contributionRequest.remind' | 'contributionRequest.withdraw') =>
    ecosystem.check([{ type, id }]) === null
  const isAsked = ecosystem.check([{ type: 'contributionRequest.answer', id, state: 'done' }]) === null
  return (
    <>
      {typed === null ? null : (
        <Textarea
          label="Your answer"
          autosize
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
      )}
      <div className={styles.buttons}>
        {isAsked && typed === null ? (
          <>
            <Button size="xs" onClick={() => answerWith('done')} aria-label={`Done: ${what}`}>
              Done
            </Button>
            <Button size="xs" variant="default" onClick={() => setTyped('')}>
              Answer with words …
            </Button>
          </>
        ) : null}
        {typed === null ? null : (
          <>
            <Button size="xs" onClick={() => answerWith('done')}>
              Done
            </Button>
            <Button size="xs" variant="default" onClick={() => answerWith('declined')}>
              Decline
            </Button>
          </>
        )}
        {may('contributionRequest.remind') ? (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void ecosystem.change([{ type: 'contributionRequest.remind', id }], `Remind: ${what}`)
            }
          >
            Remind
          </Button>
        ) : null}
        {may('contributionRequest.withdraw') ? (
          <Button
            size="xs"
            variant="subtle"
            onClick={() =>
              void ecosystem.change([{ type: 'contributionRequest.withdraw', id }], `Withdraw: ${what}`)
            }
          >
            Withdraw
          </Button>
        ) : null}
      </div>
    </>
  )
}
