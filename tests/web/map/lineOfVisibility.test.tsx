// The line of visibility on the page: switched in the panel, shown while one drags, told in outline and table.
import { act, fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react'
import { ReactFlowProvider } from '@xyflow/react'
import { createRef, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { FirstBehind } from '../../../web/map/canvas/FirstBehind.tsx'
import type { MapNode } from '../../../web/map/canvas/toFlow.ts'
import { useDragging } from '../../../web/map/canvas/useDragging.ts'
import { usePinning } from '../../../web/map/canvas/usePinning.ts'
import { roomOf } from '../../../web/map/drawing/cells.ts'
import { MapProvider } from '../../../web/map/MapContext.tsx'
import type { MapView } from '../../../web/map/useMap.ts'
import type { MapCommands } from '../../../web/map/useMapCommands.ts'
import { readMap } from '../../map/readingMap.ts'
import { valueChain } from '../../support/chain.ts'
import { openMap } from '../support/mapPage.ts'

it('is drawn once a card is switched off in the panel, and gone when it is switched on again', async () => {
  const chain = valueChain()
  const id = chain.cards.quote
  openMap(chain, chain.insurer, `?select=${id}`)
  const panel = within(await screen.findByRole('complementary', { name: 'Details' }))
  expect(screen.queryByText('Line of visibility')).toBeNull()
  fireEvent.click((await panel.findAllByRole('button', { name: /to fill/ }))[0]!)
  fireEvent.click(panel.getByLabelText('The end customer sees it'))
  const words = await screen.findByText('Line of visibility')
  expect(screen.getByText('Behind the scenes')).toBeTruthy()
  // Links cross the line: they are painted before its words, which stand on them.
  const links = await waitFor(() => document.querySelector('.react-flow__edges')!)
  expect(links.compareDocumentPosition(words)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  await waitFor(() => expect(chain.server.rows.get('touchpoint', id)?.customerSees).toBe(false))
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, bubbles: true })
  await waitFor(() => expect(screen.queryByText('Line of visibility')).toBeNull())
})

it('is begun with the first card behind the scenes, by a key; nobody does so in the customer’s own lane', async () => {
  const chain = valueChain()
  openMap(chain, chain.insurer)
  const canvas = await screen.findByRole('region', { name: /^Map Flood cover/ })
  fireEvent.click(await screen.findByRole('group', { name: /^Learns the outcome;/ }))
  fireEvent.keyDown(canvas, { key: 'N', shiftKey: true })
  await screen.findByText('Nothing in the end customer’s own lane is behind the scenes')
  fireEvent.click(await screen.findByRole('group', { name: /^Decides the claim;/ }))
  fireEvent.keyDown(canvas, { key: 'N', shiftKey: true })
  const field = await screen.findByRole('textbox', { name: 'Name of the new touchpoint' })
  expect(await screen.findByText('Line of visibility')).toBeTruthy()
  fireEvent.change(field, { target: { value: 'Checks for fraud' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  const checks = () => chain.server.rows.all('touchpoint').find(({ name }) => name === 'Checks for fraud')
  await waitFor(() =>
    expect(checks()).toMatchObject({
      ...{ laneId: chain.lanes.insurer, stageId: chain.stages.claim },
      customerSees: false,
    }),
  )
})

it('offers the place for the first card behind the scenes to the pointer at the foot of a lane', async () => {
  const chain = valueChain()
  const { journey, drawing } = readMap(chain, chain.insurer)
  const ecosystem = { rows: chain.server.rows }
  const view = { journey, drawing, ecosystem, readOnly: null } as unknown as MapView
  const surface = createRef<HTMLElement>()
  render(
    <ReactFlowProvider>
      <MapProvider view={view} commands={{ view } as unknown as MapCommands}>
        <section ref={surface}>
          <div className="react-flow__pane" data-testid="pane" />
          <FirstBehind surface={surface} under={(point) => point} />
        </section>
      </MapProvider>
    </ReactFlowProvider>,
  )
  const pane = screen.getByTestId('pane')
  const point = (laneId: string, fromFoot: number) => {
    const room = roomOf({ laneId, stageId: chain.stages.need }, drawing, journey)!
    fireEvent.pointerMove(pane, { clientX: room.x + 30, clientY: room.y + room.height - fromFoot })
  }
  const offered = () => screen.queryByText('Double-click: behind the scenes')
  point(chain.lanes.insurer, 5)
  await waitFor(() => expect(offered()).not.toBeNull())
  point(chain.lanes.insurer, 50)
  await waitFor(() => expect(offered()).toBeNull())
  point(chain.lanes.insurer, 5)
  await waitFor(() => expect(offered()).not.toBeNull())
  point(chain.lanes.bakery, 5)
  await waitFor(() => expect(offered()).toBeNull())
})

it.each([
  ['outline', /behind the scenes, the end customer does not see it/],
  ['table', 'no, behind the scenes'],
] as const)('is told in the %s, also to a partner, of what stands below it alone', async (view, words) => {
  const chain = valueChain()
  const fields = { customerSees: false }
  chain.server.do(chain.insurer, [{ type: 'touchpoint.change', id: chain.cards.quote, fields }])
  openMap(chain, chain.broker, `?view=${view}`)
  const said = await screen.findAllByText(words)
  expect(said).toHaveLength(1)
  expect(said[0]!.closest('[role="row"]')!.textContent).toContain('Prices the risk')
})

it('parts the place a dragged card would go to; the half of one stays on its side', () => {
  const chain = valueChain()
  const sideId = crypto.randomUUID()
  const place = { laneId: chain.lanes.insurer, stageId: chain.stages.choose, rank: 'a5' }
  chain.server.do(chain.insurer, [
    { type: 'touchpoint.change', id: chain.cards.quote, fields: { customerSees: false } },
  ])
  chain.server.do(chain.broker, [{ type: 'side.add', id: sideId, touchpointId: chain.cards.lodge, ...place }])
  const { journey, drawing } = readMap(chain, chain.insurer)
  const moves: unknown[] = []
  const view = { journey, drawing, ecosystem: { rows: chain.server.rows } } as unknown as MapView
  const commands = {
    ...{ view, whyNot: () => null, hold: () => {} },
    move: (move: unknown) => moves.push(move),
    moveSide: (move: unknown) => moves.push(move),
  } as unknown as MapCommands
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ReactFlowProvider>
      <MapProvider view={view} commands={commands}>
        {children}
      </MapProvider>
    </ReactFlowProvider>
  )
  const { result } = renderHook(() => useDragging(usePinning(journey, drawing, createRef<HTMLElement>())), {
    wrapper,
  })
  const { line, y, height } = drawing.lanes.find(({ id }) => id === chain.lanes.insurer)!
  const drag = (id: string, at: number) => {
    const drawn = drawing.cards.find((card) => card.id === id)!
    const node = (top: number) =>
      ({ id, position: { x: drawn.x, y: top }, width: drawn.width, height: drawn.height }) as MapNode
    act(() => result.current.start({} as never, node(drawn.y), [node(drawn.y)]))
    act(() => result.current.over({} as never, node(at - drawn.height / 2), []))
    const { over } = result.current.zones!
    act(() => result.current.stop({} as never, node(at - drawn.height / 2), []))
    return over
  }
  const below = (line!.y + y + height) / 2
  expect(drag(chain.cards.decide, below)).toMatchObject({ laneId: place.laneId, customerSees: false })
  expect(drag(chain.cards.quote, (y + line!.y) / 2)).toMatchObject({ customerSees: true })
  expect(drag(sideId, below)).not.toHaveProperty('customerSees')
  expect(moves).toMatchObject([
    { cardIds: [chain.cards.decide], to: { customerSees: false } },
    { cardIds: [chain.cards.quote], to: { customerSees: true } },
    { sideId, to: { stageId: place.stageId } },
  ])
})
