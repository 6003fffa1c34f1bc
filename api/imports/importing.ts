// A file becomes a preview; the preview, once accepted, one edit.
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Viewer } from '../../shared/audience/audience.ts'
import { edit as editSchema, editVersion } from '../../shared/edits/actions/actions.ts'
import { applyEdit } from '../../shared/edits/applyEdit.ts'
import type { ImportedAnswer, ImportPreview } from '../../shared/imports/imports.ts'
import type { ImportPlan } from '../../shared/interchange/planImport.ts'
import { signing } from '../../shared/rules/author.ts'
import type { ActingViewer } from '../accounts/signedIn.ts'
import type { Door, Transaction } from '../database/door.ts'
import { importPreviews } from '../database/tables/imports.ts'
import type { AcceptEdits } from '../edits/acceptEdits.ts'
import type { PullChanges } from '../edits/changes.ts'
import { RowsOnDemand } from '../edits/rowsOnDemand.ts'
import { AppError } from '../errors.ts'
import { planFile } from './planFile.ts'

export interface ImportServices {
  door: Door
  acceptEdits: AcceptEdits
  pullChanges: PullChanges
}

const lifetimeMinutes = 60
const keptPreviews = 10

/** Says what a file would create, for its owner alone. @throws AppError `import.refused` with the reason and the line. */
export async function previewImport(
  services: ImportServices,
  viewer: ActingViewer,
  ecosystemId: string,
  file: File,
): Promise<ImportPreview> {
  const { rows } = await services.pullChanges(viewer, ecosystemId)
  const parties = rows.flatMap((one) => (one.kind === 'party' ? [one.row] : []))
  const maps = rows.flatMap((one) => (one.kind === 'map' ? [one.row] : []))
  const { organisationId, personId } = viewer
  const read = await planFile(file, { parties, maps, organisationId, personId, newId: randomUUID })
  await rehearse(services.door, viewer, ecosystemId, read.plan)
  const expiresAt = new Date(Date.now() + lifetimeMinutes * 60_000)
  const importId = randomUUID()
  await services.door.asSystem('keep a preview of an import', async (tx) => {
    await tx.delete(importPreviews).where(lt(importPreviews.expiresAt, new Date()))
    const owner = { ecosystemId, personId: viewer.personId, organisationId }
    await tx.insert(importPreviews).values({ id: importId, ...owner, expiresAt, ...read })
    await forgetEarlier(tx, viewer.personId)
  })
  const { format, plan } = read
  const { counts, notes } = plan
  return { importId, format, name: nameOf(plan), counts, notes, expiresAt: expiresAt.toISOString() }
}

/** Previews are as large as their files: a person keeps the latest few. */
async function forgetEarlier(tx: Transaction, personId: string) {
  const earlier = tx
    .select({ id: importPreviews.id })
    .from(importPreviews)
    .where(eq(importPreviews.personId, personId))
    .orderBy(desc(importPreviews.expiresAt))
    .offset(keptPreviews)
  await tx.delete(importPreviews).where(inArray(importPreviews.id, earlier))
}

function nameOf({ actions }: ImportPlan): string {
  const map = actions.find((action) => action.type === 'map.add')
  return map?.type === 'map.add' ? map.name : ''
}

/** Writes a preview as one edit. Sent twice, it is written once. @throws AppError `notThere` for any preview but one's own. */
export async function acceptImport(
  { door, acceptEdits }: ImportServices,
  viewer: Viewer,
  ecosystemId: string,
  importId: string,
): Promise<ImportedAnswer> {
  const plan = await door.asSystem('read a preview of an import', async (tx) => {
    const [found] = await tx
      .select()
      .from(importPreviews)
      .where(
        and(
          eq(importPreviews.id, importId),
          eq(importPreviews.ecosystemId, ecosystemId),
          eq(importPreviews.personId, viewer.personId),
          eq(importPreviews.organisationId, viewer.organisationId),
          gt(importPreviews.expiresAt, new Date()),
        ),
      )
    if (!found) throw new AppError('notThere')
    return found.plan
  })
  const reference = { clientId: importId, number: 1 }
  const edit = { ...reference, version: editVersion, actions: plan.actions }
  const [answer] = await acceptEdits(viewer, ecosystemId, [edit])
  if (!answer?.accepted) throw new AppError('import.refused', answer && { message: answer.error.message })
  return { mapId: plan.mapId, edit: reference }
}

/** The same function as the real edit, so that a preview never promises what would be refused. */
async function rehearse(door: Door, viewer: ActingViewer, ecosystemId: string, { actions }: ImportPlan) {
  const read = editSchema.safeParse({ clientId: randomUUID(), number: 1, version: editVersion, actions })
  if (!read.success) throw new AppError('import.refused', { message: sayFault(read.error.issues[0]!) })
  const parsed = read.data
  const author = signing(viewer, 'Rehearsal', new Date())
  const applied = await door.asViewer(viewer, async (tx) => {
    const rows = new RowsOnDemand(tx, ecosystemId)
    await rows.prefetch(parsed.actions)
    return rows.run(() => applyEdit(parsed, author, ecosystemId, rows))
  })
  if (!applied.accepted) throw new AppError('import.refused', { message: applied.refusal.message })
}

/** A file may hold what no edit does: more than one step takes, or a name that is longer than names are. */
function sayFault({ path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const [, , field] = path
  if (field === undefined) return 'The file holds more than one step can write. Export a smaller map.'
  return `${path.slice(2).join('.')}: ${message}`
}
