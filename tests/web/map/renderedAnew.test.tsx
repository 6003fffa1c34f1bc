// What of the canvas is rendered anew while one pans and drags: counted by what each card and link reads when it renders.
import { MantineProvider } from '@mantine/core'
import { act, render, renderHook, waitFor } from '@testing-library/react'
import { ReactFlowProvider, useStoreApi } from '@xyflow/react'
import { useRef } from 'react'
import { expect, it, vi } from 'vitest'
import { MapFlow } from '../../../web/map/canvas/MapFlow.tsx'
import type { MapNode } from '../../../web/map/canvas/toFlow.ts'
import { PinningContext, usePinning } from '../../../web/map/canvas/usePinning.ts'
import { useSlices } from '../../../web/map/canvas/useSlices.ts'
import { MapProvider, useMapView } from '../../../web/map/MapContext.tsx'
import { nothingChosen } from '../../../web/map/mapState.ts'
import type { MapView } from '../../../web/map/useMap.ts'
import type { MapCommands } from '../../../web/map/useMapCommands.ts'
import { readMap } from '../../map/readingMap.ts'
import { valueChain } from '../../support/chain.ts'

/** An item that says each time it is rendered, which is when this field is read. */
function telling<Item extends object>(item: Item, field: keyof Item, tell: () => void): Item {
  const value = item[field]
  return Object.defineProperty(item, field, {
    enumerable: true,
    get: () => {
      tell()
      return value
    },
  })
}

type Store = ReturnType<typeof useStoreApi<MapNode>>

const opening = { x: 0, y: 0, zoom: 1 }

function Canvas({ take }: { take(store: Store): void }) {
  const { journey, drawing } = useMapView()
  const surface = useRef<HTMLElement>(null)
  const pinning = usePinning(journey, drawing, surface)
  take(useStoreApi<MapNode>())
  return (
    <PinningContext value={pinning}>
      <MapFlow opening={opening} pinning={pinning} surface={surface} />
    </PinningContext>
  )
}

/** The canvas of a chain at full size. */
async function open() {
  const chain = valueChain()
  const { journey, drawing } = readMap(chain, chain.insurer)
  const rendered: string[] = []
  for (const [id, card] of journey.cards) telling(card, 'isDashed', () => rendered.push(id))
  for (const [id, link] of journey.links) telling(link, 'handoff', () => rendered.push(id))
  const state = nothingChosen
  const shown = { journey, drawing, state, lens: 'plan', heat: 'marks', readOnly: null, ecosystem: {} }
  const view = shown as unknown as MapView
  const commands = { view, whyNot: () => null, hold: () => {} } as unknown as MapCommands
  let store!: Store
  const { container } = render(
    <MantineProvider>
      <ReactFlowProvider>
        <MapProvider view={view} commands={commands}>
          <Canvas
            take={(own) => {
              store = own
            }}
          />
        </MapProvider>
      </ReactFlowProvider>
    </MantineProvider>,
  )
  act(() => store.setState({ width: 4_000, height: 2_000 }))
  await waitFor(() => expect(container.querySelectorAll('[data-card]')).toHaveLength(journey.cards.size))
  await waitFor(() =>
    expect(container.querySelectorAll('.react-flow__edge')).toHaveLength(journey.links.size),
  )
  expect(new Set(rendered)).toEqual(new Set([...journey.cards.keys(), ...journey.links.keys()]))
  /** What is rendered while something is done. */
  const renderedBy = (work: () => void) => {
    rendered.length = 0
    act(work)
    return new Set(rendered)
  }
  const move = (id: string, x: number) =>
    store.getState().triggerNodeChanges([{ type: 'position', id, dragging: true, position: { x, y: 40 } }])
  return { chain, journey, container, store, renderedBy, move }
}

it('a pan renders no card and no link', async () => {
  const { store, renderedBy } = await open()
  const panned = renderedBy(() => {
    for (const x of [-10, -25, -40]) store.setState({ transform: [x, 5, 1] })
  })
  expect([...panned]).toEqual([])
})

it('a drag renders the card in hand and the links that end in it, and nothing else', async () => {
  const { chain, journey, container, renderedBy, move } = await open()
  const { decide } = chain.cards
  act(() => move(decide, 500))
  const ending = [...journey.links.values()]
    .filter(({ link }) => [link.fromTouchpointId, link.toTouchpointId].includes(decide))
    .map(({ id }) => id)
  expect(ending.length).toBeGreaterThan(0)
  expect(ending.length).toBeLessThan(journey.links.size)
  const carried = renderedBy(() => move(decide, 520))
  expect(carried).toEqual(new Set([decide, ...ending]))
  expect(container.querySelector<HTMLElement>(`[data-id="${decide}"]`)!.style.transform).toContain('520px')
})

it('comes back from the overview a few with each frame, cards before links, and from then on at once', () => {
  const frames: FrameRequestCallback[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  const named = (kind: string, count: number) =>
    new Set(Array.from({ length: count }, (_, at) => `${kind} ${at}`))
  const near = { cards: named('card', 30), links: named('link', 20) }
  const { result, rerender } = renderHook(({ isFar, near }) => useSlices(near, isFar), {
    initialProps: { near, isFar: true },
  })
  const sizes = () => [result.current.visible.cards.size, result.current.visible.links.size]
  const seen = [sizes()]
  rerender({ near, isFar: false })
  while (seen.push(sizes()) < 20 && !result.current.isWhole)
    act(() => {
      for (const frame of frames.splice(0)) frame(0)
    })
  expect(seen[0]).toEqual([0, 0])
  for (const [index, [cards = 0, links = 0]] of seen.slice(1).entries()) {
    const [before = 0, linksBefore = 0] = seen[index]!
    expect(cards - before + links - linksBefore).toBeLessThanOrEqual(12)
    expect(links === 0 || cards === 30).toBe(true)
  }
  expect(result.current.visible).toBe(near)
  const further = { cards: named('card', 90), links: named('link', 60) }
  rerender({ near: further, isFar: false })
  expect(result.current.visible).toBe(further)
})
