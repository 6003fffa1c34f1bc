import { readFileSync } from 'node:fs'
import { BpmnModdle } from 'bpmn-moddle'
import { readBpmn } from '../../shared/interchange/bpmn/readBpmn.ts'
import type { ImportedMap, ImportedTouchpoint, ReadResult } from '../../shared/interchange/importedMap.ts'

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))
}

export function fixtureText(name: string): string {
  return new TextDecoder().decode(fixtureBytes(name))
}

/** The map of one of our own small files, each written for one thing that real tools do. */
export async function fixtureMap(name: string): Promise<ImportedMap> {
  return mapOf(await read(fixtureText(name)))
}

export function read(xml: string): Promise<ReadResult> {
  return readBpmn(xml, new BpmnModdle())
}

export function mapOf(result: ReadResult): ImportedMap {
  if (!result.ok) throw new Error(`refused: ${result.refusal.message} (line ${result.refusal.line})`)
  return result.map
}

/** "Party / Lane" with the names of the steps in it, in no order. */
export function stepsByLane(map: ImportedMap): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const lane of map.lanes) {
    const party = map.parties.find(({ key }) => key === lane.partyKey)?.name
    found[`${party} / ${lane.name}`] = map.touchpoints
      .filter(({ laneKey }) => laneKey === lane.key)
      .map(({ name }) => name)
      .sort()
  }
  return found
}

/** "Step -> Step", each with its label or what it passes. */
export function linkNames(map: ImportedMap): string[] {
  const name = (key: string) => touchpoint(map, key).name
  return map.links.map(({ fromKey, toKey, label, passes, kind }) => {
    const said = passes ?? label
    return `${name(fromKey)} ${kind === 'loopBack' ? '~>' : '->'} ${name(toKey)}${said ? `: ${said}` : ''}`
  })
}

export function messages(map: ImportedMap, level: string): string[] {
  return map.notes.filter((note) => note.level === level).map(({ message }) => message)
}

export function named(map: ImportedMap, name: string): ImportedTouchpoint {
  const found = map.touchpoints.find((one) => one.name === name)
  if (!found)
    throw new Error(`no touchpoint “${name}” among ${map.touchpoints.map((one) => one.name).join(', ')}`)
  return found
}

function touchpoint(map: ImportedMap, key: string): ImportedTouchpoint {
  const found = map.touchpoints.find((one) => one.key === key)
  if (!found) throw new Error(`a link leads to “${key}”, which is no touchpoint`)
  return found
}
