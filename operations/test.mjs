// `npm test`: the whole gate. Every step runs even if an earlier one failed; the last line counts them all.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhatChanged } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'
import { oneAtATime } from './oneAtATime.mjs'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => process.stdout.write(`${line}\n`)
const begun = Date.now()
const total = { passed: 0, failed: 0, notRun: 0, unmet: [] }

requireNode()
await prepare()
say('\nBuilding, and checking format, lint and borders, types, and dead code …')
// Nothing waits for the types; on one thread they take half the processor time, which the tests have use for.
const types = check('types', ['typescript/bin/tsc', '--noEmit', '--singleThreaded', '-p', '.'])
const [built] = await Promise.all([
  step('production build', () => oneAtATime(folder, say, () => buildWhatChanged(folder, say))),
  check('format, lint, borders', ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings']),
  check('dead code', ['knip/bin/knip.js', '--no-progress']),
])
await Promise.all([types, tests('unit, web and API tests', ['unit', 'web', 'api', 'servers'])])
if (built) await tests('tests in a real browser', ['browser'])
say(`\nThe gate took ${seconds(begun)} s.`)
if (total.unmet.length > 0) say(`To mend, see above: ${total.unmet.join('; ')}.`)
if (total.notRun > 0) say(sayNotRun(total.notRun))
say(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

/** Without packages there is nothing to run. */
async function prepare() {
  try {
    await oneAtATime(folder, say, () => installWhatIsMissing(folder, say))
  } catch (error) {
    say(`✗ ${error.message}\n0 passed, 1 failed`)
    process.exit(1)
  }
}

async function check(name, [script, ...words]) {
  return step(name, async () => {
    const { code, output } = await run([join('node_modules', script), ...words], 'pipe')
    if (code !== 0) throw new Error(output)
  })
}

/** Counts as one test. */
async function step(name, work) {
  const started = Date.now()
  try {
    await work()
    total.passed++
    say(`✓ ${name} (${seconds(started)} s)`)
    return true
  } catch (error) {
    total.failed++
    total.unmet.push(name)
    say(`✗ ${name} (${seconds(started)} s)\n${error.message}`)
    return false
  }
}

/** Runs vitest projects with their output shown, and counts from its report. */
async function tests(name, projects) {
  const started = Date.now()
  const reports = mkdtempSync(join(tmpdir(), 'interlane-report-'))
  const report = join(reports, 'report.json')
  say(`\nRunning ${name} …`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters], 'inherit')
  const { passed, failed, notRun } = countsIn(report)
  rmSync(reports, { recursive: true, force: true })
  total.passed += passed
  total.notRun += notRun
  // A file that does not load, or an error outside of any test, fails without a failed test.
  total.failed += code === 0 ? failed : Math.max(1, failed)
  if (code !== 0) total.unmet.push(name)
  say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(started)} s)`)
}

/** What is not run is told at the end, not counted as passed. */
function countsIn(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, notRun: 0 }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests, notRun: numPendingTests }
}

/** Nothing else keeps a test from running: tests/invariants/nothingSkipped.test.ts. */
function sayNotRun(count) {
  const place = join(dirname(folder), 'shared', 'inputs', 'bpmn')
  return `${count} checks of real BPMN files were not run. The files are not part of the project; they are expected in ${place}`
}

function run(words, stdio) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', stdio, stdio] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}
