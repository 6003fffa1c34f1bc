import { Button, CopyButton } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './LeftText.module.css'

interface LeftTextProps {
  text: string
  /** What else can be done with it. */
  children?: ReactNode
  onDiscard(): void
}

/** What somebody had typed where it cannot be saved any more: to read, to take along, or to let go. */
export function LeftText({ text, children, onDiscard }: LeftTextProps) {
  return (
    <>
      <p className={styles.text}>{text}</p>
      <div className={styles.buttons}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        {children}
        <Button size="xs" variant="subtle" onClick={onDiscard}>
          Discard
        </Button>
      </div>
    </>
  )
}
