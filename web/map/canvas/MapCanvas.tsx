import { useReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useRef, useState } from 'react'
import { Following } from '../../live/Following.tsx'
import { placeToAdd } from '../drawing/placeToAdd.ts'
import { addStage } from '../gestures/shapes.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { ProposeMove } from '../moves/ProposeMove.tsx'
import { FirstBehind } from './FirstBehind.tsx'
import { LaneHeaders } from './LaneHeaders.tsx'
import { lastPlaceOf } from './lastPlaces.ts'
import styles from './MapCanvas.module.css'
import { MapFlow } from './MapFlow.tsx'
import { openingView } from './openingView.ts'
import { roomForCanvas } from './roomForCanvas.ts'
import { StageHeader } from './StageHeader.tsx'
import { StandsOn } from './StandsOn.tsx'
import { useCanvasKeys } from './useCanvasKeys.ts'
import { useClearOfPanel } from './useClearOfPanel.ts'
import { useGivenSizes } from './useGivenSizes.ts'
import { useHand } from './useHand.ts'
import { PinningContext, usePinning } from './usePinning.ts'
import { useSettling } from './useSettling.ts'
import { WhereToAdd } from './WhereToAdd.tsx'

/** The map as lanes, cards and seams. `askedId` is the row an address leads to. */
export function MapCanvas({ askedId }: { askedId?: string | undefined }) {
  const { ecosystem, journey, drawing, lens, heat, state, readOnly } = useMapView()
  const commands = useCommands()
  const flow = useReactFlow()
  const surface = useRef<HTMLElement>(null)
  useGivenSizes()
  const pinning = usePinning(journey, drawing, surface)
  const settling = useSettling(drawing, state.focusedId, surface, pinning)
  const onKeyDown = useCanvasKeys(surface, pinning)
  const onPress = useHand()
  useClearOfPanel(surface)
  const { personId } = ecosystem.author
  const [opening] = useState(() => {
    const hasStrip = lens === 'heat' && heat === 'feelings'
    return openingView(journey, drawing, roomForCanvas({ hasStrip }), {
      askedId,
      last: lastPlaceOf(personId, journey.map.id),
    })
  })
  const addStageAtEnd = useCallback(() => {
    const action = addStage('New stage', null, 'after', commands.view.journey)
    if (commands.change([action], 'Add a stage') && 'id' in action) commands.openPanel(String(action.id))
  }, [commands])
  const endProposing = useCallback(() => {
    commands.view.setState((now) => ({ ...now, proposing: null }))
    surface.current?.focus()
  }, [commands])
  return (
    <div className={styles.frame}>
      <div className={styles.corner} aria-hidden="true" />
      <StageHeader journey={journey} drawing={drawing} onAdd={readOnly ? undefined : addStageAtEnd} />
      <LaneHeaders journey={journey} drawing={drawing} isReadOnly={readOnly !== null} pin={pinning.inSight} />
      <section
        ref={surface}
        className={styles.surface}
        data-settling={settling || undefined}
        data-linking={state.linkingFrom !== null || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one stop of the Tab key, its cards follow arrows
        tabIndex={0}
        aria-label={`Map ${journey.map.name}. Arrow keys follow links and lanes; ? shows all keys.`}
        onKeyDown={onKeyDown}
        onPointerDownCapture={onPress}
        onDoubleClick={(event) => {
          const card = (event.target as Element).closest<HTMLElement>('[data-card]')?.dataset.card
          if (card) commands.rename(card)
          else if ((event.target as Element).closest('.react-flow__pane')) {
            const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
            const cell = placeToAdd(pinning.under(at), drawing, journey)
            if (cell) commands.addCard(cell)
          }
        }}
      >
        <PinningContext value={pinning}>
          <MapFlow opening={opening} pinning={pinning} surface={surface} />
        </PinningContext>
        <WhereToAdd journey={journey} drawing={drawing} pin={pinning.pin} />
        <FirstBehind surface={surface} under={pinning.under} />
        <StandsOn />
        <Following drawing={drawing} surface={surface} />
        <ProposeMove onDone={endProposing} />
      </section>
    </div>
  )
}
