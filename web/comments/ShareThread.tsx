import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { Comment } from '../../shared/model/rows.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { AudienceChoice } from './AudienceChoice.tsx'
import styles from './comments.module.css'
import { choiceOf, inWords } from './sayAudience.ts'
import type { Talkers } from './useTalkers.ts'

interface ShareThreadProps {
  ecosystem: Ecosystem
  root: Comment
  replies: readonly Comment[]
  talkers: Talkers
  onDone(): void
}

/** Shows a whole thread to others than before; says first whose words those are. */
export function ShareThread({ ecosystem, root, replies, talkers, onDone }: ShareThreadProps) {
  const [choice, setChoice] = useState(choiceOf(root))
  const sentenceId = useId()
  const actions = [{ type: 'comment.share', id: root.id, with: choice } as const]
  const refusal = ecosystem.check(actions)
  const names = [...new Set([root, ...replies].map(({ authorName }) => authorName))]
  return (
    <form
      className={styles.share}
      onSubmit={(event) => {
        event.preventDefault()
        void ecosystem.change(actions, 'Change who sees a thread')
        onDone()
      }}
    >
      <AudienceChoice
        value={choice}
        onChange={setChoice}
        ecosystemId={ecosystem.ecosystemId}
        talkers={talkers}
        sentenceId={sentenceId}
      />
      <p className={styles.quiet}>It shows all that {inWords(names)} wrote here.</p>
      {refusal ? (
        <p role="alert" className={styles.problem}>
          {refusal.message}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" size="xs" color="yours" disabled={refusal !== null}>
          Change
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
