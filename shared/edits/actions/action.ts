// What an action is, and how rows are made, changed and removed by every one of them.
import { z } from 'zod'
import { defaultAudience } from '../../audience/defaultAudience.ts'
import { id } from '../../model/fields.ts'
import { type ContentOf, contents, type RowKind, type RowOf } from '../../model/rows.ts'
import type { SigningAuthor } from '../../rules/author.ts'
import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** What an action works with: the draft it changes, who acts, and in which ecosystem. */
export interface Making {
  draft: Draft
  author: SigningAuthor
  ecosystemId: string
}

/** A named change: the schema a client's action must meet, and what it does to the draft. */
export interface ActionDefinition<S extends z.ZodType> {
  schema: S
  apply(action: z.infer<S>, making: Making): void
}

/** One action: its strict schema, whose `type` is `noun.verb`, and what it does to the draft; rights are asked at each change. */
export function defineAction<S extends z.ZodType>(
  schema: S,
  apply: ActionDefinition<S>['apply'],
): ActionDefinition<S> {
  return { schema, apply }
}

/** Schema of `<kind>.remove` and other actions that only name a row. */
export function namingRow<T extends string>(type: T) {
  return z.strictObject({ type: z.literal(type), id })
}

/** Schema of `<kind>.decide`: a yes or no to what somebody proposed. */
export function deciding<T extends string>(type: T) {
  return z.strictObject({ type: z.literal(type), id, accept: z.boolean() })
}

/** The state that such an answer gives. */
export function answered({ accept }: { accept: boolean }): 'accepted' | 'declined' {
  return accept ? 'accepted' : 'declined'
}

/** A change of some fields: only those named are touched, and at least one must be. */
export function changing<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  const withoutDefaults = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, z.optional(unwrapDefault(schema as z.ZodType))]),
  ) as unknown as { [F in keyof S]: z.ZodOptional<S[F] extends z.ZodDefault<infer I> ? I : S[F]> }
  return z.strictObject({
    type: z.literal(type),
    id,
    fields: z.strictObject(withoutDefaults).refine((fields) => Object.keys(fields).length > 0, {
      error: 'names no field to change',
    }),
  })
}

function unwrapDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema
}

/** A row this one is a copy of, on this map or another: both have the same lineage, as far as the author sees the original. */
export const copiedFromId = id.nullable().default(null)

/** Asked for rather than done, also by whoever could decide it: as a file says it that is imported. */
export const asProposal = z.boolean().default(false)

/** Puts a new row into the draft, for `audience` where it begins with another than its kind's. @throws Refusal when the id is taken or the content breaks its schema. */
export function addRow<K extends RowKind>(
  kind: K,
  rowId: string,
  content: z.input<(typeof contents)[K]> & { copiedFromId?: string | null; audience?: readonly string[] },
  making: Making,
  follows = false,
): RowOf<K> {
  const { draft, author, ecosystemId } = making
  if (draft.get(kind, rowId))
    throw new Refusal('edit.invalid', `A ${kind} with this id is there already.`, 'id')
  const parsed = contents[kind].safeParse(content)
  if (!parsed.success) throw invalidField(parsed.error)
  const whole = parsed.data as ContentOf<K>
  const original = content.copiedFromId ? draft.get(kind, content.copiedFromId) : undefined
  const row = {
    id: rowId,
    ecosystemId,
    audience: content.audience ?? defaultAudience[kind](whole, { id: rowId, ecosystemId }),
    deleted: false,
    versions: {},
    lineageId: original?.lineageId ?? rowId,
    addedByOrganisationId: author.organisationId,
    ...whole,
  } as unknown as RowOf<K>
  draft.put(kind, row, follows)
  return row
}

/** Changes some fields of a living row. */
export function changeRow<K extends RowKind>(
  kind: K,
  row: RowOf<K>,
  fields: Partial<RowOf<K>>,
  making: Making,
  follows = false,
) {
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const after = { ...row, ...named } as RowOf<K>
  making.draft.put(kind, after, follows)
  return after
}

/** Marks a row as deleted; it stays stored, so that undo can bring it back. */
export function removeRow<K extends RowKind>(kind: K, row: RowOf<K>, making: Making, follows = false): void {
  making.draft.put(kind, { ...row, deleted: true }, follows)
}

/** The first fault of a schema check, as a refusal that names the field. */
export function invalidField(error: z.ZodError): Refusal {
  const issue = error.issues[0]!
  const field = issue.path.join('.')
  return new Refusal('edit.invalid', field ? `${field}: ${issue.message}` : issue.message, field || undefined)
}
