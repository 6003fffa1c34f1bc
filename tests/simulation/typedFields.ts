// Where people type, read from the schemas of rows: a field that is added to a kind of row is one more from then on.
import type { z } from 'zod'
import { type ActionType, actionTypes, definitionOf } from '../../shared/edits/actions/actions.ts'
import { contents, type RowKind, rowKinds } from '../../shared/model/rows.ts'
import { markedContent, markedValue } from '../invariants/markedRows.ts'

type Shape = Record<string, z.ZodType>

/** What one can say with an action about the row it names: fields of that row that take a text. */
export interface Typed {
  kind: RowKind
  fields: readonly string[]
  /** The action names them under `fields`, and touches no other. */
  isChange: boolean
  value(field: string, mark: () => string): unknown
}

const verbs = /^(\w+)\.(add|open|start|change)$/

/** Null for actions in which nothing is typed into the row that they name. */
export function typedIn(type: ActionType): Typed | null {
  return known.get(type) ?? null
}

function read(type: ActionType): Typed | null {
  const kind = verbs.exec(type)?.[1] as RowKind | undefined
  if (kind === undefined || !(kind in contents)) return null
  const { shape } = definitionOf(type).schema as unknown as { shape: Shape & { fields?: { shape: Shape } } }
  const isChange = type.endsWith('.change')
  const taken = isChange ? shape.fields!.shape : shape
  const content = contents[kind].shape as Shape
  const value: Typed['value'] = (field, mark) => markedValue(content[field]!, mark)
  const fields = Object.keys(taken).filter((field) => field in content && isTyped(field, value))
  return fields.length === 0 ? null : { kind, fields, isChange, value }
}

function isTyped(field: string, value: Typed['value']): boolean {
  return !notTyped.has(field) && JSON.stringify(value(field, () => marker))?.includes(marker) === true
}

const marker = 'cn.0.'

/** Places in an order, and a hash of what is marked itself. */
const notTyped = new Set(['rank', 'termsHash'])

/** Each text of each kind of row, as `kind.field`, or `kind.field.part` of what has parts. */
export function everyTypedPlace(): string[] {
  return rowKinds.flatMap((kind) => {
    const content = markedContent(kind, {}, () => marker)
    for (const field of notTyped) delete content[field]
    return [...textsIn(kind, content)].flatMap(([place, text]) => (isMarked(text) ? [place] : []))
  })
}

/** Where markers stand in a row, by the same names. */
export function markedPlaces(kind: RowKind, row: object): string[] {
  return [...textsIn(kind, row)].flatMap(([place, text]) => (isMarked(text) ? [place] : []))
}

/** All texts of a row with their places; the names in a record are texts as well. */
export function* textsIn(place: string, value: unknown): Generator<[place: string, text: string]> {
  if (typeof value === 'string') yield [place, value]
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(place, one)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      if (isMarked(name)) yield [`${place}.names`, name]
      yield* textsIn(isMarked(name) ? place : `${place}.${name}`, one)
    }
}

const isMarked = (text: string) => /cn\.\d+\./.test(text)

/** Read before any session: ids are drawn meanwhile, and those of a session are drawn from its seed. */
const known = new Map(actionTypes.map((type) => [type, read(type)]))
