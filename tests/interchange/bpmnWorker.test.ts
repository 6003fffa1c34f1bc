import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { parseInWorker } from '../../api/imports/parseInWorker.ts'
import { fixtureBytes, fixtureText } from './fixtures.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('an uploaded BPMN file', () => {
  it('is read in a thread of its own', async () => {
    const result = await parseInWorker(fixtureBytes('gateways.bpmn'), 'gateways.bpmn')
    expect(result).toMatchObject({ ok: true, map: { parties: [{ name: 'Repair shop' }] } })
  })

  it('names the map when it has no name of its own', async () => {
    const result = await parseInWorker(fixtureBytes('vertical-pools.bpmn'), 'Mortgage of 2025.bpmn')
    expect(result).toMatchObject({ ok: true, map: { name: 'Mortgage of 2025' } })
  })

  it('is refused at 50 MB without being looked at', async () => {
    const result = await parseInWorker(new Uint8Array(50_000_000), 'huge.bpmn')
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.tooLarge', line: 1 } })
    const lines = new Uint8Array(10_000_001).map((_, at) => (at % 100 === 99 ? 0x0a : 0x20))
    const reached = await parseInWorker(lines, 'lines.bpmn')
    expect(reached).toMatchObject({ refusal: { line: 100_001, message: expect.stringContaining('10 MB') } })
  })

  it('is refused with its line when it is hostile', async () => {
    const hostile = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<definitions/>'
    const result = await parseInWorker(bytesOf(hostile), 'hostile.bpmn')
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.unsafe', line: 2 } })
  })

  it('is read by the built program as well', async () => {
    const cache = join(process.cwd(), 'node_modules', '.cache')
    mkdirSync(cache, { recursive: true })
    const outdir = mkdtempSync(join(cache, 'bpmn-worker-'))
    try {
      const entryPoints = { main: 'api/imports/parseInWorker.ts', bpmnWorker: 'api/imports/bpmnWorker.ts' }
      const options = { bundle: true, format: 'esm', platform: 'node', packages: 'external' } as const
      await build({ entryPoints, outdir, ...options })
      const main = pathToFileURL(join(outdir, 'main.js')).href
      const script = `
        const { parseInWorker } = await import(${JSON.stringify(main)})
        const bytes = new TextEncoder().encode(${JSON.stringify(fixtureText('gateways.bpmn'))})
        console.log(JSON.stringify(await parseInWorker(bytes, 'gateways.bpmn')))`
      const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      })
      expect(JSON.parse(answer)).toMatchObject({ ok: true, map: { parties: [{ name: 'Repair shop' }] } })
    } finally {
      rmSync(outdir, { recursive: true, force: true })
    }
  }, 30_000)

  it('does not keep others from being read when many come at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () => parseInWorker(fixtureBytes('gateways.bpmn'), 'gateways.bpmn')),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(8)
  }, 30_000)
})

describe('a file that gets past every check', () => {
  const workerThat = (does: string) => () =>
    new Worker(
      `const { parentPort } = require('node:worker_threads')
       parentPort.once('message', () => { ${does} })
       parentPort.postMessage('ready')`,
      { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } },
    )

  it('is stopped when it takes too long', async () => {
    const started = performance.now()
    const result = await parseInWorker(new Uint8Array(10), 'endless.bpmn', workerThat('for (;;) {}'))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.tooSlow' } })
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it('is stopped when it fills the memory, and the next one is read', async () => {
    const hoard = 'const kept = []; for (;;) kept.push(new Array(1000).fill({}))'
    const result = await parseInWorker(new Uint8Array(10), 'hoard.bpmn', workerThat(hoard))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'import.tooManyElements' } })
    expect(await parseInWorker(fixtureBytes('gateways.bpmn'), 'gateways.bpmn')).toMatchObject({ ok: true })
  }, 15_000)

  it('is refused when it brings the reader down', async () => {
    const refused = { ok: false, refusal: { code: 'import.malformed' } }
    const crash = workerThat('throw new Error("unforeseen")')
    expect(await parseInWorker(new Uint8Array(10), 'crash.bpmn', crash)).toMatchObject(refused)
    const leave = workerThat('process.exit(1)')
    expect(await parseInWorker(new Uint8Array(10), 'leave.bpmn', leave)).toMatchObject(refused)
  })
})
