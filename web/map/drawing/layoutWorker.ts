// Lays maps out beside the page, so that neither a large map nor ELK ever holds up a keystroke.
import { drawLayout } from '../../../shared/layout/drawLayout.ts'
import { drawLayoutWithElk } from '../../../shared/layout/drawLayoutWithElk.ts'
import { tidyLayout } from '../../../shared/layout/tidyLayout.ts'
import { loadElk } from './elk.ts'
import type { LayoutAnswer, LayoutRequest, LayoutTask } from './layoutElsewhere.ts'

addEventListener('message', async ({ data }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { number: data.number, result: await perform(data.task).catch(() => null) }
  postMessage(answer)
})

async function perform(task: LayoutTask): Promise<LayoutAnswer['result']> {
  if (task.kind === 'tidy') return tidyLayout(task.input, task.options)
  const { input, previous, router } = task
  return router === 'elk' ? drawLayoutWithElk(input, await loadElk(), previous) : drawLayout(input, previous)
}
