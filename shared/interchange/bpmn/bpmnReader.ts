/** The parser we are given; an instance of bpmn-moddle's `BpmnModdle` fits. */
export interface BpmnReader {
  fromXML(xml: string): Promise<{ rootElement: BpmnElement }>
}

/** The properties of bpmn-moddle's elements that a map is made from. All but the first two may be missing in any file. */
export interface BpmnElement {
  $type: string
  /** The rewritten file gives one to every element of the model. */
  id: string
  name?: string
  rootElements?: BpmnElement[]
  diagrams?: BpmnElement[]
  participants?: BpmnElement[]
  messageFlows?: BpmnElement[]
  artifacts?: BpmnElement[]
  processRef?: BpmnElement
  messageRef?: BpmnElement
  laneSets?: BpmnElement[]
  childLaneSet?: BpmnElement
  lanes?: BpmnElement[]
  flowNodeRef?: BpmnElement[]
  flowElements?: BpmnElement[]
  sourceRef?: BpmnElement
  targetRef?: BpmnElement
  attachedToRef?: BpmnElement
  calledElement?: string
  triggeredByEvent?: boolean
  eventDefinitions?: BpmnElement[]
  documentation?: BpmnElement[]
  text?: string
  plane?: BpmnElement
  planeElement?: BpmnElement[]
  bpmnElement?: BpmnElement
  bounds?: { x?: number; y?: number; width?: number; height?: number }
  isHorizontal?: boolean
  isExpanded?: boolean
}
