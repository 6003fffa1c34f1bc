import type { Session } from '../../shared/model/rows.ts'
import { columnsOf } from '../../shared/sessions/board.ts'
import { isRecorded } from '../../shared/sessions/recorded.ts'
import { sayMoment } from '../accounts/moments.ts'
import { living } from '../map/journey/readJourney.ts'
import { useMapView } from '../map/MapContext.tsx'
import styles from '../map/panel/Panel.module.css'
import { Section } from '../map/panel/Section.tsx'
import { usePanelNames } from '../map/panel/usePanelNames.ts'
import own from './sessions.module.css'

/** Sessions of a map that are over, the latest first: what was asked, and what everybody wrote. */
export function EarlierSessions({ mapId }: { mapId: string }) {
  const { ecosystem } = useMapView()
  const { onlyUs, wholeMap } = usePanelNames()
  const ended = living(ecosystem.rows.list('session', 'mapId', mapId))
    .filter(({ state }) => state === 'ended')
    .toSorted((left, right) => right.startedAt.localeCompare(left.startedAt))
  return ended.map((session) => (
    <Section
      key={session.id}
      title={`Session, ${sayMoment(session.startedAt)}`}
      eyes={isRecorded(session) ? onlyUs : wholeMap}
      isPrivate={isRecorded(session)}
    >
      <Written session={session} />
    </Section>
  ))
}

function Written({ session }: { session: Session }) {
  const { ecosystem } = useMapView()
  const { nameOf } = usePanelNames()
  const isFromFile = isRecorded(session)
  // A file's names say themselves whose people they are.
  const by = ({ authorName, organisationId }: { authorName: string; organisationId: string }) =>
    isFromFile ? authorName : `${authorName} of ${nameOf(organisationId)}`
  const columns = columnsOf(session.id, ecosystem.rows).filter(({ stickies }) => stickies.length > 0)
  return (
    <div className={own.record}>
      <p>{session.question || session.name}</p>
      <p className={styles.quiet}>
        Run by {by(session)}.
        {isFromFile ? ` From a file that ${nameOf(session.organisationId)} imported.` : ''}
      </p>
      {columns.length === 0 ? <p className={styles.quiet}>Nobody wrote anything.</p> : null}
      {columns.map(({ group, stickies }) => (
        <div key={group}>
          {columns.length > 1 || group ? <strong>{group || 'Not grouped'}</strong> : null}
          <ul className={styles.list}>
            {stickies.map(({ sticky, isPlaced }) => (
              <li key={sticky.id} className={styles.row}>
                <div className={styles.rowName}>
                  {sticky.text}
                  <div className={styles.quiet}>
                    {by(sticky)}
                    {isPlaced ? ' · on the map' : ''}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
