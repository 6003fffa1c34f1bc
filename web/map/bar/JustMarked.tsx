import { Button, CloseButton } from '@mantine/core'
import { activeOrganisations } from '../../../shared/rules/standing.ts'
import { listNames } from '../../rounds/roundWords.ts'
import styles from '../../saving/saving.module.css'
import { readersOf } from '../../sharing/readers.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { markNames } from '../useMapCommands.ts'

/** A new mark is ours alone: one may show it to everyone on the map at once, who are named first. */
export function JustMarked() {
  const { ecosystem, journey, readOnly, state, setState } = useMapView()
  const commands = useCommands()
  const { rows, author, organisations } = ecosystem
  const marks = state.justMarked
    .map((id) => rows.get('mark', id))
    .filter((mark) => mark !== undefined)
    .filter((mark) => !mark.deleted && readersOf(mark, ecosystem).isPrivate)
  const [first] = marks
  if (!first || readOnly) return null
  const others = activeOrganisations(journey.map.id, rows)
    .filter((id) => id !== author.organisationId)
    .map((id) => organisations.get(id) ?? 'a partner')
    .sort()
  const what =
    marks.length > 1 ? `${marks.length} marks: ${markNames[first.kind]}` : `Marked: ${markNames[first.kind]}`
  const shared = marks.map(({ id }) => ({ type: 'mark.share', id, with: 'map' }) as const)
  const reason = ecosystem.check(shared)
  const close = () => setState((now) => ({ ...now, justMarked: [] }))
  return (
    <div className={styles.notice} role="status">
      <div className={styles.words}>
        <strong>{what}</strong>. Only {organisations.get(author.organisationId) ?? 'your organisation'} sees
        it.
        <div>
          {others.length > 0
            ? `Sharing shows it to ${listNames(others)}, and whoever joins this map later.`
            : 'Nobody else is on this map yet. Sharing shows it to whoever joins.'}
        </div>
        <div className={styles.buttons}>
          <Button
            size="compact-sm"
            color="yours"
            disabled={reason !== null}
            onClick={() => {
              if (commands.change(shared, 'Share')) close()
            }}
          >
            Show it to everyone on this map
          </Button>
        </div>
        {reason ? <div>{reason.message}</div> : null}
      </div>
      <CloseButton aria-label="Keep it to ourselves" onClick={close} />
    </div>
  )
}
