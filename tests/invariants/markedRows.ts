// Rows made from the schemas alone: whatever text a kind of row has, or will have, carries a marker.
import type { z } from 'zod'
import { contents, type RowKind } from '../../shared/model/rows.ts'

interface Definition {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  entries?: Record<string, string | number>
  in?: z.ZodType
}

/** The content of a row with a marker in every text of it; `known` gives values by the name of their field. */
export function markedContent(kind: RowKind, known: Record<string, unknown>, mark: () => string) {
  const shape = contents[kind].shape as Record<string, z.ZodType>
  const content = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [
      field,
      field in known ? known[field] : markedValue(schema, mark),
    ]),
  )
  return contents[kind].parse(content) as Record<string, unknown>
}

/** A value with a marker in every text of it. @throws Error for a schema nobody has thought of: a field that would go unmarked. */
export function markedValue(schema: z.ZodType, mark: () => string): unknown {
  const { type, innerType, element, shape, entries, in: input } = schema.def as unknown as Definition
  if (innerType) return markedValue(innerType, mark)
  if (input) return markedValue(input, mark)
  if (type === 'string') return textFor(schema, mark())
  if (type === 'number') return [7, 3, 1, 0].find((number) => schema.safeParse(number).success)
  if (type === 'boolean') return false
  if (type === 'enum') return Object.values(entries!)[0]
  if (type === 'array') return [markedValue(element!, mark)]
  if (type === 'object')
    return Object.fromEntries(Object.entries(shape!).map(([field, one]) => [field, markedValue(one, mark)]))
  if (type === 'record') return { [mark()]: mark() }
  throw new Error(`no marked value for a field of type ${type}`)
}

/** The marker itself, in an address where one is asked for, unless the text is an id, a moment or a day. */
function textFor(schema: z.ZodType, marker: string): string {
  const takes = (text: string) => schema.safeParse(text).success
  const marked = [marker, `https://files.example/${marker}`].find(takes)
  const fits = marked ?? [crypto.randomUUID() as string, '2027-01-04T09:00:00Z', '2027-03-31'].find(takes)
  if (fits === undefined) throw new Error('no marked value for a text')
  return fits
}
