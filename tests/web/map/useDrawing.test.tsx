import { act, renderHook } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { drawLayout } from '../../../shared/layout/drawLayout.ts'
import type { Drawing, LayoutInput } from '../../../shared/layout/types.ts'
import type { LayoutAnswer, LayoutRequest } from '../../../web/map/drawing/layoutElsewhere.ts'
import { useDrawing } from '../../../web/map/drawing/useDrawing.ts'
import { generateMap, usualShape } from '../../layout/generateMap.ts'

/** Answers what it is asked when the test says so. */
class WorkerByHand extends EventTarget {
  constructor() {
    super()
    worker = this
  }
  postMessage({ number, task }: LayoutRequest) {
    if (task.kind !== 'draw') throw new Error('only drawings are asked for here')
    asked.push({
      ...task,
      answer: (result) =>
        this.dispatchEvent(new MessageEvent<LayoutAnswer>('message', { data: { number, result } })),
    })
  }
}

let worker: WorkerByHand | undefined
let asked: {
  previous: Drawing | undefined
  router: 'own' | 'elk'
  answer(drawing: Drawing | null): void
}[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', WorkerByHand)
  asked = []
})
afterEach(() => vi.useRealTimers())
// A worker that fails is let go of.
afterAll(() => {
  worker?.dispatchEvent(new Event('error'))
})

it('keeps the drawing while something is held, and takes over what came meanwhile when it is let go', async () => {
  const input = mapOf(21)
  const { result, rerender } = open(input)
  const first = result.current!
  const routed: Drawing = { ...first, width: first.width + 40 }
  act(() => vi.advanceTimersByTime(1_000))
  expect(asked).toHaveLength(1)
  expect(asked[0]!.router).toBe('elk')

  rerender({ input, isHeld: true })
  await act(async () => asked[0]!.answer(routed))
  expect(result.current, 'the routes of ELK wait').toBe(first)

  const more = mapOf(22)
  rerender({ input: more, isHeld: true })
  expect(result.current, 'so does what others have edited').toBe(first)

  rerender({ input: more, isHeld: false })
  expect(result.current?.cards).toHaveLength(22)
})

it('takes over the routes that came while something was held', async () => {
  const input = mapOf(23)
  const { result, rerender } = open(input)
  const routed: Drawing = { ...result.current!, width: result.current!.width + 40 }
  act(() => vi.advanceTimersByTime(1_000))
  rerender({ input, isHeld: true })
  await act(async () => asked[0]!.answer(routed))
  rerender({ input, isHeld: false })
  expect(result.current).toBe(routed)
})

it('draws up to 200 cards at once, and has a worker draw more, the first time as well as after an edit', async () => {
  expect(open(mapOf(200)).result.current?.cards).toHaveLength(200)
  expect(asked).toEqual([])

  const { result, rerender } = open(mapOf(201))
  expect(result.current).toBeNull()
  expect(asked.at(-1)!.router).toBe('own')
  const first = drawLayout(mapOf(201))
  await act(async () => asked.at(-1)!.answer(first))
  expect(result.current).toBe(first)

  rerender({ input: mapOf(202), isHeld: false })
  expect(result.current, 'what stood before stands until the worker has answered').toBe(first)
  expect(asked.at(-1)!.previous).toBe(first)
  await act(async () => asked.at(-1)!.answer(drawLayout(mapOf(202), first)))
  expect(result.current?.cards).toHaveLength(202)
})

function open(input: LayoutInput) {
  return renderHook(
    (props: { input: LayoutInput; isHeld: boolean }) =>
      useDrawing(props.input, { isBusy: false, isHeld: props.isHeld }),
    {
      initialProps: { input, isHeld: false },
    },
  )
}

function mapOf(cards: number): LayoutInput {
  return generateMap({ ...usualShape, cards })
}
