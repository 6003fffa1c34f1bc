// Something that meets a JSON schema: bodies of requests and actions nobody has to write down one by one.

/** As far as the API and the actions use it. */
export interface Schema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  format?: string
  pattern?: string
  minimum?: number
}

/** A value for each name of a field; undefined where none is known. */
export type Known = (field: string) => string | undefined

/** @throws Error for a schema nobody has thought of */
export function sampleOf(schema: Schema, known: Known, field = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return field === 'targetKind' ? 'touchpoint' : schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null')
  if (choice) return sampleOf(choice, known, field)
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type
  if (type === 'string') return textFor(schema, known(field))
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (type === 'boolean') return true
  if (type === 'array') return [sampleOf(schema.items!, known, field.replace(/s$/, ''))]
  if (type === 'object') {
    const properties = Object.entries(schema.properties ?? {})
    return Object.fromEntries(properties.map(([name, one]) => [name, sampleOf(one, known, name)]))
  }
  throw new Error(`nothing meets ${JSON.stringify(schema)} of ${field}`)
}

function textFor({ format, pattern }: Schema, known: string | undefined): string {
  if (known !== undefined) return known
  if (format === 'uuid') return crypto.randomUUID()
  if (format === 'date-time') return '2027-01-04T09:00:00Z'
  if (format === 'date') return '2027-03-31'
  if (pattern?.includes('43')) return 'A'.repeat(43)
  if (pattern?.startsWith('^https')) return 'https://files.example/terms'
  return 'Something long enough'
}
