import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ web: true }), launchChromium()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('the built web runs under its own security headers without a complaint', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const answer = await page.goto(server.address)
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Who is signed in is asked at once; that nobody is, the browser reports as a failed request.
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([])
  await page.close()
})

test('every address of the program shows a page, and only pages fall back', async () => {
  const statusOf = async (path: string) => (await fetch(`${server.address}${path}`)).status
  expect(await statusOf('/sign-in')).toBe(200)
  expect(await statusOf('/assets/gone-12345678.js')).toBe(404)
  expect(await statusOf('/api/gone')).toBe(404)
  const page = await (await fetch(`${server.address}/`)).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
  const answer = await fetch(`${server.address}${script}`)
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

test('what another site sends is refused, what our own page sends is not', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${server.address}/api/gone`, { method: 'POST', headers }).then(({ status }) => status)
  expect(await post({ Origin: 'http://evil.example' })).toBe(403)
  expect(await post({ Origin: 'null' })).toBe(403)
  expect(await post({ Origin: server.address })).toBe(404)
  expect(await post({})).toBe(404)
})
