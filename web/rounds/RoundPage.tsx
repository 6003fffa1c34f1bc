import { useParams } from '@tanstack/react-router'
import type { Round } from '../../shared/model/rows.ts'
import { ballotOf } from '../../shared/rounds/standing.ts'
import { TalkAbout } from '../comments/TalkAbout.tsx'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { Answering } from './Answering.tsx'
import { BeginRound } from './BeginRound.tsx'
import { DoneAnswering } from './DoneAnswering.tsx'
import { namesOfRound } from './namesOfRound.ts'
import styles from './RoundPage.module.css'
import { RoundResult } from './RoundResult.tsx'
import { sayDay } from './roundWords.ts'
import { WhoIsAsked } from './WhoIsAsked.tsx'

/** One blind round: what it asks, one's own answers, who is done, and once revealed what everybody answered. */
export function RoundPage() {
  const { ecosystemId, roundId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/rounds/$roundId' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the round">
      {(ecosystem) => {
        const round = ecosystem.rows.get('round', roundId)
        return round && !round.deleted ? (
          <ShownRound ecosystem={ecosystem} round={round} />
        ) : (
          <RoundNotThere ecosystemId={ecosystemId} />
        )
      }}
    </EcosystemGate>
  )
}

function ShownRound({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const { rows, ecosystemId } = ecosystem
  const { facilitator, all } = namesOfRound(ecosystem, round)
  const map = rows.get('map', round.mapId)
  const intro = {
    open: `${facilitator} asks. Nobody sees what another answers until the reveal; then ${all} see every answer, and nobody else.`,
    revealed: `Revealed to ${all}. What people disagree on most comes first.`,
    cancelled: `${facilitator} called this round off. What was answered stays with those who answered.`,
  }[round.state]
  return (
    <Page
      title={round.name}
      intro={round.dueOn && round.state === 'open' ? `${intro} Until ${sayDay(round.dueOn)}.` : intro}
      actions={
        <>
          <ButtonLink variant="default" to="/ecosystems/$ecosystemId/rounds" params={{ ecosystemId }}>
            All rounds
          </ButtonLink>
          {map ? (
            <ButtonLink
              variant="default"
              to="/ecosystems/$ecosystemId/maps/$mapId"
              params={{ ecosystemId, mapId: map.id }}
            >
              {map.name}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {round.state === 'revealed' ? (
        <RoundResult ecosystem={ecosystem} round={round} />
      ) : (
        <div className={styles.columns}>
          <div className={styles.main}>
            {round.state === 'open' ? <OwnPart ecosystem={ecosystem} round={round} /> : null}
          </div>
          <WhoIsAsked ecosystem={ecosystem} round={round} />
        </div>
      )}
      <TitledSection title="Talk" text={round.state === 'open' ? beforeReveal : undefined}>
        <TalkAbout ecosystem={ecosystem} what="this round" kind="round" row={round} />
      </TitledSection>
    </Page>
  )
}

const beforeReveal = 'What you write here is read at once by whom you choose, also before the reveal.'

function OwnPart({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const ballot = ballotOf(ecosystem.author, ecosystem.rows.list('ballot', 'roundId', round.id))
  if (!ballot || ballot.state === 'expected') return <BeginRound ecosystem={ecosystem} round={round} />
  if (ballot.state === 'done') return <DoneAnswering ecosystem={ecosystem} round={round} ballot={ballot} />
  return <Answering ecosystem={ecosystem} round={round} ballot={ballot} />
}

function RoundNotThere({ ecosystemId }: { ecosystemId: string }) {
  return (
    <Page title="Blind round">
      <Empty
        title="This round is not here"
        action={
          <ButtonLink variant="default" to="/ecosystems/$ecosystemId/rounds" params={{ ecosystemId }}>
            All rounds
          </ButtonLink>
        }
      >
        It was taken back, or your organisation is not asked.
      </Empty>
    </Page>
  )
}
