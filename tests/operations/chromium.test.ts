import { expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

test('a fresh machine has a browser to test with, which reaches nothing but this computer', async () => {
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.setContent('<title>Interlane</title>')
  expect(await page.title()).toBe('Interlane')
  await expect(page.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  await browser.close()
}, 60_000)
