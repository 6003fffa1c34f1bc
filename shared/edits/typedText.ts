// What people type, as opposed to what they choose or drag: the text that must not get lost.
import { z } from 'zod'
import { documents, sayListed } from '../model/documents.ts'
import { line, name, text, words } from '../model/fields.ts'
import { contents, type RowKind, rowKinds } from '../model/rows.ts'
import type { Action } from './actions/actions.ts'

const typedSchemas = new Set<unknown>([line, name, text, words, documents])

/** Whether people type this field, so that its text is worth saving when an edit is refused. */
export function isTyped(kind: RowKind, field: string): boolean {
  const schema = (contents[kind].shape as Record<string, z.ZodType | undefined>)[field]
  return typedSchemas.has(schema) || isListOfText(schema)
}

function isListOfText(schema: unknown): boolean {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
  return inner instanceof z.ZodArray && inner.element instanceof z.ZodString
}

const typedNames = new Set(
  rowKinds.flatMap((kind) => Object.keys(contents[kind].shape).filter((field) => isTyped(kind, field))),
)

/** The texts that actions would have written, for handing them back to who typed them. */
export function typedTexts(actions: readonly Action[]): string[] {
  const texts = actions.flatMap((one) => {
    const fields = 'fields' in one ? one.fields : {}
    return Object.entries({ ...one, ...fields })
      .filter(([field]) => typedNames.has(field))
      .map(([, value]) => (Array.isArray(value) ? value.map(sayListed).join(', ') : value))
  })
  return [...new Set(texts.filter((value) => typeof value === 'string' && value.trim() !== ''))] as string[]
}
