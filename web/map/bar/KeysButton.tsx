import { IconKeyboard } from '@tabler/icons-react'
import { useCommands } from '../MapContext.tsx'
import styles from './StatusLine.module.css'

/** Opens the list of keys for those who do not know that `?` does. */
export function KeysButton() {
  const commands = useCommands()
  return (
    <span className={`${styles.zoom} ${styles.keyHelp}`}>
      <button type="button" title="Keys on the map (?)" onClick={() => commands.showHelp()}>
        <IconKeyboard size={16} aria-hidden="true" /> Keys
      </button>
    </span>
  )
}
