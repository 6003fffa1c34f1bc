import { SegmentedControl, Select } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconFileText, IconLayoutGrid } from '@tabler/icons-react'
import { FollowButton } from '../../inbox/FollowButton.tsx'
import { WhoIsOnMap } from '../../live/WhoIsOnMap.tsx'
import { useOffers } from '../../search/offers.ts'
import { SessionButton } from '../../sessions/SessionButton.tsx'
import { FilterButton } from '../filter/FilterButton.tsx'
import type { MapFilter } from '../filter/mapFilter.ts'
import { hasLenses, type Lens, lenses, lensNames } from '../lens.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { tidyUp } from '../tidyUp.ts'
import { frameworkNames, frameworkWords } from '../words.ts'
import { barOffers } from './barOffers.ts'
import styles from './MapBar.module.css'
import { type Shown, shownNames } from './shown.ts'

export interface MapBarProps {
  shown: Shown
  onShow(shown: Shown): void
  onPartner(organisationId: string | undefined): void
  onFilter(part: MapFilter): void
  isSessionOpen: boolean
  onSession(isOpen: boolean): void
}

const stateNames = { asIs: 'as-is', toBe: 'to-be' }

/** Which map this is, and the ways of looking at it. */
export function MapBar(props: MapBarProps) {
  const { shown, onShow, onPartner, onFilter, isSessionOpen, onSession } = props
  const { journey, ecosystem, partnerId } = useMapView()
  const commands = useCommands()
  const { map } = journey
  const partners = partnersOf(ecosystem.rows.list('participant', 'mapId', map.id))
  useOffers(() => barOffers(props, partners, { commands, ecosystem, partnerId }))
  return (
    <div className={styles.bar} role="toolbar" aria-label="Map">
      <button type="button" className={styles.title} onClick={() => commands.openPanel(map.id)}>
        <IconFileText size={16} stroke={2} aria-hidden="true" />
        <span className={styles.name}>{map.name}</span>
        <span className={styles.kind} title={frameworkWords[map.framework]}>
          {frameworkNames[map.framework]} · {stateNames[map.state]}
        </span>
      </button>
      <span className={styles.room} />
      <span className={styles.history}>
        <HistoryButton label="Undo" what={ecosystem.undoable} onClick={() => void ecosystem.undo()}>
          <IconArrowBackUp size={18} aria-hidden="true" />
        </HistoryButton>
        <HistoryButton label="Redo" what={ecosystem.redoable} onClick={() => void ecosystem.redo()}>
          <IconArrowForwardUp size={18} aria-hidden="true" />
        </HistoryButton>
        {shown === 'canvas' ? <TidyButton /> : null}
      </span>
      {shown === 'canvas' && hasLenses(journey) ? <LensControl /> : null}
      <SegmentedControl
        size="xs"
        aria-label="Show as"
        value={shown}
        onChange={(value) => onShow(value as Shown)}
        data={Object.entries(shownNames).map(([value, label]) => ({ value, label }))}
      />
      <FilterButton onFilter={onFilter} />
      <SessionButton isOpen={isSessionOpen} onOpen={onSession} />
      <FollowButton
        mapId={map.id}
        organisationId={ecosystem.author.organisationId}
        isSaved={ecosystem.saving.unsent === 0}
      />
      <WhoIsOnMap canFollow={shown === 'canvas'} />
      {partners.length > 0 ? (
        <Select
          className={styles.partner}
          size="xs"
          aria-label="What a partner sees of ours"
          placeholder="What a partner sees of ours"
          value={partnerId}
          onChange={(value) => onPartner(value ?? undefined)}
          clearable
          allowDeselect
          data={partners.map(({ id, name }) => ({ value: id, label: `What ${name} sees of ours` }))}
          clearButtonProps={{ 'aria-label': 'Back to our own view' }}
        />
      ) : null}
    </div>
  )

  function partnersOf(participants: readonly { organisationId: string; state: string; deleted: boolean }[]) {
    const { organisations, author } = ecosystem
    return participants
      .filter(({ deleted, state, organisationId }) => {
        return !deleted && state === 'active' && organisationId !== author.organisationId
      })
      .map(({ organisationId }) => ({
        id: organisationId,
        name: organisations.get(organisationId) ?? 'a partner',
      }))
  }
}

function LensControl() {
  const { lens } = useMapView()
  const commands = useCommands()
  return (
    <SegmentedControl
      size="xs"
      aria-label="Lens"
      value={lens}
      onChange={(value) => commands.showLens(value as Lens)}
      data={lenses.map((value) => ({ value, label: lensNames[value] }))}
    />
  )
}

/** Better places for the cards one may move, so that fewer links cross. */
function TidyButton() {
  const { readOnly } = useMapView()
  const commands = useCommands()
  const words = readOnly ?? 'Tidy up: fewer links cross'
  return (
    <button
      type="button"
      disabled={readOnly !== null}
      aria-label={words}
      title={words}
      onClick={() => void tidyUp(commands)}
    >
      <IconLayoutGrid size={18} aria-hidden="true" />
    </button>
  )
}

interface HistoryButtonProps {
  label: string
  what: string | null
  onClick(): void
  children: React.ReactNode
}

function HistoryButton({ label, what, onClick, children }: HistoryButtonProps) {
  const words = what ? `${label}: ${what}` : `Nothing to ${label.toLowerCase()}`
  return (
    <button type="button" disabled={!what} aria-label={words} title={words} onClick={onClick}>
      {children}
    </button>
  )
}
