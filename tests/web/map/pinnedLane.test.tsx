// The end customer's lane while it is pinned: what is chosen by a box, and what is dragged while the map pans.
import { act, renderHook } from '@testing-library/react'
import { ReactFlowProvider, useStoreApi } from '@xyflow/react'
import { createRef, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import type { MapNode } from '../../../web/map/canvas/toFlow.ts'
import { useDragging } from '../../../web/map/canvas/useDragging.ts'
import { usePinning } from '../../../web/map/canvas/usePinning.ts'
import { MapProvider } from '../../../web/map/MapContext.tsx'
import type { MapView } from '../../../web/map/useMap.ts'
import type { MapCommands } from '../../../web/map/useMapCommands.ts'
import { readMap } from '../../map/readingMap.ts'
import { valueChain } from '../../support/chain.ts'

/** A canvas that ends so many pixels above the end of the map. */
function open(missing: number) {
  const chain = valueChain()
  const { journey, drawing } = readMap(chain, chain.insurer)
  const surface = createRef<HTMLElement>()
  const view = { journey, drawing, ecosystem: { rows: chain.server.rows } } as unknown as MapView
  const commands = { view, whyNot: () => null, hold: () => {} } as unknown as MapCommands
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ReactFlowProvider>
      <MapProvider view={view} commands={commands}>
        {children}
      </MapProvider>
    </ReactFlowProvider>
  )
  const { result } = renderHook(
    () => {
      const store = useStoreApi()
      const pinning = usePinning(journey, drawing, surface)
      return { store, pinning, dragging: useDragging(pinning) }
    },
    { wrapper },
  )
  const look = (pixels: number) =>
    act(() =>
      result.current.store.setState({
        ...{ transform: [0, 600 - drawing.height + pixels, 1], width: 1300, height: 600 },
      }),
    )
  look(missing)
  const place = drawing.cards.find(({ id }) => id === chain.cards.learn)!
  const seenAt = (y: number) => result.current.pinning.seen(place.id, { x: 0, y }).y
  return { result, look, place, seenAt }
}

it('lies in its own place while a box is drawn, and is still on the page', () => {
  const { result, seenAt } = open(80)
  const { pin } = result.current.pinning
  expect([seenAt(500), result.current.pinning.inSight]).toEqual([420, pin])
  act(() => result.current.store.setState({ userSelectionActive: true }))
  expect([seenAt(500), result.current.pinning.inSight]).toEqual([500, null])
  expect(result.current.pinning.pin).toBe(pin)
  expect(pin).not.toBeNull()
  act(() => result.current.store.setState({ userSelectionActive: false }))
  expect([seenAt(500), result.current.pinning.inSight]).toEqual([420, pin])
})

it.each([80, 20])('keeps a dragged card of it at the pointer while the map pans (to %s)', (panned) => {
  const { result, look, place, seenAt } = open(50)
  const node = { id: place.id, type: 'card', position: { x: place.x, y: place.y } } as MapNode
  act(() => result.current.dragging.start({} as never, node, [node]))
  look(panned)
  // The pointer has not moved on screen: React Flow takes back what the map was panned by.
  const y = place.y - (panned - 50)
  act(() =>
    result.current.dragging.follow([
      { type: 'position', id: place.id, dragging: true, position: { x: place.x, y } },
    ]),
  )
  expect(seenAt(result.current.dragging.positions.get(place.id)!.y)).toBe(y - 50)
})
