import { type DescribeRouteOptions, describeRoute, resolver, uniqueSymbol } from 'hono-openapi'
import { z } from 'zod'

/** The shape of every refusal. */
export const refusalAnswer = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
})

/**
 * Describes a route in the OpenAPI document: under which heading, what it does, and what it answers by status (`null` for an
 * answer without a body). Refusals are the same everywhere and need not be named.
 * @param takes what it is sent, where no schema of an `input` says so
 */
export function describe(
  heading: string,
  summary: string,
  answers: Record<number, z.ZodType | null>,
  takes: Pick<DescribeRouteOptions, 'requestBody'> = {},
) {
  const responses = Object.entries(answers).map(([status, schema]) => {
    const content = schema ? { 'application/json': { schema: resolver(schema) } } : undefined
    return [status, { description: content ? 'Done.' : 'Done; there is nothing to say.', content }] as const
  })
  const refusal = { 'application/json': { schema: resolver(refusalAnswer) } }
  return describeRoute({
    tags: [heading],
    summary,
    ...takes,
    responses: { ...Object.fromEntries(responses), default: { description: 'Refused.', content: refusal } },
  })
}

/** A file, as forms of web pages send it. */
export const aFile = {
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', format: 'binary' } },
          required: ['file'],
        },
      },
    },
  },
} satisfies Pick<DescribeRouteOptions, 'requestBody'>

/** Says of every route behind a middleware what that needs before it lets a request pass. */
export function needing<M extends object>(
  needs: Pick<DescribeRouteOptions, 'security' | 'parameters'>,
  middleware: M,
): M {
  return Object.assign(middleware, { [uniqueSymbol]: { spec: needs } })
}

/** One header of a request. */
export function header(name: string, description: string, required: boolean) {
  return { name, in: 'header', description, required, schema: { type: 'string', format: 'uuid' } } as const
}

const sessionCookie = 'sessionCookie'

/** Of a route for people who are signed in. */
export const bySession = { security: [{ [sessionCookie]: [] }] }

export const documentation = {
  info: { title: 'Interlane', version: '1' },
  components: {
    securitySchemes: {
      [sessionCookie]: {
        type: 'apiKey',
        in: 'cookie',
        name: 'interlane',
        description:
          'What POST /api/sessions sets for whoever signs in. Where people reach Interlane over https its name is __Host-interlane.',
      },
    },
  },
} as const
