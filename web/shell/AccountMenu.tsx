import { useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Button, type Key, MenuTrigger } from 'react-aria-components'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { useSignOut } from '../accounts/account.ts'
import styles from './BarMenu.module.css'
import { BarMenu, BarMenuItem, BarMenuSection } from './BarMenu.tsx'
import { monogramOf } from './Monogram.tsx'

/** One's own settings, the look, and the way out. */
export function AccountMenu({ account }: { account: AccountAnswer }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const act = (key: Key) => {
    if (key === 'settings') void navigate({ to: '/settings' })
    else if (key === 'signOut') void signOut()
    else setColorScheme(key as 'light' | 'dark' | 'auto')
  }
  return (
    <MenuTrigger>
      <Button className={styles.round} aria-label={`Account of ${account.person.name}`}>
        {monogramOf(account.person.name)}
      </Button>
      <BarMenu label="Account" onAction={act}>
        <BarMenuSection title={account.person.email}>
          <BarMenuItem id="settings" label="Settings">
            <IconSettings size={18} aria-hidden="true" /> Settings
          </BarMenuItem>
          <BarMenuItem id="signOut" label="Sign out">
            <IconLogout size={18} aria-hidden="true" /> Sign out
          </BarMenuItem>
        </BarMenuSection>
        <BarMenuSection title="Look" selected={colorScheme}>
          <BarMenuItem id="light" label="Light">
            <IconSun size={18} aria-hidden="true" /> Light
          </BarMenuItem>
          <BarMenuItem id="dark" label="Dark">
            <IconMoon size={18} aria-hidden="true" /> Dark
          </BarMenuItem>
          <BarMenuItem id="auto" label="As the device">
            <IconDeviceDesktop size={18} aria-hidden="true" /> As the device
          </BarMenuItem>
        </BarMenuSection>
      </BarMenu>
    </MenuTrigger>
  )
}
