import { type CoordinateExtent, ReactFlow, SelectionMode, type Viewport } from '@xyflow/react'
import { memo, type RefObject, useMemo, useRef } from 'react'
import type { Drawing } from '../../../shared/layout/types.ts'
import { useMapView } from '../MapContext.tsx'
import { namingId } from '../mapState.ts'
import { Backdrop, DropReason } from './Backdrop.tsx'
import { BondEdge } from './BondEdge.tsx'
import { CardNode } from './CardNode.tsx'
import { ConnectChoice } from './ConnectChoice.tsx'
import { ConnectionLine } from './ConnectionLine.tsx'
import { GhostNode } from './GhostNode.tsx'
import { HalfNode } from './HalfNode.tsx'
import { LinkEdge } from './LinkEdge.tsx'
import { OverviewCanvas } from './OverviewCanvas.tsx'
import { OwnStageNode } from './OwnStageNode.tsx'
import { PinnedStrip } from './PinnedStrip.tsx'
import { carried, type FlowView, toFlow } from './toFlow.ts'
import { useClicks } from './useClicks.ts'
import { useConnecting } from './useConnecting.ts'
import { useDragging } from './useDragging.ts'
import type { Pinning } from './usePinning.ts'
import { useWindow } from './useWindow.ts'
import { VisibilityWords } from './VisibilityWords.tsx'

const nodeTypes = { card: CardNode, half: HalfNode, ghost: GhostNode, ownStage: OwnStageNode }
const edgeTypes = { link: LinkEdge, bond: BondEdge }

interface MapFlowProps {
  opening: Viewport
  pinning: Pinning
  surface: RefObject<HTMLElement | null>
}

/**
 * Cards and links, and what lies behind them. While a hand carries cards it is this alone that renders with each move, and of
 * the cards only those in hand: what it gives React Flow stays the same from one render to the next.
 */
export const MapFlow = memo(function MapFlow({ opening, pinning, surface }: MapFlowProps) {
  const { journey, drawing, lens, heat, state, readOnly } = useMapView()
  const { pin } = pinning
  const { visible, isFar, isPainted, index } = useWindow(drawing, pin)
  const dragging = useDragging(pinning)
  const connecting = useConnecting(surface)
  const clicks = useClicks(isPainted ? index : null, dragging.follow)
  const previous = useRef<FlowView>(undefined)
  const { selected, focusedId, naming } = state
  const { taken, positions, zones } = dragging
  const shown = useMemo(
    () =>
      toFlow(
        {
          ...{ journey, drawing, visible, lens, heat, selected, pin, dragged: taken },
          focusedId: isFar ? null : focusedId,
          namingId: namingId(naming),
        },
        previous.current,
      ),
    [journey, drawing, visible, isFar, lens, heat, selected, focusedId, naming, taken, pin],
  )
  previous.current = shown
  const nodes = useMemo(() => carried(shown.nodes, positions), [shown, positions])
  const extent = useMemo(() => extentOf(drawing), [drawing])
  return (
    <>
      <Backdrop journey={journey} drawing={drawing} zones={zones} />
      {isPainted ? (
        <OverviewCanvas
          journey={journey}
          drawing={drawing}
          selected={selected}
          heat={lens === 'heat' ? heat : 'marks'}
        />
      ) : null}
      <ReactFlow
        nodes={nodes}
        edges={shown.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...clicks}
        defaultViewport={opening}
        minZoom={0.15}
        translateExtent={extent}
        maxZoom={2}
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
        <VisibilityWords journey={journey} drawing={drawing} pin={pin} />
        {pin ? <PinnedStrip {...{ journey, drawing, pin, zones }} onClick={clicks.onPaneClick} /> : null}
      </ReactFlow>
      <DropReason zones={zones} />
      {connecting.choice ? <ConnectChoice {...connecting.choice} /> : null}
    </>
  )
})

/** With one of them held, a click adds a card to those that are chosen, or takes it away again. */
const severalKeys = ['Shift', 'Meta', 'Control']

/** One can pan beyond the drawing, but not lose sight of it. */
function extentOf({ width, height }: Drawing): CoordinateExtent {
  return [
    [-600, -300],
    [width + 1_400, height + 900],
  ]
}
