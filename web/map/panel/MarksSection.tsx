import { IconArrowDown, IconArrowUp, IconEye, IconLock, IconStar } from '@tabler/icons-react'
import type { ActionInput } from '../../../shared/edits/actions/actions.ts'
import { type MarkKind, markKinds } from '../../../shared/model/perspective.ts'
import type { Mark } from '../../../shared/model/rows.ts'
import { TalkAbout } from '../../comments/TalkAbout.tsx'
import { Wash } from '../../live/Wash.tsx'
import { WhoIsEditing } from '../../live/WhoIsEditing.tsx'
import { sayParties } from '../../sharing/markWords.ts'
import { readersOf } from '../../sharing/readers.ts'
import { Withdrawn } from '../../sharing/Withdrawn.tsx'
import { newMark } from '../gestures/marks.ts'
import { living } from '../journey/readJourney.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { markNames } from '../useMapCommands.ts'
import { FieldList } from './fields/FieldList.tsx'
import styles from './MarksSection.module.css'
import { type MarkFields, markFields, partiesFor } from './markFields.tsx'
import panel from './Panel.module.css'
import { Section } from './Section.tsx'
import { Sharing } from './Sharing.tsx'
import { usePanelNames } from './usePanelNames.ts'

interface MarksSectionProps {
  targetKind: 'touchpoint' | 'link'
  targetId: string
}

const icons = { pain: IconArrowDown, delight: IconArrowUp, momentOfTruth: IconStar }

/** Pain, delight and moment of truth, by whom, and in whose words. */
export function MarksSection({ targetKind, targetId }: MarksSectionProps) {
  const { ecosystem } = useMapView()
  const commands = useCommands()
  const { ours: ourName } = usePanelNames()
  const marks = living(ecosystem.rows.list('mark', 'targetId', targetId))
  const isOurs = (mark: Mark) => mark.organisationId === ecosystem.author.organisationId
  const ours = marks.filter(isOurs)
  const isPrivate = ours.every((mark) => readersOf(mark, ecosystem).isPrivate)
  const eyes = isPrivate ? `Only ${ourName} sees ours, until we share it` : 'Each of ours says who sees it'
  return (
    <Section title="Marks" eyes={eyes} isPrivate={isPrivate} reason={commands.view.readOnly}>
      <div className={styles.toggles}>
        {markKinds.map((kind) => {
          const ours = marks.find((mark) => mark.kind === kind && isOurs(mark))
          const Icon = icons[kind]
          return (
            <button
              key={kind}
              type="button"
              className={styles.toggle}
              data-kind={kind}
              aria-pressed={ours !== undefined}
              disabled={commands.view.readOnly !== null}
              onClick={() => toggle(kind, ours)}
            >
              <Icon size={15} stroke={2.5} aria-hidden="true" /> {markNames[kind]}
            </button>
          )
        })}
      </div>
      <ul className={panel.list}>
        {marks.map((mark) => (
          <MarkRow key={mark.id} mark={mark} isOurs={isOurs(mark)} />
        ))}
      </ul>
      <Withdrawn ecosystem={ecosystem} targetId={targetId} kind="mark" />
    </Section>
  )

  function toggle(kind: MarkKind, ours: Mark | undefined) {
    const action: ActionInput = ours
      ? { type: 'mark.remove', id: ours.id }
      : newMark({ targetKind, targetId }, kind)
    commands.change([action], ours ? `Unmark ${markNames[kind]}` : `Mark ${markNames[kind]}`)
  }
}

function MarkRow({ mark, isOurs }: { mark: Mark; isOurs: boolean }) {
  const { ecosystem, journey, partnerId } = useMapView()
  const commands = useCommands()
  const { nameOf } = usePanelNames()
  const row = { kind: 'mark', id: mark.id } as const
  const talk = partnerId ? null : (
    <TalkAbout ecosystem={ecosystem} what={`this ${markNames[mark.kind]}`} kind="mark" row={mark} />
  )
  if (!isOurs) {
    return (
      <li className={panel.row}>
        <span className={panel.rowName}>
          <strong>{nameOf(mark.organisationId)}</strong>: {markNames[mark.kind]}
          {mark.statement ? <>, “{mark.statement}”</> : null}
          {sayParties(mark, (id) => ecosystem.rows.get('party', id)?.name ?? 'a party')}
          <WhoIsEditing row={row} />
          <Wash rowId={mark.id} />
        </span>
        {talk}
      </li>
    )
  }
  const { isPrivate, sentence } = readersOf(mark, ecosystem)
  const locked = commands.view.readOnly !== null
  const parties = partiesFor(mark, journey, ecosystem.rows)
  const save = (fields: MarkFields) =>
    commands.change([{ type: 'mark.change', id: mark.id, fields }], markNames[mark.kind])
  const Eyes = isPrivate ? IconLock : IconEye
  return (
    <li>
      <span className={panel.eyes}>
        <Eyes size={14} stroke={2} aria-hidden="true" /> {sentence}
      </span>
      <FieldList row={row} locked={locked} fields={markFields({ mark, parties, locked, save })} />
      {locked ? null : <Sharing kind="mark" row={mark} />}
      {talk}
    </li>
  )
}
