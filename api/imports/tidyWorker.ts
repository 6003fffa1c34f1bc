// Runs in a thread of its own, so that looking for places never holds up the server, and can be stopped.
import { parentPort } from 'node:worker_threads'
import { type TidyOptions, tidyLayout } from '../../shared/layout/tidyLayout.ts'
import type { LayoutInput } from '../../shared/layout/types.ts'

parentPort?.once('message', ({ input, options }: { input: LayoutInput; options: TidyOptions }) => {
  parentPort?.postMessage(tidyLayout(input, options))
})
parentPort?.postMessage('ready')
