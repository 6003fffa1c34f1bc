import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, MenuItem, MenuTrigger } from 'react-aria-components'
import item from '../../shell/BarMenu.module.css'
import { BarMenu } from '../../shell/BarMenu.tsx'
import styles from './headers.module.css'

export interface MenuChoice {
  id: string
  label: string
  act(): void
  /** Why it cannot be done here: it stays in the menu and says so. */
  reason?: string | null
  /** What one should know before one does it. */
  note?: string | undefined
}

/** The menu of a lane, a stage or a card. What one may not do says why. */
export function CanvasMenu({ label, choices }: { label: string; choices(): readonly MenuChoice[] }) {
  // What is allowed is asked only once somebody wants to know.
  const [offered, setOffered] = useState<readonly MenuChoice[]>([])
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) setOffered(choices())
      }}
    >
      <Button className={`${styles.menuButton} nodrag nopan`} aria-label={label}>
        <IconDots size={16} aria-hidden="true" />
      </Button>
      <BarMenu
        label={label}
        onAction={(key) => {
          const choice = offered.find(({ id }) => id === key)
          if (choice && !choice.reason) choice.act()
        }}
      >
        {offered.map(({ id, label: text, reason, note }) => (
          <MenuItem key={id} id={id} textValue={text} className={item.item!} isDisabled={Boolean(reason)}>
            <span className={item.twoLines}>
              <span className={reason ? item.quiet : undefined}>{text}</span>
              {(reason ?? note) ? <span className={item.quiet}>{reason ?? note}</span> : null}
            </span>
          </MenuItem>
        ))}
      </BarMenu>
    </MenuTrigger>
  )
}
