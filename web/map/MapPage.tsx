import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { EcosystemFailure } from '../ecosystems/EcosystemFailure.tsx'
import { MapPresenceProvider } from '../live/MapPresence.tsx'
import { rowNameOf } from '../live/rowNameOf.ts'
import { onMap } from '../partners/leftMarks.ts'
import { RateSelection } from '../rounds/RateSelection.tsx'
import { SessionBoard } from '../sessions/SessionBoard.tsx'
import { useWithdrawals } from '../sharing/useWithdrawals.ts'
import { Empty } from '../shell/Empty.tsx'
import { Loading } from '../shell/Loading.tsx'
import { rememberMap } from '../shell/lastMap.ts'
import { ButtonLink } from '../shell/links.tsx'
import { Page, usePageTitle } from '../shell/Page.tsx'
import { useUndoKeys } from '../sync/undoKeys.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'
import { useEcosystem } from '../sync/useEcosystem.ts'
import { KeyHelp } from './bar/KeyHelp.tsx'
import { MapBar } from './bar/MapBar.tsx'
import { Notices } from './bar/Notices.tsx'
import { ObjectiveLine } from './bar/ObjectiveLine.tsx'
import { StatusLine } from './bar/StatusLine.tsx'
import { MapCanvas } from './canvas/MapCanvas.tsx'
import { FeelingStrip } from './feelings/FeelingStrip.tsx'
import { hasLenses, type Lens } from './lens.ts'
import { MapProvider } from './MapContext.tsx'
import styles from './MapPage.module.css'
import { OutlineView } from './outline/OutlineView.tsx'
import { TableView } from './outline/TableView.tsx'
import { EmptyMap } from './panel/EmptyMap.tsx'
import { Panel } from './panel/Panel.tsx'
import { useMap } from './useMap.ts'
import { useMapCommands } from './useMapCommands.ts'
import { useNarrow } from './useNarrow.ts'
import { frameworkWords } from './words.ts'

/** The map: canvas, outline or table, with the panel over it. */
export function MapPage() {
  const { ecosystemId, mapId } = useParams({ from: '/signedIn/ecosystems/$ecosystemId/maps/$mapId' })
  const ecosystem = useEcosystem(ecosystemId)
  if (!ecosystem || ecosystem.status === 'loading') return <Loading what="the map" />
  if (ecosystem.status === 'failed') return <EcosystemFailure ecosystem={ecosystem} />
  return <LoadedMap key={mapId} whole={ecosystem} mapId={mapId} />
}

function LoadedMap({ whole, mapId }: { whole: Ecosystem; mapId: string }) {
  const ecosystem = useMemo(() => onMap(whole, mapId), [whole, mapId])
  const search = useSearch({ from: '/signedIn/ecosystems/$ecosystemId/maps/$mapId' })
  const navigate = useNavigate({ from: '/ecosystems/$ecosystemId/maps/$mapId' })
  const [isHelpOpen, setHelpOpen] = useState(false)
  const isNarrow = useNarrow()
  const shown = search.view ?? (isNarrow ? 'outline' : 'canvas')
  const found = useMap(ecosystem, mapId, { ...search, isDrawn: shown === 'canvas' })
  const view = found === 'drawing' ? null : found
  const set = (part: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true })
  const commands = useMapCommands(view, {
    openPanel: (id) => {
      if ((id ?? undefined) !== search.select) set({ select: id ?? undefined })
    },
    showLens: (lens: Lens) => {
      if (view && !hasLenses(view.journey)) commands.say(frameworkWords.strategic)
      else set({ lens: lens === 'plan' ? undefined : lens })
    },
    showHelp: () => setHelpOpen(true),
  })
  useEffect(() => {
    if (search.select) commands.point(search.select)
  }, [search.select, commands])
  usePageTitle(view?.journey.map.name ?? 'Map')
  useUndoKeys(ecosystem)
  useWithdrawals(ecosystem)
  useEffect(() => rememberMap(ecosystem.ecosystemId, mapId), [ecosystem.ecosystemId, mapId])
  if (found === 'drawing') return <Loading what="the map" />
  if (!view) return <MapNotThere ecosystemId={ecosystem.ecosystemId} />
  const isEmpty = view.journey.lanes.length === 0
  return (
    <MapProvider view={view} commands={commands}>
      <MapPresenceProvider
        ecosystemId={ecosystem.ecosystemId}
        own={ecosystem.author}
        mapId={mapId}
        selected={rowNameOf(view.state.focusedId ?? search.select, view.journey)}
      >
        <ReactFlowProvider>
          <div className={styles.page}>
            <h1 className="il-visually-hidden">{view.journey.map.name}</h1>
            <MapBar
              shown={shown}
              onShow={(next) => set({ view: next === (isNarrow ? 'outline' : 'canvas') ? undefined : next })}
              onPartner={(partner) => set({ partner })}
              onFilter={set}
              isSessionOpen={search.session === 'board'}
              onSession={(isOpen) => set({ session: isOpen ? 'board' : undefined })}
            />
            <ObjectiveLine />
            <div className={styles.body}>
              {isEmpty ? (
                <EmptyMap />
              ) : shown === 'table' ? (
                <TableView />
              ) : shown === 'outline' ? (
                <OutlineView />
              ) : (
                <MapCanvas askedId={search.select} />
              )}
              {search.select ? <Panel id={search.select} /> : null}
              <RateSelection />
              {search.session === 'board' && !view.partnerId ? (
                <SessionBoard onClose={() => set({ session: undefined })} />
              ) : null}
              <Notices panelId={search.select} />
            </div>
            {view.lens === 'heat' && view.heat === 'feelings' && !isEmpty && shown === 'canvas' ? (
              <FeelingStrip />
            ) : null}
            <StatusLine
              isCanvas={!isEmpty && shown === 'canvas'}
              onHeat={(heat) => set({ heat: heat === 'marks' ? undefined : heat })}
            />
            <KeyHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
          </div>
        </ReactFlowProvider>
      </MapPresenceProvider>
    </MapProvider>
  )
}

function MapNotThere({ ecosystemId }: { ecosystemId: string }) {
  return (
    <Page title="Map">
      <Empty
        title="This map is not here"
        action={
          <ButtonLink variant="default" to="/ecosystems/$ecosystemId/partners" params={{ ecosystemId }}>
            Partners and maps
          </ButtonLink>
        }
      >
        It was deleted, or your organisation takes no part in it.
      </Empty>
    </Page>
  )
}
