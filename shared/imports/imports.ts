// What browser and server say to each other about importing a file.
import { z } from 'zod'
import { id } from '../model/fields.ts'

export const importNote = z.object({
  level: z.enum(['merged', 'skipped', 'changed', 'warning']),
  message: z.string(),
  element: z.string().optional(),
  line: z.number().int().optional(),
})

/** POST /api/ecosystems/{id}/imports: what would be created; nothing is written. */
export const importPreview = z.object({
  importId: id,
  format: z.enum(['bpmn', 'json']),
  name: z.string(),
  counts: z.object({
    organisations: z.number().int(),
    lanes: z.number().int(),
    touchpoints: z.number().int(),
    sequences: z.number().int(),
    handoffs: z.number().int(),
  }),
  notes: z.array(importNote),
  expiresAt: z.iso.datetime(),
})
export type ImportPreview = z.infer<typeof importPreview>

/** POST /api/ecosystems/{id}/imports/{importId}: `edit` names the one step that undo takes back. */
export const importedAnswer = z.object({
  mapId: id,
  edit: z.object({ clientId: id, number: z.number().int() }),
})
export type ImportedAnswer = z.infer<typeof importedAnswer>
