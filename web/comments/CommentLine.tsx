import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import type { Comment } from '../../shared/model/rows.ts'
import { sayMoment } from '../accounts/moments.ts'
import { WhoIsEditing } from '../live/WhoIsEditing.tsx'
import { TwoStepButton } from '../shell/TwoStepButton.tsx'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { Composer } from './Composer.tsx'
import styles from './comments.module.css'
import { isBegun } from './isBegun.ts'
import type { Mentionable } from './mentionables.ts'
import type { Talkers } from './useTalkers.ts'

interface CommentLineProps {
  ecosystem: Ecosystem
  comment: Comment
  talkers: Talkers
  /** Whom a change of the words may call. */
  candidates: readonly Mentionable[]
  /** The id of the sentence that says who sees the thread. */
  describedBy: string
  locked: boolean
}

/** What one person said, for which organisation and when. */
export function CommentLine({
  ecosystem,
  comment,
  talkers,
  candidates,
  describedBy,
  locked,
}: CommentLineProps) {
  const [isChanging, setChanging] = useState(() => isBegun(comment, 'text', ecosystem.author))
  const { id, authorName, organisationId, writtenAt, text } = comment
  const may = (action: ActionInput) => !locked && ecosystem.check([action]) === null
  const isOwn = comment.personId === ecosystem.author.personId
  const mayRemove = may({ type: 'comment.remove', id })
  const left = talkers.isActive(organisationId) ? '' : ', has left this map'
  return (
    <li
      className={styles.comment}
      data-ours={organisationId === ecosystem.author.organisationId || undefined}
    >
      <p className={styles.byline}>
        <strong>{authorName}</strong>{' '}
        <span className={styles.quiet}>
          {talkers.nameOf(organisationId)}
          {left} · <time dateTime={writtenAt}>{sayMoment(writtenAt)}</time>
        </span>
      </p>
      {isChanging ? (
        <Composer
          label="Change your comment"
          send="Save"
          at={{ row: { kind: 'comment', id }, field: 'text' }}
          author={ecosystem.author}
          about={comment.targetId}
          describedBy={describedBy}
          candidates={candidates}
          initial={text}
          onCancel={() => setChanging(false)}
          onSend={(changed, mentions) => {
            const action: ActionInput = { type: 'comment.change', id, fields: { text: changed, mentions } }
            if (ecosystem.check([action])) return false
            void ecosystem.change([action], 'Change a comment')
            setChanging(false)
            return true
          }}
        />
      ) : (
        <>
          <p className={styles.words}>{text}</p>
          <WhoIsEditing row={{ kind: 'comment', id }} field="text" doing="writing" />
        </>
      )}
      {!isChanging && (mayRemove || (isOwn && !locked)) ? (
        <div className={styles.quietButtons}>
          {isOwn && !locked ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)}>
              Change
            </Button>
          ) : null}
          {mayRemove ? (
            <TwoStepButton
              size="compact-xs"
              question="Really remove?"
              label={`Remove the comment of ${authorName}`}
              onConfirm={() => void ecosystem.change([{ type: 'comment.remove', id }], 'Remove a comment')}
            >
              Remove
            </TwoStepButton>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}
