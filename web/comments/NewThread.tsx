import { Alert, Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { CommentTarget } from '../../shared/comments/readThreads.ts'
import { kindUnder } from '../../shared/comments/standsOn.ts'
import type { Sharing } from '../../shared/edits/actions/sharing.ts'
import type { RowName } from '../../shared/live/messages.ts'
import type { Mention } from '../../shared/model/comment.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { AudienceChoice } from './AudienceChoice.tsx'
import { Composer } from './Composer.tsx'
import styles from './comments.module.css'
import type { Mentionable } from './mentionables.ts'
import type { Talkers } from './useTalkers.ts'

interface NewThreadProps {
  ecosystem: Ecosystem
  target: CommentTarget
  talkers: Talkers
}

/** Begins a thread: first who sees it, then the words. */
export function NewThread({ ecosystem, target, talkers }: NewThreadProps) {
  const [choice, setChoice] = useState<Sharing>('organisation')
  const [problem, setProblem] = useState<string | null>(null)
  const sentenceId = useId()
  const { nameOf, candidates } = talkers
  const say = (text: string, mentions: Mention[]) => {
    const add = { type: 'comment.add', id: crypto.randomUUID(), ...target, text, mentions } as const
    const actions = [{ ...add, with: choice }]
    const refusal = ecosystem.check(actions)
    setProblem(refusal?.message ?? null)
    if (refusal) return false
    void ecosystem.change(actions, 'Comment')
    // The next words are private again until somebody chooses otherwise.
    setChoice('organisation')
    return true
  }
  return (
    <div className={styles.begin}>
      <AudienceChoice
        value={choice}
        onChange={setChoice}
        ecosystemId={ecosystem.ecosystemId}
        talkers={talkers}
        sentenceId={sentenceId}
      />
      <Composer
        label="Write a comment"
        send="Comment"
        // Only what everyone on the map will read is nobody's secret while it is typed.
        at={{
          row: placeOf(target),
          field: 'comment',
          silent: choice !== 'map',
        }}
        author={ecosystem.author}
        about={target.targetId}
        describedBy={sentenceId}
        candidates={candidates}
        before={(mentioned, leaveOut) => {
          const outside = mentioned.find(({ mention }) => !reaches(mention.organisationId))
          return outside ? (
            <Outside one={outside} nameOf={nameOf} onWiden={widenTo} onLeaveOut={() => leaveOut(outside)} />
          ) : null
        }}
        onSend={say}
      />
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  )

  function reaches(organisationId: string): boolean {
    if (choice === 'map' || organisationId === ecosystem.author.organisationId) return true
    return typeof choice === 'object' && choice.organisationIds.includes(organisationId)
  }

  function widenTo(organisationId: string) {
    const named = typeof choice === 'object' ? choice.organisationIds : []
    setChoice({ organisationIds: [...named, organisationId] })
  }
}

/** Words begun about a mark, a view, a party and so on wait there, not at the card or map. */
function placeOf(target: CommentTarget): RowName {
  const kind = kindUnder(target)
  return kind ? { kind, id: target[`${kind}Id`]! } : { kind: target.targetKind, id: target.targetId }
}

interface OutsideProps {
  one: Mentionable
  nameOf(organisationId: string): string
  onWiden(organisationId: string): void
  onLeaveOut(): void
}

/** Somebody called who would not see it: they come in, or they stay out. Never silently. */
function Outside({ one, nameOf, onWiden, onLeaveOut }: OutsideProps) {
  const { organisationId } = one.mention
  return (
    <Alert color="yours" className={styles.outside!} title={`${one.label} would not see this`}>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={() => onWiden(organisationId)}>
          Show it to {nameOf(organisationId)} too
        </Button>
        <Button size="xs" variant="default" onClick={onLeaveOut}>
          Do not call {one.label}
        </Button>
      </div>
    </Alert>
  )
}
