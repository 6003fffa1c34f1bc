import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import type { Perspective } from '../../../shared/model/rows.ts'
import { TalkAbout } from '../../comments/TalkAbout.tsx'
import { readersOf } from '../../sharing/readers.ts'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { FieldList } from './fields/FieldList.tsx'
import { ourViewFields, type ViewFields } from './ourViewFields.tsx'
import styles from './Panel.module.css'
import { Section } from './Section.tsx'
import { Sharing } from './Sharing.tsx'
import { usePanelNames } from './usePanelNames.ts'

interface OurViewProps {
  targetKind: 'touchpoint' | 'link'
  targetId: string
}

type Behalf = Perspective['onBehalfOf']

/** How our organisation sees it: private from the first keystroke, until we share it. */
export function OurView({ targetKind, targetId }: OurViewProps) {
  const { ecosystem, partnerId } = useMapView()
  const commands = useCommands()
  const names = usePanelNames()
  const [onBehalfOf, setBehalf] = useState<Behalf>('self')
  const { author, rows } = ecosystem
  const ours = living(rows.list('perspective', 'targetId', targetId)).filter(
    ({ organisationId }) => organisationId === author.organisationId,
  )
  const view = ours.find((row) => row.onBehalfOf === onBehalfOf) ?? null
  const readers = view && readersOf(view, ecosystem)
  const isPrivate = !readers || readers.isPrivate
  if (partnerId && isPrivate) return null
  const locked = commands.view.readOnly !== null
  const save = (fields: ViewFields) => {
    const action: ActionInput = view
      ? { type: 'perspective.change', id: view.id, fields }
      : { type: 'perspective.add', id: crypto.randomUUID(), targetKind, targetId, onBehalfOf, ...fields }
    commands.change([action], 'Our view')
  }
  return (
    <Section
      title="Our view"
      eyes={isPrivate ? names.onlyUs : readers.sentence}
      isPrivate={isPrivate}
      reason={partnerId ? null : commands.view.readOnly}
    >
      <div className={styles.fields}>
        <SegmentedControl
          size="xs"
          aria-label="Whose view"
          value={onBehalfOf}
          onChange={(value) => setBehalf(value as Behalf)}
          data={[
            { value: 'self', label: 'As we live it' },
            { value: 'customer', label: 'For the customer' },
          ]}
        />
        <FieldList
          key={onBehalfOf}
          row={view ? { kind: 'perspective', id: view.id } : undefined}
          locked={locked}
          fields={ourViewFields({ view, targetKind, onBehalfOf, locked, save })}
        />
      </div>
      {view && !locked ? <Sharing kind="perspective" row={view} /> : null}
      {view && !locked ? (
        <Button
          size="xs"
          variant="subtle"
          mt={6}
          onClick={() => commands.change([{ type: 'perspective.remove', id: view.id }], 'Delete our view')}
        >
          Delete this view
        </Button>
      ) : null}
      {view && !partnerId ? (
        <TalkAbout key={view.id} ecosystem={ecosystem} what="our view" kind="perspective" row={view} />
      ) : null}
    </Section>
  )
}
