// Runs in a thread of its own, so that a file which takes too long or too much memory can be stopped.
import { parentPort } from 'node:worker_threads'
import { BpmnModdle } from 'bpmn-moddle'
import { readBpmnFile } from '../../shared/interchange/bpmn/readBpmnFile.ts'

parentPort?.once('message', async ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  parentPort?.postMessage(await readBpmnFile(bytes, new BpmnModdle(), name))
})
parentPort?.postMessage('ready')
