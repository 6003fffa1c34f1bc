import { useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Button, type Key, MenuTrigger } from 'react-aria-components'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { useSignOut } from '../accounts/account.ts'
import { messageOf } from '../api/client.ts'
import styles from './BarMenu.module.css'
import { BarMenu, BarMenuItem, BarMenuSection } from './BarMenu.tsx'
import { monogramOf } from './Monogram.tsx'

const SignOutDialog = lazy(() =>
  import('../saving/SignOutDialog.tsx').then(({ SignOutDialog }) => ({ default: SignOutDialog })),
)

/** One's own settings, the look, and the way out. */
export function AccountMenu({ account }: { account: AccountAnswer }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const signOut = useSignOut()
  const leave = async () => {
    const { forgetUnsent } = await import('../saving/leaving.ts')
    setAsking(false)
    await signOut().then(
      () => forgetUnsent(account.person.id),
      (problem) => notifications.show({ color: 'red', message: messageOf(problem) }),
    )
  }
  const leaveOrAsk = async () => {
    const { leftBehindOf } = await import('../saving/leaving.ts')
    const { unsent, refused } = leftBehindOf(account.person.id)
    if (unsent + refused > 0) setAsking(true)
    else await leave()
  }
  const act = (key: Key) => {
    if (key === 'settings') void navigate({ to: '/settings' })
    else if (key === 'signOut') void leaveOrAsk()
    else setColorScheme(key as 'light' | 'dark' | 'auto')
  }
  return (
    <>
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
      {isAsking ? (
        <Suspense>
          <SignOutDialog account={account} onSignOut={leave} onStay={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
