// Real BPMN files from many tools. They are not ours to pass on, so they lie beside the project and not in it: without them
// the tests that read them are not run, which the gate says at its end.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const realFiles = [
  'bpmnjs-black-box-pools-message-marker.bpmn',
  'bpmnjs-collaboration-message-flows.bpmn',
  'bpmnjs-nested-lanes-flow-nodes.bpmn',
  'miwg-adonis17-C.2.0.bpmn',
  'miwg-bpmnio18-C.1.0.bpmn',
  'miwg-modelio3-C.1.0.bpmn',
  'miwg-ref-A.4.1-two-pools.bpmn',
  'miwg-ref-B.1.0.bpmn',
  'miwg-ref-B.2.0-all-elements.bpmn',
  'miwg-ref-C.1.0-invoice.bpmn',
  'miwg-ref-C.2.0-order-to-delivery.bpmn',
  'miwg-ref-C.4.0-new-employee-4-pools-no-messages.bpmn',
  'miwg-ref-C.5.0-bank-3-lanes.bpmn',
  'miwg-ref-C.7.0-eu-bank-2-lanes.bpmn',
  'miwg-ref-C.9.0-customer-onboarding.bpmn',
  'miwg-signavio19-C.2.0-unnamed-lanes.bpmn',
  'miwg-trisotech12-C.2.0.bpmn',
] as const

export const orderToDelivery = 'miwg-ref-C.2.0-order-to-delivery.bpmn'

const folder = join(process.cwd(), '..', 'shared', 'inputs', 'bpmn')

export const missingRealFiles = realFiles.filter((name) => !existsSync(pathOfReal(name)))
export const areRealFilesThere = missingRealFiles.length === 0
/** Continuous integration that keeps inputs beside the project means to run what needs them. */
export const mustRealFilesBeThere =
  missingRealFiles.length < realFiles.length ||
  (process.env.CI !== undefined && process.env.CI !== '' && existsSync(dirname(folder)))

export function pathOfReal(name: string): string {
  return join(folder, name)
}

export function textOfReal(name: string): string {
  return readFileSync(pathOfReal(name), 'utf8')
}
