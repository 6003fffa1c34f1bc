import { Button, Group, Popover, Text } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Mark, Perspective } from '../../../shared/model/rows.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { usePanelNames } from './usePanelNames.ts'

type SharingProps = { kind: 'perspective'; row: Perspective } | { kind: 'mark'; row: Mark }

/** Sharing names its recipients first; what is shared can be withdrawn. */
export function Sharing({ kind, row }: SharingProps) {
  const { journey, ecosystem } = useMapView()
  const commands = useCommands()
  const { others } = usePanelNames()
  const [isOpen, setOpen] = useState(false)
  const isShared = row.audience.some((key) => key !== `org:${ecosystem.author.organisationId}`)
  const share = (audience: 'map' | 'organisation'): ActionInput => ({
    type: `${kind}.share`,
    id: row.id,
    with: audience,
  })
  const reason = commands.whyNot([share(isShared ? 'organisation' : 'map')])
  if (isShared) {
    return (
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          disabled={reason !== null}
          onClick={() => commands.change([share('organisation')], 'Withdraw')}
        >
          Withdraw
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.buttons}>
      <Popover opened={isOpen} onChange={setOpen} width={300} position="top-start" trapFocus>
        <Popover.Target>
          <Button size="xs" variant="default" disabled={reason !== null} onClick={() => setOpen(true)}>
            Share …
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm">
          <Text size="sm">
            {others.length > 0
              ? `${others.join(', ')} will see this, and whoever joins "${journey.map.name}" later.`
              : `Nobody else is on "${journey.map.name}" yet. Whoever joins it later will see this.`}
          </Text>
          <Group gap="xs" mt="sm">
            <Button
              size="xs"
              color="yours"
              onClick={() => {
                setOpen(false)
                commands.change([share('map')], 'Share')
              }}
            >
              Share with them
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setOpen(false)}>
              Keep it private
            </Button>
          </Group>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
