import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { sayWho } from '../../live/others.ts'
import type { Notice } from '../../sync/notices.ts'
import { dropDraftsAbout, keepDraft } from '../../typing/drafts.ts'
import { LeftText } from '../../typing/LeftText.tsx'
import { beginAgain } from '../gestures/beginAgain.ts'
import type { RowOnMap } from '../journey/rowOn.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'

interface RemovedPanelProps {
  id: string
  /** The row as one saw it last; null when that was before the page was loaded. */
  lastSeen: RowOnMap | null
  /** What one was typing there. */
  notices: readonly Notice[]
  /** Comments one had begun there. */
  drafts: readonly string[]
}

/** In place of what somebody removed while one was typing there: the text, to take along or to begin again with. */
export function RemovedPanel({ id, lastSeen, notices, drafts }: RemovedPanelProps) {
  const view = useMapView()
  const commands = useCommands()
  const { data: by = null } = useQuery({
    queryKey: ['removed', id],
    queryFn: () => (lastSeen ? view.ecosystem.whoRemoved(lastSeen.kind, id) : null),
  })
  const { author } = view.ecosystem
  const text = [...notices.flatMap(({ texts }) => texts), ...drafts].join('\n')
  const dismiss = () => {
    for (const notice of notices) view.ecosystem.dismiss(notice.id)
    dropDraftsAbout(author, id)
  }
  const edits = notices.flatMap(({ actions }) => actions)
  const again = lastSeen ? beginAgain(lastSeen, edits, view) : null
  const noun = nounOf(lastSeen)
  return (
    <article aria-label={`Removed ${noun}`}>
      <h2 className={styles.title}>{lastSeen ? nameOf(lastSeen) : 'Removed'}</h2>
      <p role="alert">
        This {noun} was removed{by ? ` by ${sayWho(by)}` : ''} while you were typing. Your text:
      </p>
      <LeftText
        text={text}
        onDiscard={() => {
          dismiss()
          commands.openPanel(null)
        }}
      >
        {again && commands.whyNot(again.actions) === null ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              if (!commands.change(again.actions, `Add the ${noun} again`)) return
              dismiss()
              const place = { author, about: again.id, row: again.id, field: 'comment' }
              if (drafts.length > 0) keepDraft(place, drafts.join('\n'))
              commands.openPanel(again.id)
            }}
          >
            Add the {noun} again, with your text
          </Button>
        ) : null}
      </LeftText>
    </article>
  )
}

function nounOf(seen: RowOnMap | null): string {
  if (!seen) return 'part of the map'
  if (seen.kind === 'link') return seen.isHandoff ? 'handoff' : 'link'
  return seen.kind === 'touchpoint' ? 'card' : seen.kind
}

function nameOf(seen: RowOnMap): string {
  return (seen.kind === 'link' ? seen.row.passes : seen.row.name) || 'Removed'
}
