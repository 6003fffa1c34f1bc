import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const memoryMegabytes = 256

/** Starts a thread of this folder with bounded memory: the built one, or one straight from its TypeScript. */
export function startWorker(name: 'bpmnWorker' | 'tidyWorker'): Worker {
  const beside = [`./${name}.js`, `./${name}FromSource.mjs`].map((path) => new URL(path, import.meta.url))
  return new Worker(beside.find((url) => existsSync(url)) ?? '', {
    // Nothing of how the server was started, or of its environment, matters for a file.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32 },
  })
}
