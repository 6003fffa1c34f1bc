// Lays maps out beside the page, so that neither a large map nor ELK ever holds up a keystroke.
import { drawLayout } from '../../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../../shared/layout/drawLayoutWithElk.ts'
import type { Drawing } from '../../../shared/layout/types.ts'
import { loadElk } from './elk.ts'
import type { DrawAnswer, DrawRequest } from './layoutElsewhere.ts'

addEventListener('message', async ({ data }: MessageEvent<DrawRequest>) => {
  const answer: DrawAnswer = { number: data.number, drawing: await draw(data).catch(() => null) }
  postMessage(answer)
})

async function draw({ input, previous, router }: DrawRequest): Promise<Drawing> {
  return router === 'elk' ? drawLayoutWithElk(input, await loadElk(), previous) : drawLayout(input, previous)
}
