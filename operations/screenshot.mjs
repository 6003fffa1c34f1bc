// `node operations/screenshot.mjs`: takes the README's picture from the running program, never from a drawing of it.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { buildWhatChanged } from './build.mjs'
import { oneAtATime } from './oneAtATime.mjs'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const picture = join(folder, 'docs', 'images', 'map.png')
const say = (line) => process.stdout.write(`${line}\n`)

register()
const { launchChromium } = await import('../tests/support/chromium.ts')
const { freePort } = await import('../api/database/embedded/postmaster.ts')

await oneAtATime(folder, say, () => buildWhatChanged(folder, say))
const dataFolder = mkdtempSync(join(tmpdir(), 'interlane-screenshot-'))
const address = `http://127.0.0.1:${await freePort()}`
const program = startProgram()
const ended = new Promise((resolve) => program.once('close', resolve))
try {
  await waitUntilReady()
  mkdirSync(dirname(picture), { recursive: true })
  await takePicture()
  say(`Wrote ${picture}`)
} finally {
  program.kill('SIGTERM')
  await ended
  rmSync(dataFolder, { recursive: true, force: true })
}

/** With a database of its own and nothing of the caller's settings. */
function startProgram() {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, PORT: new URL(address).port, DATA_DIR: dataFolder, DEMO: 'on' }
  const child = spawn(process.execPath, ['dist/api/main.js'], { cwd: folder, env, stdio: 'pipe' })
  child.stdout.resume()
  child.stderr.pipe(process.stderr)
  return child
}

async function waitUntilReady() {
  for (let waited = 0; waited < 120_000; waited += 200) {
    if (program.exitCode !== null) throw new Error(`The program ended with ${program.exitCode}.`)
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(200)
  }
  throw new Error('The program was not ready within 120 s.')
}

/** The insurance demo as its insurer sees it. */
async function takePicture() {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
    await page.goto(`${address}/sign-in`)
    await page.getByRole('button', { name: 'Fernhill Anna Lindqvist' }).click()
    await page
      .getByRole('link', { name: /^Flood cover/ })
      .first()
      .click()
    await page.locator('.react-flow__node').first().waitFor()
    // ELK's routes replace the first drawing once nothing has changed for a moment.
    await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
    await sleep(4_000)
    await page.screenshot({ path: picture })
  } finally {
    await browser.close()
  }
}
