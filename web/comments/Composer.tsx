import { Button } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import type { Viewer } from '../../shared/audience/audience.ts'
import type { RowName } from '../../shared/live/messages.ts'
import type { Mention } from '../../shared/model/comment.ts'
import { EditedField } from '../live/EditedField.tsx'
import { useDraft } from '../typing/useDraft.ts'
import styles from './comments.module.css'
import { MentionField } from './MentionField.tsx'
import { type Mentionable, mentionedIn } from './mentionables.ts'

interface ComposerProps {
  label: string
  send: string
  /** What others are told one is writing at; see {@link EditedField}. */
  at: Pick<ComponentProps<typeof EditedField>, 'field' | 'silent'> & { row: RowName }
  author: Viewer
  /** Id of what the words are about, where they wait until they are sent. */
  about: string
  /** The id of the sentence that says who sees what is typed. */
  describedBy: string
  candidates: readonly Mentionable[]
  /** What it begins with, when words are changed. */
  initial?: string
  /** What stands between words and sending, such as somebody called who would not see them. */
  before?: (mentioned: readonly Mentionable[], leaveOut: (one: Mentionable) => void) => ReactNode
  /** @returns whether it was taken */
  onSend(text: string, mentions: Mention[]): boolean
  onCancel?: () => void
}

/** Words, and whom they call. Ctrl and Enter send. */
export function Composer({
  label,
  send,
  at,
  author,
  about,
  describedBy,
  candidates,
  initial = '',
  before,
  onSend,
  onCancel,
}: ComposerProps) {
  const { text, write, drop } = useDraft({ author, about, row: at.row.id, field: at.field }, initial)
  const mentioned = mentionedIn(text, candidates)
  const obstacle = before?.(mentioned, ({ label: name }) => write(text.replaceAll(`@${name}`, name)))
  const isSendable = text.trim() !== '' && !obstacle
  const submit = () => {
    const mentions = mentioned.map(({ mention }) => mention)
    if (isSendable && onSend(text.trim(), mentions)) drop()
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <EditedField {...at} doing="writing">
        <MentionField
          label={label}
          describedBy={describedBy}
          value={text}
          candidates={candidates}
          onChange={write}
          onSend={submit}
        />
      </EditedField>
      {obstacle}
      <div className={styles.buttons}>
        <Button type="submit" size="xs" color="yours" disabled={!isSendable}>
          {send}
        </Button>
        {onCancel ? (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              drop()
              onCancel()
            }}
          >
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  )
}
