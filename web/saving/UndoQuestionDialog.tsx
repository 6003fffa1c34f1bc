import { Button, Modal } from '@mantine/core'
import type { MovedField } from '../../shared/edits/movedOn.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { fieldOfRow, isSaid, shownValue } from './fieldWords.ts'
import styles from './saving.module.css'

/** Before undo or redo overwrites what somebody has changed since: what it is now, and what it would become. */
export function UndoQuestionDialog({ ecosystem }: { ecosystem: Ecosystem }) {
  const { question } = ecosystem
  const answer = (putBack: boolean) => void ecosystem.answerQuestion(putBack)
  const title = question ? `${question.way === 'undo' ? 'Undo' : 'Redo'}: ${question.title}` : ''
  return (
    <Modal opened={question !== null} onClose={() => answer(false)} title={title} size={560}>
      <p>Somebody has changed this since.</p>
      {question?.moved
        .filter(({ field }) => isSaid(field))
        .map((moved) => (
          <Moved key={`${moved.id} ${moved.field}`} ecosystem={ecosystem} moved={moved} />
        ))}
      {question?.hasRest ? <p>The rest of what you did is taken back in any case.</p> : null}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => answer(true)}>
          Put mine back anyway
        </Button>
        <Button onClick={() => answer(false)} data-autofocus>
          Leave it
        </Button>
      </div>
    </Modal>
  )
}

function Moved({ ecosystem, moved }: { ecosystem: Ecosystem; moved: MovedField }) {
  return (
    <section>
      <h3 className={styles.field}>{fieldOfRow(ecosystem, moved)}</h3>
      <dl className={styles.moved}>
        <dt>Now</dt>
        <dd>{shownValue(ecosystem, moved, moved.now)}</dd>
        <dt>Would become</dt>
        <dd>{shownValue(ecosystem, moved, moved.before)}</dd>
      </dl>
    </section>
  )
}
