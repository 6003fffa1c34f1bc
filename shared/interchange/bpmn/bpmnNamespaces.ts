// Which namespaces mean BPMN although they are not written as the standard has them, and which roots are something else.
import type { ImportRefusal } from '../importedMap.ts'
import { type KnownPrefix, namespaces } from './vocabulary.ts'

/** The standard namespace a foreign one stands for: drafts, slips and missing declarations; null for a vendor's own. */
export function standsFor(uri: string, prefix: string): KnownPrefix | null {
  for (const known of Object.keys(namespaces) as KnownPrefix[]) if (uri === namespaces[known]) return known
  const plain = uri.toLowerCase().replace(/\/$/, '')
  if (/bpmn.{0,40}\/(bpmn)?di$/.test(plain) || plain.endsWith('bpmndi.org')) return 'bpmndi'
  if (/bpmn.{0,40}\/model$/.test(plain) || /schema\/bpmn\/2\.0$/.test(plain)) return 'bpmn'
  if (/\/dd?\b.{0,40}\/dc$/.test(plain)) return 'dc'
  return usualPrefixes[prefix.toLowerCase()] ?? null
}

const usualPrefixes: Record<string, KnownPrefix | undefined> = Object.assign(Object.create(null), {
  bpmn: 'bpmn',
  bpmn2: 'bpmn',
  semantic: 'bpmn',
  model: 'bpmn',
  bpmndi: 'bpmndi',
  dc: 'dc',
  omgdc: 'dc',
})

/** Refuses a document whose first element is not BPMN's, naming what it is when we know. */
export function refuseRoot(uri: string, local: string, line: number): ImportRefusal | undefined {
  const other =
    local === 'definitions'
      ? definitionsOf(uri)
      : (knownRoots[local.toLowerCase()] ?? `<${local.slice(0, 40)}>`)
  if (other === null) return
  return {
    code: 'import.wrongFormat',
    message: `This is not a BPMN 2.0 file but ${other}; a BPMN file begins with <definitions>.`,
    line,
  }
}

function definitionsOf(uri: string): string | null {
  if (/\/dmn\b/i.test(uri)) return 'a DMN decision model'
  if (/\/cmmn\b/i.test(uri)) return 'a CMMN case model'
  if (/wsdl/i.test(uri)) return 'a WSDL service description'
  return null
}

const knownRoots: Record<string, string | undefined> = Object.assign(Object.create(null), {
  svg: 'an SVG drawing',
  html: 'a web page',
  package: 'an XPDL process',
  mxfile: 'a draw.io drawing',
  mxgraphmodel: 'a draw.io drawing',
  visiodocument: 'a Visio drawing',
  pnml: 'a Petri net',
  log: 'an event log',
  aml: 'an ARIS export',
})
