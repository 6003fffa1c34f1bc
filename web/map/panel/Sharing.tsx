import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Mark, Perspective, Responsibility } from '../../../shared/model/rows.ts'
import { readersOf } from '../../sharing/readers.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import styles from './Panel.module.css'
import { ShareDialog } from './ShareDialog.tsx'

type SharingProps =
  | { kind: 'perspective'; row: Perspective }
  | { kind: 'mark'; row: Mark }
  | { kind: 'responsibility'; row: Responsibility }
export type Recipients = Extract<ActionInput, { type: 'perspective.share' }>['with']

/** Sharing names its recipients and what they will see first; what is shared can be withdrawn. */
export function Sharing({ kind, row }: SharingProps) {
  const { ecosystem } = useMapView()
  const commands = useCommands()
  const [isOpen, setOpen] = useState(false)
  const { isPrivate } = readersOf(row, ecosystem)
  const share = (audience: Recipients): ActionInput => ({ type: `${kind}.share`, id: row.id, with: audience })
  const reason = commands.whyNot([share(isPrivate ? 'map' : 'organisation')])
  return (
    <div className={styles.buttons}>
      {isPrivate ? null : (
        <Button
          size="xs"
          variant="default"
          disabled={reason !== null}
          onClick={() => commands.change([share('organisation')], 'Withdraw')}
        >
          Withdraw
        </Button>
      )}
      <Popover opened={isOpen} onChange={setOpen} width={324} position="top-start" trapFocus>
        <Popover.Target>
          <Button
            size="xs"
            variant={isPrivate ? 'default' : 'subtle'}
            disabled={reason !== null}
            onClick={() => setOpen(true)}
          >
            {isPrivate ? 'Share …' : 'Who sees this …'}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm">
          <ShareDialog
            row={row}
            onCancel={() => setOpen(false)}
            onShare={(audience) => {
              setOpen(false)
              commands.change([share(audience)], 'Share')
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {reason ? <span className={styles.quiet}>{reason}</span> : null}
    </div>
  )
}
