// Rewrites a tool's BPMN into the plain form every parser agrees on: the standard's namespaces under the usual prefixes,
// only elements a map can hold, ids that are legal and unique. Real tools break each of these rules.
import type { ImportRefusal } from '../importedMap.ts'
import { scanXml } from '../xmlGuard.ts'
import type { XmlAttribute } from '../xmlTag.ts'
import { refuseRoot, standsFor } from './bpmnNamespaces.ts'
import { canonicalReference, UniqueIds } from './canonicalIds.ts'
import {
  childrenOf,
  type KnownPrefix,
  keptAttributes,
  keptElements,
  leftOutWords,
  mostOf,
  namespaces,
  referenceAttributes,
  textElements,
} from './vocabulary.ts'

export interface CanonicalBpmn {
  xml: string
  /** Line of each id in the file as it came. */
  lines: Map<string, number>
  /** The namespace of the file when it was not BPMN 2.0's; null otherwise. */
  foreignNamespace: string | null
  /** Ids the file gave to more than one element. */
  repeatedIds: string[]
  /** Elements left out, counted by their name in BPMN. */
  leftOut: Map<string, number>
}

/** Scans the file within the guard's limits and rewrites it, or says why it is refused. */
export function canonicalBpmn(xml: string): CanonicalBpmn | { refusal: ImportRefusal } {
  const writer = new Writer()
  const refusal = scanXml(xml, writer)
  if (refusal) return { refusal }
  return {
    xml: writer.output.join(''),
    lines: writer.ids.lines,
    foreignNamespace: writer.foreignNamespace,
    repeatedIds: writer.ids.repeated,
    leftOut: writer.leftOut,
  }
}

interface Scope {
  outer: Scope | undefined
  /** Prefixes this very element declares. */
  declares: ReadonlyMap<string, string> | null
  /** The element's name in the output; null when it and all below it are left out. */
  name: string | null
  /** Text here belongs to the output: markup within a documentation is left out, its words are not. */
  keepsText: boolean
}

class Writer {
  readonly output: string[] = []
  readonly ids = new UniqueIds()
  readonly leftOut = new Map<string, number>()
  foreignNamespace: string | null = null
  private readonly scopes: Scope[] = []
  private modelNamespace: string = namespaces.bpmn
  private textBuffer = ''
  private readonly amounts = new Map<object, number>()

  open(name: string, attributes: XmlAttribute[], line: number): ImportRefusal | undefined {
    const parent = this.scopes.at(-1)
    if (parent && parent.name === null) {
      this.scopes.push(parent)
      return
    }
    const scope: Scope = { outer: parent, declares: declared(attributes), name: null, keepsText: false }
    const { prefix, local } = split(name)
    const uri = uriOf(prefix, scope)
    if (!parent) {
      const refusal = this.openRoot(uri, local, line)
      if (refusal) return refusal
    }
    const kept = this.keptPrefix(uri, prefix, local, parent)
    scope.name = kept && `${kept}:${local}`
    scope.keepsText = kept ? textElements.has(local) : parent?.keepsText === true
    this.scopes.push(scope)
    if (!kept) return
    const tooMany = this.refuseTooMany(local, line)
    if (tooMany) return tooMany
    this.textBuffer = ''
    this.output.push(`<${kept}:${local}`)
    if (!parent) {
      for (const [known, uri] of Object.entries(namespaces)) this.output.push(` xmlns:${known}="${uri}"`)
    }
    const written = new Set<string>()
    for (const attribute of attributes) this.writeAttribute(attribute, scope, written, line)
    if (kept === 'bpmn' && !written.has('id'))
      this.output.push(` id="${this.ids.take('unnamed', line, false)}"`)
    this.output.push('>')
  }

  close(): void {
    const scope = this.scopes.pop()
    if (!scope?.name) return
    const text = scope.name === 'bpmn:flowNodeRef' ? canonicalReference(this.textBuffer) : this.textBuffer
    if (textElements.has(split(scope.name).local)) this.output.push(text)
    this.textBuffer = ''
    this.output.push(`</${scope.name}>`)
  }

  text(raw: string, isCdata: boolean): void {
    if (this.scopes.at(-1)?.keepsText) this.textBuffer += isCdata ? `<![CDATA[${raw}]]>` : raw
  }

  private openRoot(uri: string, local: string, line: number): ImportRefusal | undefined {
    const refusal = refuseRoot(uri, local, line)
    if (refusal) return refusal
    this.modelNamespace = uri
    if (uri !== namespaces.bpmn) this.foreignNamespace = uri
  }

  private keptPrefix(
    uri: string,
    prefix: string,
    local: string,
    parent: Scope | undefined,
  ): KnownPrefix | null {
    if (parent && !childrenOf.get(split(parent.name ?? '').local)?.has(local)) {
      this.countLeftOut(uri, local)
      return null
    }
    const known = uri === this.modelNamespace ? 'bpmn' : standsFor(uri, prefix)
    if (!known) return null
    if (keptElements[known].has(local)) return known
    // Without a namespace of its own the drawing's elements are still unmistakable.
    if (keptElements.bpmndi.has(local)) return 'bpmndi'
    if (keptElements.dc.has(local)) return 'dc'
    return null
  }

  private refuseTooMany(local: string, line: number): ImportRefusal | undefined {
    const limit = mostOf.get(local)
    if (!limit) return
    const amount = (this.amounts.get(limit) ?? 0) + 1
    this.amounts.set(limit, amount)
    if (amount <= limit.most) return
    const message = `The file has more than ${limit.most} ${limit.what}; one map holds no more.`
    return { code: 'import.tooManyElements', message, line }
  }

  private countLeftOut(uri: string, local: string): void {
    if (uri !== this.modelNamespace || !Object.hasOwn(leftOutWords, local)) return
    this.leftOut.set(local, (this.leftOut.get(local) ?? 0) + 1)
  }

  private writeAttribute(attribute: XmlAttribute, scope: Scope, written: Set<string>, line: number): void {
    const { prefix, local } = split(attribute.name)
    if (!keptAttributes.has(local) || written.has(local)) return
    if (prefix !== '' && standsFor(uriOf(prefix, scope), prefix) === null) return
    written.add(local)
    let value = attribute.value
    if (local === 'id') value = this.ids.take(value, line, scope.name?.startsWith('bpmn:') === true)
    else if (referenceAttributes.has(local)) value = canonicalReference(value)
    this.output.push(` ${local}="${value.replaceAll('"', '&quot;')}"`)
  }
}

function declared(attributes: XmlAttribute[]): ReadonlyMap<string, string> | null {
  let found: Map<string, string> | null = null
  for (const { name, value } of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    found ??= new Map()
    found.set(name.slice(6), value.trim().slice(0, longestNamespace))
  }
  return found
}

const longestNamespace = 300

function uriOf(prefix: string, scope: Scope): string {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const uri = at.declares?.get(prefix)
    if (uri !== undefined) return uri
  }
  return ''
}

function split(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':')
  return colon < 0
    ? { prefix: '', local: name }
    : { prefix: name.slice(0, colon), local: name.slice(colon + 1) }
}
