import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { EcosystemListItem } from '../../shared/ecosystems/requests.ts'
import { NoticeList } from '../saving/NoticeList.tsx'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { ButtonLink } from '../shell/links.tsx'
import { useEcosystem } from '../sync/useEcosystem.ts'
import { FirstSteps } from './FirstSteps.tsx'
import styles from './home.module.css'
import { SettledRequests } from './SettledRequests.tsx'
import { Waiting } from './Waiting.tsx'

interface EcosystemBoardProps {
  item: EcosystemListItem
  /** It loads all the same. */
  hidden: boolean
  /** Once everything of it is there, or will not be. */
  onLoaded(id: string): void
}

/** One ecosystem: its maps, and below them what is open between its organisations. */
export function EcosystemBoard({ item, hidden, onLoaded }: EcosystemBoardProps) {
  const { id: ecosystemId, name, goal, demo, convener, maps } = item
  const ecosystem = useEcosystem(ecosystemId)
  const isLoaded = ecosystem !== null && ecosystem.status !== 'loading'
  useEffect(() => {
    if (isLoaded) onLoaded(ecosystemId)
  }, [isLoaded, onLoaded, ecosystemId])
  const isOurs = ecosystem?.author.organisationId === convener.id
  return (
    <section className={styles.board} hidden={hidden} aria-labelledby={`ecosystem-${ecosystemId}`}>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <h2 className={styles.name} id={`ecosystem-${ecosystemId}`}>
            {name} {demo ? <Badge className={styles.demo}>Demo: figures are made up</Badge> : null}
          </h2>
          <p className={styles.quiet}>
            {goal} Organised by {isOurs ? 'you' : convener.name}.
          </p>
        </div>
        <nav aria-label={`Maps of ${name}`} className={styles.maps}>
          {maps.map((map) => (
            <Link
              key={map.id}
              to="/ecosystems/$ecosystemId/maps/$mapId"
              params={{ ecosystemId, mapId: map.id }}
              className={styles.map}
            >
              {map.name}
            </Link>
          ))}
          {isOurs || maps.length === 0 ? (
            <ButtonLink
              to="/ecosystems/$ecosystemId/new-map"
              params={{ ecosystemId }}
              variant={maps.length === 0 ? 'filled' : 'default'}
            >
              New map
            </ButtonLink>
          ) : null}
          <ButtonLink
            to="/ecosystems/$ecosystemId/import"
            params={{ ecosystemId }}
            variant="subtle"
            aria-label={`Import and export in ${name}`}
          >
            Import and export
          </ButtonLink>
        </nav>
      </header>
      {!isLoaded ? <Loading what="what is open" /> : null}
      {ecosystem?.status === 'failed' ? (
        <div className={styles.failure}>
          <Failure problem={ecosystem.problem} onRetry={ecosystem.retry} />
        </div>
      ) : null}
      {ecosystem ? <NoticeList ecosystem={ecosystem} /> : null}
      {ecosystem?.status === 'ready' ? (
        isOurs && ecosystem.rows.all('map').length === 0 ? (
          <FirstSteps />
        ) : (
          <>
            <Waiting ecosystem={ecosystem} />
            <SettledRequests ecosystem={ecosystem} />
          </>
        )
      ) : null}
    </section>
  )
}
