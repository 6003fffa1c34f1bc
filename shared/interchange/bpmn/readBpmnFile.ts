import { decodeXml } from '../decodeXml.ts'
import type { ReadResult } from '../importedMap.ts'
import type { BpmnReader } from './bpmnReader.ts'
import { readBpmn } from './readBpmn.ts'

/** Reads a BPMN file from its bytes, in any encoding; `fileName` names a map that does not name itself. */
export async function readBpmnFile(
  bytes: Uint8Array,
  reader: BpmnReader,
  fileName: string,
): Promise<ReadResult> {
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return decoded
  const result = await readBpmn(decoded.text, reader, fileName.replace(/\.(bpmn2?|xml)$/i, ''))
  if (!result.ok || decoded.assumedEncoding === null) return result
  const message = `The file is not in the encoding it names: it is read as ${decoded.assumedEncoding}, check its special letters.`
  return { ok: true, map: { ...result.map, notes: [{ level: 'warning', message }, ...result.map.notes] } }
}
