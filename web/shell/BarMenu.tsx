import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Header, type Key, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import styles from './BarMenu.module.css'

interface BarMenuProps {
  label: string
  onAction(key: Key): void
  children: ReactNode
}

/** A menu that drops from the bar. Keys, focus and roles come from react-aria. */
export function BarMenu({ label, onAction, children }: BarMenuProps) {
  return (
    <Popover className={styles.popover!} placement="bottom end" offset={6}>
      <Menu className={styles.menu!} aria-label={label} onAction={onAction}>
        {children}
      </Menu>
    </Popover>
  )
}

interface BarMenuSectionProps {
  title: string
  /** The id of the ticked entry, where the section chooses one of several. */
  selected?: string
  children: ReactNode
}

export function BarMenuSection({ title, selected, children }: BarMenuSectionProps) {
  const choice = selected
    ? ({ selectionMode: 'single', selectedKeys: [selected], disallowEmptySelection: true } as const)
    : {}
  return (
    <MenuSection className={styles.section!} {...choice}>
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
