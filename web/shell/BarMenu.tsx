import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Header, type Key, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import styles from './BarMenu.module.css'

interface BarMenuProps {
  label: string
  onAction(key: Key): void
  /** The id of the ticked entry, where the menu chooses one of several. */
  selected?: string
  children: ReactNode
}

/** A menu that drops from the bar. Keys, focus and roles come from react-aria. */
export function BarMenu({ label, onAction, selected, children }: BarMenuProps) {
  return (
    <Popover className={styles.popover} placement="bottom end" offset={6}>
      <Menu
        className={styles.menu}
        aria-label={label}
        onAction={onAction}
        {...(selected
          ? { selectionMode: 'single' as const, selectedKeys: [selected], disallowEmptySelection: true }
          : {})}
      >
        {children}
      </Menu>
    </Popover>
  )
}

export function BarMenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <MenuSection className={styles.section}>
      <Header className={styles.sectionTitle}>{title}</Header>
      {children}
    </MenuSection>
  )
}

export function BarMenuItem({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <MenuItem id={id} textValue={label} className={styles.item!}>
      {({ isSelected }) => (
        <>
          {children}
          {isSelected ? (
            <IconCheck size={18} stroke={2.25} className={styles.tick} aria-hidden="true" />
          ) : null}
        </>
      )}
    </MenuItem>
  )
}
