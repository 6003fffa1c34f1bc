// bpmn-moddle ships types for its elements but none for itself.
declare module 'bpmn-moddle' {
  import type { BpmnReader } from '../../shared/interchange/bpmn/bpmnReader.ts'

  export class BpmnModdle implements BpmnReader {
    fromXML: BpmnReader['fromXML']
  }
}
