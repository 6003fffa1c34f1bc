import { Button } from '@mantine/core'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { useCommands } from '../MapContext.tsx'
import styles from './Panel.module.css'

interface AnswersProps {
  /** What is answered about. */
  name: string
  choices: [string, ActionInput[]][]
}

/** The answers that whoever looks may give; nothing for those who may give none. */
export function Answers({ name, choices }: AnswersProps) {
  const commands = useCommands()
  const allowed = choices.filter(([, actions]) => commands.whyNot(actions) === null)
  if (allowed.length === 0) return null
  return (
    <span className={styles.buttons}>
      {allowed.map(([label, actions], index) => (
        <Button
          key={label}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => commands.change(actions, `${label}: ${name}`)}
        >
          {label}
        </Button>
      ))}
    </span>
  )
}
