import {
  type CoordinateExtent,
  type OnMove,
  type OnNodesChange,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { Following } from '../../live/Following.tsx'
import { placeToAdd } from '../drawing/placeToAdd.ts'
import { addStage } from '../gestures/shapes.ts'
import { useCommands, useMapView } from '../MapContext.tsx'
import { namingId } from '../mapState.ts'
import { ProposeMove } from '../moves/ProposeMove.tsx'
import { Backdrop, DropReason } from './Backdrop.tsx'
import { BondEdge } from './BondEdge.tsx'
import { CardNode } from './CardNode.tsx'
import { ConnectChoice } from './ConnectChoice.tsx'
import { ConnectionLine } from './ConnectionLine.tsx'
import { FirstBehind } from './FirstBehind.tsx'
import { GhostNode } from './GhostNode.tsx'
import { HalfNode } from './HalfNode.tsx'
import { LaneHeaders } from './LaneHeaders.tsx'
import { LinkEdge } from './LinkEdge.tsx'
import { lastPlaceOf, rememberPlace } from './lastPlaces.ts'
import styles from './MapCanvas.module.css'
import { OverviewCanvas } from './OverviewCanvas.tsx'
import { OwnStageNode } from './OwnStageNode.tsx'
import { openingView } from './openingView.ts'
import { PinnedStrip } from './PinnedStrip.tsx'
import { roomForCanvas } from './roomForCanvas.ts'
import { StageHeader } from './StageHeader.tsx'
import { StandsOn } from './StandsOn.tsx'
import { type FlowView, type MapNode, toFlow } from './toFlow.ts'
import { useCanvasKeys } from './useCanvasKeys.ts'
import { useClearOfPanel } from './useClearOfPanel.ts'
import { useConnecting } from './useConnecting.ts'
import { useDragging } from './useDragging.ts'
import { useHand } from './useHand.ts'
import { PinningContext, usePinning } from './usePinning.ts'
import { useSettling } from './useSettling.ts'
import { useWindow } from './useWindow.ts'
import { WhereToAdd } from './WhereToAdd.tsx'

const nodeTypes = { card: CardNode, half: HalfNode, ghost: GhostNode, ownStage: OwnStageNode }
const edgeTypes = { link: LinkEdge, bond: BondEdge }

/** The map as lanes, cards and seams. `askedId` is the row an address leads to. */
export function MapCanvas({ askedId }: { askedId?: string | undefined }) {
  const { ecosystem, journey, drawing, lens, heat, state, readOnly } = useMapView()
  const commands = useCommands()
  const flow = useReactFlow()
  const surface = useRef<HTMLElement>(null)
  const pinning = usePinning(journey, drawing, surface)
  const { pin } = pinning
  const { visible, isFar, index } = useWindow(drawing, pin)
  const dragging = useDragging(pinning)
  const connecting = useConnecting(surface)
  const settling = useSettling(drawing, state.focusedId, surface, pinning)
  const onKeyDown = useCanvasKeys(surface, pinning)
  const onPress = useHand()
  useClearOfPanel(surface)
  const previous = useRef<FlowView>(undefined)
  const { selected, focusedId, naming } = state
  const shown = useMemo(
    () =>
      toFlow(
        {
          journey,
          drawing,
          visible,
          lens,
          heat,
          selected,
          focusedId: isFar ? null : focusedId,
          namingId: namingId(naming),
          dragged: dragging.positions,
          pin,
        },
        previous.current,
      ),
    [journey, drawing, visible, isFar, lens, heat, selected, focusedId, naming, dragging.positions, pin],
  )
  previous.current = shown
  const { personId } = ecosystem.author
  const [opening] = useState(() => {
    const hasStrip = lens === 'heat' && heat === 'feelings'
    return openingView(journey, drawing, roomForCanvas({ hasStrip }), {
      askedId,
      last: lastPlaceOf(personId, journey.map.id),
    })
  })
  const extent = useMemo(() => extentOf(drawing), [drawing])
  const onMoveEnd: OnMove = useCallback(
    (_event, viewport) => rememberPlace(personId, commands.view.journey.map.id, viewport),
    [commands, personId],
  )
  const onNodesChange: OnNodesChange<MapNode> = useCallback(
    (changes) => {
      dragging.follow(changes)
      const chosen = changes.filter((change) => change.type === 'select')
      if (chosen.length > 0) {
        commands.view.setState((now) => {
          const selected = new Set(now.selected)
          for (const { id, selected: isIn } of chosen) isIn ? selected.add(id) : selected.delete(id)
          return { ...now, selected }
        })
      }
    },
    [commands, dragging.follow],
  )
  const letGo = useCallback(() => {
    commands.focus(null)
    commands.openPanel(null)
  }, [commands])
  const endProposing = useCallback(() => {
    commands.view.setState((now) => ({ ...now, proposing: null }))
    surface.current?.focus()
  }, [commands])
  const addStageAtEnd = useCallback(() => {
    const action = addStage('New stage', null, 'after', commands.view.journey)
    if (commands.change([action], 'Add a stage') && 'id' in action) commands.openPanel(String(action.id))
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
        <Backdrop journey={journey} drawing={drawing} zones={dragging.zones} />
        {isFar ? (
          <OverviewCanvas
            journey={journey}
            drawing={drawing}
            selected={state.selected}
            heat={lens === 'heat' ? heat : 'marks'}
          />
        ) : null}
        <PinningContext value={pinning}>
          <ReactFlow
            nodes={shown.nodes}
            edges={shown.edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            defaultViewport={opening}
            minZoom={0.15}
            translateExtent={extent}
            maxZoom={2}
            onMoveEnd={onMoveEnd}
            onNodeClick={(event, node) => {
              if (node.type !== 'card') return
              if (event.shiftKey || event.metaKey || event.ctrlKey) {
                commands.view.setState((now) => ({ ...now, focusedId: node.id }))
                return
              }
              commands.focus(node.id)
              if (namingId(commands.view.state.naming) !== node.id) commands.openPanel(node.id)
            }}
            onEdgeClick={(_event, edge) => {
              if (edge.type !== 'link' || !edge.data) return
              commands.focus(edge.data.item.id)
              commands.openPanel(edge.data.item.id)
            }}
            onPaneClick={(event) => {
              const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
              const hit = isFar ? index.cardAt(at) : null
              const painted = hit && (journey.ghosts.get(hit)?.cardId ?? hit)
              commands.focus(painted)
              commands.openPanel(painted)
            }}
            onNodeDragStart={dragging.start}
            onNodeDrag={dragging.over}
            onNodeDragStop={dragging.stop}
            onConnectEnd={connecting.end}
            connectionLineComponent={ConnectionLine}
            nodesDraggable={readOnly === null}
            nodesConnectable={readOnly === null}
            nodeDragThreshold={4}
            selectNodesOnDrag={false}
            selectionMode={SelectionMode.Partial}
            multiSelectionKeyCode={severalKeys}
            deleteKeyCode={null}
            disableKeyboardA11y
            nodesFocusable={false}
            edgesFocusable={false}
            elevateNodesOnSelect={false}
            panOnScroll
            zoomOnDoubleClick={false}
          >
            {pin ? (
              <PinnedStrip {...{ journey, drawing, pin, zones: dragging.zones }} onClick={letGo} />
            ) : null}
          </ReactFlow>
        </PinningContext>
        <WhereToAdd journey={journey} drawing={drawing} pin={pin} />
        <FirstBehind surface={surface} under={pinning.under} />
        <DropReason zones={dragging.zones} />
        <StandsOn />
        <Following drawing={drawing} surface={surface} />
        {connecting.choice ? <ConnectChoice {...connecting.choice} /> : null}
        <ProposeMove onDone={endProposing} />
      </section>
    </div>
  )
}

/** With one of them held, a click adds a card to those that are chosen, or takes it away again. */
const severalKeys = ['Shift', 'Meta', 'Control']

/** One can pan beyond the drawing, but not lose sight of it. */
function extentOf({ width, height }: Drawing): CoordinateExtent {
  return [
    [-600, -300],
    [width + 1_400, height + 900],
  ]
}
