import { Switch } from '@mantine/core'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { switchSingleKeys, useSingleKeys } from '../shell/singleKeys.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Whether a single letter, digit or sign is a command. */
export function KeySettings({ account }: { account: AccountAnswer }) {
  const isOn = useSingleKeys()
  return (
    <SettingsSection
      title="Keys"
      text="Switch them off if you speak to your computer or press keys by accident. Arrows, Enter and keys held with Ctrl go on working. This holds for you on this device."
    >
      <Switch
        label="Single keys are commands, such as P for a pain on the map or J for the next in the review"
        checked={isOn}
        onChange={({ currentTarget }) => switchSingleKeys(account.person.id, currentTarget.checked)}
      />
    </SettingsSection>
  )
}
