import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { DigestSettings } from '../inbox/DigestSettings.tsx'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { useAccount, useActingMembership } from './account.ts'
import { KeySettings } from './KeySettings.tsx'
import { NewOrganisation } from './NewOrganisation.tsx'
import { OrganisationSettings } from './OrganisationSettings.tsx'
import { ProfileSettings } from './ProfileSettings.tsx'
import { SessionSettings } from './SessionSettings.tsx'

export function SettingsPage() {
  const account = useAccount()
  const acting = useActingMembership()
  const { tab = 'profile' } = useSearch({ from: '/signedIn/settings' })
  const navigate = useNavigate()
  if (!account) return <Loading what="the settings" />
  const open = (value: string | null) => {
    void navigate({ to: '/settings', search: { tab: value as typeof tab }, replace: true })
  }
  return (
    <Page title="Settings" width="text">
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="profile">You</Tabs.Tab>
          <Tabs.Tab value="sessions">Signed in at</Tabs.Tab>
          <Tabs.Tab value="organisation">{acting?.organisation.name ?? 'Organisation'}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile">
          <ProfileSettings account={account} />
          <DigestSettings account={account} />
          <KeySettings account={account} />
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <SessionSettings />
        </Tabs.Panel>
        <Tabs.Panel value="organisation">
          {acting ? (
            <OrganisationSettings account={account} acting={acting} />
          ) : (
            <NewOrganisation
              title="You belong to no organisation"
              text="Found one, or ask a colleague to invite you."
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
