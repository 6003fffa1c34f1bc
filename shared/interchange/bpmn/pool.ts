import type { BpmnElement } from './bpmnReader.ts'
import type { Shape } from './drawing.ts'

/** What becomes a party. */
export interface Pool {
  key: string
  name: string
  assumedName: boolean
  shape: Shape | undefined
  flowNodes: BpmnElement[]
  /** Outermost lanes. */
  lanes: BpmnElement[]
}
