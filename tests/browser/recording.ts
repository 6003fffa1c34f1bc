// Everything the server sends to a browser: answers, and what comes through sockets; and its line, which can be cut.
import type { Page } from 'playwright-core'

export interface Recording {
  /** All that was received so far. */
  received: string[]
  /** While true nothing of the API is reached. */
  isCut: boolean
}

/** Records what a page receives from now on, before the page gets to read it. */
export async function record(page: Page): Promise<Recording> {
  const recording: Recording = { received: [], isCut: false }
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => recording.received.push(payload.toString()))
  })
  await page.context().route('**/api/**', async (route) => {
    const answer = recording.isCut ? undefined : await route.fetch().catch(() => undefined)
    if (!answer) return route.abort().catch(() => {})
    recording.received.push(JSON.stringify(answer.headers()), await answer.text())
    await route.fulfill({ response: answer }).catch(() => {})
  })
  return recording
}
