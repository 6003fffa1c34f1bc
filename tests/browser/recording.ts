// Everything the server sends to a browser: answers, and what comes through sockets.
import type { Page } from 'playwright-core'

/** Adds every answer of the API and every frame of a socket to `received`, before the page gets to read it. */
export async function record(page: Page, received: string[]): Promise<void> {
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()))
  })
  await page.context().route('**/api/**', async (route) => {
    const answer = await route.fetch().catch(() => undefined)
    if (!answer) return route.abort().catch(() => {})
    received.push(JSON.stringify(answer.headers()), await answer.text())
    await route.fulfill({ response: answer }).catch(() => {})
  })
}
