import type { Worker } from 'node:worker_threads'
import type { ImportRefusal, ReadResult } from '../../shared/interchange/importedMap.ts'
import { tooLarge, xmlLimits } from '../../shared/interchange/xmlGuard.ts'
import { startWorker } from './startWorker.ts'

/** Real files need a tenth of either; `startMilliseconds` is for a loaded machine, before the file is touched. */
const limits = {
  startMilliseconds: 20_000,
  readMilliseconds: 1_800,
  atOnce: 2,
  waiting: 20,
}

/**
 * Reads an uploaded BPMN file in a thread with bounded time and memory. Answers a refusal, never throws: for a file that
 * is too large, takes too long or needs too much memory as for one that is malformed. A few files are read at once,
 * some may wait, more are turned away.
 */
export async function parseInWorker(
  bytes: Uint8Array,
  fileName: string,
  start: () => Worker = () => startWorker('bpmnWorker'),
): Promise<ReadResult> {
  if (bytes.length > xmlLimits.length) return refused(tooLarge(xmlLimits.length, (at) => bytes[at]))
  if (waiting.length >= limits.waiting) return refused(tooBusy)
  if (running >= limits.atOnce) await new Promise<void>((takeTurn) => waiting.push(takeTurn))
  else running += 1
  try {
    return await readOnce(bytes, fileName, start())
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

let running = 0
const waiting: (() => void)[] = []

function readOnce(bytes: Uint8Array, fileName: string, worker: Worker): Promise<ReadResult> {
  return new Promise((resolve) => {
    const answer = (result: ReadResult) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    let timer = setTimeout(() => answer(refused(tooSlow)), limits.startMilliseconds)
    worker.on('message', (message: ReadResult | 'ready') => {
      if (message !== 'ready') return answer(message)
      clearTimeout(timer)
      timer = setTimeout(() => answer(refused(tooSlow)), limits.readMilliseconds)
      worker.postMessage({ bytes, name: fileName })
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      answer(refused(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory : unreadable))
    })
    worker.on('exit', () => answer(refused(unreadable)))
  })
}

const tooSlow: ImportRefusal = {
  code: 'import.tooSlow',
  message: 'The file takes too long to read. Export a smaller part of it.',
}
const tooBusy: ImportRefusal = {
  code: 'import.tooSlow',
  message: 'Many files are being read at the moment. Try again in a minute.',
}
const tooMuchMemory: ImportRefusal = {
  code: 'import.tooManyElements',
  message: 'The file needs too much memory to read. Export a smaller part of it.',
}
const unreadable: ImportRefusal = {
  code: 'import.malformed',
  message: 'The file cannot be read as BPMN 2.0.',
}

function refused(refusal: ImportRefusal): ReadResult {
  return { ok: false, refusal }
}
