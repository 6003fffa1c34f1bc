import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { fillingOf } from '../../shared/contributionRequests/filling.ts'
import type { ContributionRequest } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import { sayChoice } from '../comments/sayAudience.ts'
import { TalkAbout } from '../comments/TalkAbout.tsx'
import { Eyes } from '../sharing/Eyes.tsx'
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
  const { mapId, state, text, answer, dueOn, askedAt, remindedAt, settledAt } = request
  const filling = fillingOf(request, rows)
  const what = sayWhat(request, ecosystem)
  const first = filling.toFill[0]?.id ?? request.stageId ?? request.laneId ?? undefined
  const facts =
    state === 'open'
      ? [
          sayFilling(filling),
          sayDue(dueOn),
          `asked ${sayMoment(askedAt)}`,
          remindedAt && `reminded ${sayMoment(remindedAt)}`,
          stateWords.open,
        ]
      : [stateWords[state] + (settledAt ? ` ${sayMoment(settledAt)}` : ''), `asked ${sayMoment(askedAt)}`]
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
      <TalkAbout ecosystem={ecosystem} what="this request" kind="contributionRequest" row={request} />
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
  const refusalOf = (type: 'contributionRequest.remind' | 'contributionRequest.withdraw') =>
    ecosystem.check([{ type, id }])
  const isOurs = refusalOf('contributionRequest.withdraw') === null
  const tooSoon = isOurs ? refusalOf('contributionRequest.remind') : null
  const isAsked = ecosystem.check([{ type: 'contributionRequest.answer', id, state: 'done' }]) === null
  return (
    <>
      {typed === null ? null : (
        <>
          <Textarea
            label="Your answer"
            autosize
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            data-autofocus
          />
          <AnswerEyes ecosystem={ecosystem} request={request} />
        </>
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
        {isOurs ? (
          <>
            <Button
              size="xs"
              variant="default"
              disabled={tooSoon !== null}
              onClick={() =>
                void ecosystem.change([{ type: 'contributionRequest.remind', id }], `Remind: ${what}`)
              }
            >
              Remind
            </Button>
            <Button
              size="xs"
              variant="subtle"
              onClick={() =>
                void ecosystem.change([{ type: 'contributionRequest.withdraw', id }], `Withdraw: ${what}`)
              }
            >
              Withdraw
            </Button>
          </>
        ) : null}
      </div>
      {tooSoon ? <p className={styles.quiet}>{tooSoon.message}</p> : null}
    </>
  )
}

/** An answer is for who asked and who was asked, as the request is. */
function AnswerEyes({ ecosystem, request }: RequestLineProps) {
  const { author, organisations } = ecosystem
  const nameOf = (id: string) => organisations.get(id) ?? 'a partner'
  const others = [request.organisationId, request.askedOrganisationId].filter(
    (id) => id !== author.organisationId,
  )
  const choice = others.length > 0 ? { organisationIds: [...new Set(others)] } : 'organisation'
  return (
    <Eyes isPrivate={others.length === 0}>{sayChoice(choice, nameOf(author.organisationId), nameOf)}</Eyes>
  )
}
