// Recognises what kind of file it is, reads it, and plans its import.
import type { ActionInput } from '../../shared/edits/actions/actions.ts'
import { faultOfDocument } from '../../shared/interchange/faultOfDocument.ts'
import { layoutOfPlan, placedPlan } from '../../shared/interchange/layoutOfPlan.ts'
import { mapDocument } from '../../shared/interchange/mapDocument.ts'
import { type DocumentPlace, planDocumentImport } from '../../shared/interchange/planDocumentImport.ts'
import { type ImportPlace, type ImportPlan, planImport } from '../../shared/interchange/planImport.ts'
import { refusalOfUnstorable } from '../edits/storable.ts'
import { AppError } from '../errors.ts'
import { parseInWorker } from './parseInWorker.ts'
import { isTooLarge, tidyInWorker } from './tidyInWorker.ts'

const maximumJsonBytes = 8_000_000

/** @throws AppError `import.refused`, with the line where it is known. */
export async function planFile(
  file: File,
  place: DocumentPlace,
): Promise<{ format: 'bpmn' | 'json'; plan: ImportPlan }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return looksLikeJson(bytes)
    ? { format: 'json', plan: planJson(bytes, place) }
    : { format: 'bpmn', plan: await planBpmn(bytes, file.name, place) }
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => !whiteSpace.has(byte))
  return first === 0x7b
}

/** Blank, tab, line ends, and the bytes of a UTF-8 mark. */
const whiteSpace = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

async function planBpmn(bytes: Uint8Array, fileName: string, place: ImportPlace): Promise<ImportPlan> {
  const result = await parseInWorker(bytes, fileName)
  if (result.ok) return tidied(planImport(result.map, place), place)
  const { message, line } = result.refusal
  throw refused(line ? `Line ${line}: ${message}` : message)
}

/** Another tool's drawing means nothing in lanes and stages; a map of our own keeps the places it was exported with. */
async function tidied(plan: ImportPlan, { parties }: ImportPlace): Promise<ImportPlan> {
  const count = (type: ActionInput['type']) => plan.actions.filter((action) => action.type === type).length
  if (isTooLarge(count('touchpoint.add'), count('link.add'))) return plan
  const input = layoutOfPlan(plan, parties)
  return placedPlan(plan, input, await tidyInWorker(input))
}

function planJson(bytes: Uint8Array, place: DocumentPlace): ImportPlan {
  if (bytes.length > maximumJsonBytes) throw refused('The file is larger than 8 MB. Export a smaller map.')
  const json = parseJson(bytes)
  const unstorable = refusalOfUnstorable(json)
  if (unstorable) throw refused(unstorable.message)
  const parsed = mapDocument.safeParse(json)
  if (parsed.success) {
    const fault = faultOfDocument(parsed.data, place)
    if (fault) throw refused(`${fault}.`)
    return planDocumentImport(parsed.data, place)
  }
  const issue = parsed.error.issues[0]!
  const where = issue.path.join('.')
  throw refused(issue.path.length > 1 ? `${where}: ${issue.message}` : issue.message)
}

function parseJson(bytes: Uint8Array): object {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw refused(`This is not a whole JSON file: ${(error as Error).message}`)
  }
}

function refused(message: string): AppError {
  return new AppError('import.refused', { field: 'file', message })
}
