import { Button, CloseButton, CopyButton } from '@mantine/core'
import { isTyped } from '../../shared/edits/typedText.ts'
import { sayListed } from '../../shared/model/documents.ts'
import { sayWho } from '../live/others.ts'
import type { Notice } from '../sync/notices.ts'
import type { Replaced } from '../sync/ownValues.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { fieldOfRow, shownValue } from './fieldWords.ts'
import styles from './saving.module.css'
import { UndoQuestionDialog } from './UndoQuestionDialog.tsx'

/** What became of one's own edits otherwise than one thought, until one has taken note; and what undo has to ask. */
export function NoticeList({
  ecosystem,
  isFloating = false,
}: {
  ecosystem: Ecosystem
  isFloating?: boolean
}) {
  const { notices } = ecosystem
  return (
    <>
      <div className={`${styles.list} ${isFloating ? styles.floating : ''}`} role="alert">
        {notices.map((notice) =>
          notice.replaced ? (
            <ReplacedNotice
              key={notice.id}
              ecosystem={ecosystem}
              notice={notice}
              replaced={notice.replaced}
            />
          ) : (
            <RefusedNotice key={notice.id} ecosystem={ecosystem} notice={notice} />
          ),
        )}
      </div>
      <UndoQuestionDialog ecosystem={ecosystem} />
    </>
  )
}

interface NoticeProps {
  ecosystem: Ecosystem
  notice: Notice
}

function RefusedNotice({ ecosystem, notice: { id, title, message, texts } }: NoticeProps) {
  const typed = texts.join('\n')
  return (
    <div className={styles.notice}>
      <div className={styles.words}>
        <strong>{title}</strong> was not done. {message}
        {typed ? (
          <>
            <p className={styles.typed}>{typed}</p>
            <div className={styles.buttons}>
              <CopyTyped text={typed} />
            </div>
          </>
        ) : null}
      </div>
      <CloseButton aria-label="Close this message" onClick={() => ecosystem.dismiss(id)} />
    </div>
  )
}

function ReplacedNotice({ ecosystem, notice: { id }, replaced }: NoticeProps & { replaced: Replaced }) {
  const { kind, field, mine } = replaced
  return (
    <div className={styles.notice} data-kind="replaced">
      <div className={styles.words}>
        <strong>{fieldOfRow(ecosystem, replaced)}</strong>. {replacedWords(ecosystem, replaced)}
        <div className={styles.buttons}>
          {ecosystem.isRestorable(id) ? (
            <Button size="compact-sm" variant="default" onClick={() => ecosystem.restore(id)}>
              Put mine back
            </Button>
          ) : isTyped(kind, field) ? (
            <CopyTyped text={Array.isArray(mine) ? mine.map(sayListed).join('\n') : String(mine)} />
          ) : null}
        </div>
      </div>
      <CloseButton aria-label="Close this message" onClick={() => ecosystem.dismiss(id)} />
    </div>
  )
}

function replacedWords(ecosystem: Ecosystem, replaced: Replaced): string {
  const { kind, field, by } = replaced
  const [yours, now] = [replaced.mine, replaced.theirs].map((value) => shownValue(ecosystem, replaced, value))
  if (!isTyped(kind, field))
    return by ? `${sayWho(by)} changed your ${yours} to ${now}.` : `Your ${yours} was changed to ${now}.`
  return by
    ? `${sayWho(by)} replaced your text ${yours} with ${now}.`
    : `Your text ${yours} was replaced with ${now}.`
}

function CopyTyped({ text }: { text: string }) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="default" onClick={copy}>
          {copied ? 'Copied' : 'Copy what you typed'}
        </Button>
      )}
    </CopyButton>
  )
}
