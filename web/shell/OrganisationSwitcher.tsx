import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Button, MenuTrigger } from 'react-aria-components'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { useActingMembership, useSwitchOrganisation } from '../accounts/account.ts'
import styles from './BarMenu.module.css'
import { BarMenu, BarMenuItem, BarMenuSection } from './BarMenu.tsx'
import { Monogram } from './Monogram.tsx'
import bar from './VisitorActions.module.css'

const SwitchDialog = lazy(() =>
  import('../saving/SwitchDialog.tsx').then(({ SwitchDialog }) => ({ default: SwitchDialog })),
)

const roleWords = { admin: 'you administer it', editor: 'you edit', viewer: 'you read and comment' }

/** Always says for which organisation one acts; never a union of all of a person's organisations. */
export function OrganisationSwitcher({ account }: { account: AccountAnswer }) {
  const acting = useActingMembership()
  const switchTo = useSwitchOrganisation()
  const [asked, setAsked] = useState<{ to: string; unsent: number } | null>(null)
  if (!acting) {
    return (
      <Link to="/settings" search={{ tab: 'organisation' }} className={bar.link}>
        No organisation
      </Link>
    )
  }
  const { name, id } = acting.organisation
  const switchOrAsk = async (to: string) => {
    const { unsentFor } = await import('../saving/leaving.ts')
    const unsent = unsentFor(id)
    if (unsent > 0) setAsked({ to, unsent })
    else await switchTo(to)
  }
  const nameOf = (organisationId: string) =>
    account.memberships.find(({ organisation }) => organisation.id === organisationId)?.organisation.name ??
    ''
  return (
    <>
      <MenuTrigger>
        <Button className={styles.chip} aria-label={`Acting for ${name}. Switch organisation`}>
          <span className={styles.chipName}>{name}</span>
          <IconChevronDown size={16} stroke={2.25} aria-hidden="true" />
        </Button>
        <BarMenu
          label="Organisation you act for"
          onAction={(key) => {
            if (key !== id) void switchOrAsk(String(key))
          }}
        >
          <BarMenuSection title="You act for" selected={id}>
            {account.memberships.map(({ organisation, role }) => (
              <BarMenuItem key={organisation.id} id={organisation.id} label={organisation.name}>
                <Monogram name={organisation.name} relation={organisation.id === id ? 'yours' : 'others'} />
                <span className={styles.twoLines}>
                  <span>{organisation.name}</span>
                  <span className={styles.quiet}>{roleWords[role]}</span>
                </span>
              </BarMenuItem>
            ))}
          </BarMenuSection>
        </BarMenu>
      </MenuTrigger>
      {asked ? (
        <Suspense>
          <SwitchDialog
            unsent={asked.unsent}
            from={name}
            to={nameOf(asked.to)}
            onSwitch={() => {
              setAsked(null)
              void switchTo(asked.to)
            }}
            onStay={() => setAsked(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
