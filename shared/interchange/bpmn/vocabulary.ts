// The part of BPMN 2.0 a journey map can hold. Whatever is not listed here never reaches the parser.

export type KnownPrefix = 'bpmn' | 'bpmndi' | 'dc'

export const namespaces: Record<KnownPrefix, string> = {
  bpmn: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
}

const tasks = [
  'task',
  'userTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'manualTask',
  'businessRuleTask',
  'scriptTask',
]
const subProcesses = ['subProcess', 'transaction', 'adHocSubProcess']
const events = ['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent']
const gateways = [
  'exclusiveGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'parallelGateway',
  'complexGateway',
]
const eventDefinitions = [
  'messageEventDefinition',
  'timerEventDefinition',
  'conditionalEventDefinition',
  'signalEventDefinition',
  'errorEventDefinition',
  'escalationEventDefinition',
  'compensateEventDefinition',
  'cancelEventDefinition',
  'linkEventDefinition',
  'terminateEventDefinition',
]

export const touchpointTypes = new Set([...tasks, ...subProcesses, 'callActivity', ...events].map(typeName))
export const subProcessTypes = new Set(subProcesses.map(typeName))
export const gatewayTypes = new Set(gateways.map(typeName))
/** Only these ask a question; the others route every token the same way. */
export const decidingGatewayTypes = new Set(gateways.slice(0, 3).map(typeName))

export const keptElements: Record<KnownPrefix, ReadonlySet<string>> = {
  bpmn: new Set([
    'definitions',
    'collaboration',
    'participant',
    'messageFlow',
    'message',
    'process',
    'laneSet',
    'childLaneSet',
    'lane',
    'flowNodeRef',
    ...tasks,
    ...subProcesses,
    'callActivity',
    ...events,
    ...gateways,
    ...eventDefinitions,
    'sequenceFlow',
    'documentation',
    'textAnnotation',
    'text',
    'association',
  ]),
  bpmndi: new Set(['BPMNDiagram', 'BPMNPlane', 'BPMNShape']),
  dc: new Set(['Bounds']),
}

const flowNodes = [...tasks, ...subProcesses, 'callActivity', ...events, ...gateways]
const documented = ['documentation']
const container = ['laneSet', ...flowNodes, 'sequenceFlow', 'textAnnotation', 'association', ...documented]

/** Where each element may stand; parsers stumble over elements in other places, slowly and one by one. */
export const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    definitions: ['collaboration', 'process', 'message', 'BPMNDiagram'],
    collaboration: ['participant', 'messageFlow', 'textAnnotation', 'association', ...documented],
    process: container,
    ...Object.fromEntries(subProcesses.map((subProcess) => [subProcess, container])),
    ...Object.fromEntries([...tasks, 'callActivity', ...gateways].map((node) => [node, documented])),
    ...Object.fromEntries(events.map((event) => [event, [...eventDefinitions, ...documented]])),
    laneSet: ['lane'],
    childLaneSet: ['lane'],
    lane: ['flowNodeRef', 'childLaneSet', ...documented],
    textAnnotation: ['text'],
    BPMNDiagram: ['BPMNPlane'],
    BPMNPlane: ['BPMNShape'],
    BPMNShape: ['Bounds'],
  }).map(([parent, children]) => [parent, new Set(children)]),
)

/** More than this nobody could read as one map, and the work after this would not stay small. */
export const mostOf: ReadonlyMap<string, { what: string; most: number }> = new Map(
  (
    [
      ['pools', 300, ['participant']],
      ['processes', 500, ['process']],
      ['diagrams', 500, ['collaboration', 'BPMNDiagram', 'BPMNPlane']],
      ['lanes', 1_000, ['lane', 'laneSet', 'childLaneSet']],
      ['entries in lanes', 20_000, ['flowNodeRef']],
      ['steps', 5_000, flowNodes],
      ['sequence flows', 10_000, ['sequenceFlow']],
      ['messages', 5_000, ['messageFlow', 'message']],
      ['remarks', 10_000, ['textAnnotation', 'association', 'documentation', 'text']],
      ['kinds of events', 10_000, eventDefinitions],
      ['drawn shapes', 30_000, ['BPMNShape', 'Bounds']],
    ] satisfies [string, number, string[]][]
  ).flatMap(([what, most, elements]) => {
    const limit = { what, most }
    return elements.map((element) => [element, limit] as const)
  }),
)

/** Of the elements kept, those whose text counts. */
export const textElements = new Set(['flowNodeRef', 'documentation', 'text'])

export const referenceAttributes = new Set([
  'id',
  'processRef',
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'messageRef',
  'calledElement',
  'bpmnElement',
])

export const keptAttributes = new Set([
  ...referenceAttributes,
  'name',
  'triggeredByEvent',
  'isHorizontal',
  'isExpanded',
  'x',
  'y',
  'width',
  'height',
])

/** What people drew but a journey map has no place for, in plain words: one, many. */
export const leftOutWords: Record<string, readonly [string, string]> = {
  dataObjectReference: ['data object', 'data objects'],
  dataStoreReference: ['data store', 'data stores'],
  group: ['group', 'groups'],
  conversation: ['conversation', 'conversations'],
  subConversation: ['conversation', 'conversations'],
  callConversation: ['conversation', 'conversations'],
  choreography: ['choreography', 'choreographies'],
  choreographyTask: ['choreography task', 'choreography tasks'],
  subChoreography: ['choreography task', 'choreography tasks'],
  globalConversation: ['conversation', 'conversations'],
}

function typeName(element: string): string {
  return `bpmn:${element.charAt(0).toUpperCase()}${element.slice(1)}`
}
