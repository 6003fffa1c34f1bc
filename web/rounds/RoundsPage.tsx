import { useParams } from '@tanstack/react-router'
import type { Round } from '../../shared/model/rows.ts'
import { type RoundsInSight, roundsOf } from '../../shared/rounds/roundsOf.ts'
import { standingOf } from '../../shared/rounds/standing.ts'
import { EcosystemGate } from '../ecosystems/EcosystemGate.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ButtonLink, TextLink } from '../shell/links.tsx'
import { Page } from '../shell/Page.tsx'
import { RowList } from '../shell/RowList.tsx'
import { TitledSection } from '../shell/TitledSection.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { namesOfRound } from './namesOfRound.ts'
import styles from './RoundsPage.module.css'
import { sayDay } from './roundWords.ts'

/** All blind rounds one sees: what waits for an answer first. */
export function RoundsPage() {
  const { ecosystemId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/rounds' })
  return (
    <EcosystemGate ecosystemId={ecosystemId} what="the blind rounds">
      {(ecosystem) => <ShownRounds ecosystem={ecosystem} />}
    </EcosystemGate>
  )
}

const groups: readonly { place: keyof RoundsInSight; title: string }[] = [
  { place: 'toAnswer', title: 'Waiting for your answers' },
  { place: 'toReveal', title: 'Everybody is done: yours to reveal' },
  { place: 'waiting', title: 'Under way' },
  { place: 'revealed', title: 'Revealed' },
  { place: 'cancelled', title: 'Called off' },
]

function ShownRounds({ ecosystem }: { ecosystem: Ecosystem }) {
  const { rows, author, ecosystemId } = ecosystem
  const found = roundsOf(rows, author)
  const isEmpty = Object.values(found).every((rounds: Round[]) => rounds.length === 0)
  const start =
    author.role === 'viewer' ? null : (
      <ButtonLink to="/ecosystems/$ecosystemId/new-round" params={{ ecosystemId }}>
        Start a blind round
      </ButtonLink>
    )
  return (
    <Page
      title="Blind rounds"
      intro="Several people rate the same cards, and nobody sees the answers of another until all are done."
      actions={isEmpty ? null : start}
    >
      {isEmpty ? (
        <Empty title="Nobody has been asked yet" action={start}>
          Who hears first what a partner scores says something close to it. In a blind round everybody answers
          for themselves; one reveal then shows all scores at once, and where you lie apart.
        </Empty>
      ) : (
        groups.map(({ place, title }) =>
          found[place].length === 0 ? null : (
            <TitledSection key={place} title={title}>
              <RowList>
                {found[place].map((round) => (
                  <RoundLine key={round.id} ecosystem={ecosystem} round={round} />
                ))}
              </RowList>
            </TitledSection>
          ),
        )
      )}
    </Page>
  )
}

function RoundLine({ ecosystem, round }: { ecosystem: Ecosystem; round: Round }) {
  const { rows, ecosystemId } = ecosystem
  const { asked, facilitator } = namesOfRound(ecosystem, round)
  const ballots = rows.list('ballot', 'roundId', round.id)
  const done = round.askedOrganisationIds.filter((id) => standingOf(id, round, ballots) === 'done').length
  const cards = round.touchpointIds.length
  return (
    <li className={styles.round}>
      <TextLink
        className={styles.name}
        to="/ecosystems/$ecosystemId/rounds/$roundId"
        params={{ ecosystemId, roundId: round.id }}
      >
        {round.name}
      </TextLink>
      <span className={styles.quiet}>
        {facilitator} asks {asked}: {cards} {cards === 1 ? 'card' : 'cards'} on{' '}
        {rows.get('map', round.mapId)?.name}
      </span>
      {round.state === 'open' ? (
        <span className={styles.end}>
          {done} of {round.askedOrganisationIds.length} done
          {round.dueOn ? `, until ${sayDay(round.dueOn)}` : ''}
        </span>
      ) : null}
    </li>
  )
}
