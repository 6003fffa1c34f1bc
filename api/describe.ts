import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'

/** The shape of every refusal. */
export const refusalAnswer = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
})

/**
 * Describes a route in the OpenAPI document: under which heading, what it does, and what it answers by status (`null` for an
 * answer without a body). Refusals are the same everywhere and need not be named.
 */
export function describe(heading: string, summary: string, answers: Record<number, z.ZodType | null>) {
  const responses = Object.entries(answers).map(([status, schema]) => {
    const content = schema ? { 'application/json': { schema: resolver(schema) } } : undefined
    return [status, { description: content ? 'Done.' : 'Done; there is nothing to say.', content }] as const
  })
  const refusal = { 'application/json': { schema: resolver(refusalAnswer) } }
  return describeRoute({
    tags: [heading],
    summary,
    responses: { ...Object.fromEntries(responses), default: { description: 'Refused.', content: refusal } },
  })
}
