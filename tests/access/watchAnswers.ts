// Holds every answer of an app against what its OpenAPI document says of the route.
import { isDeepStrictEqual } from 'node:util'
import { findTargetHandler } from 'hono/utils/handler'
import { uniqueSymbol } from 'hono-openapi'
import type { z } from 'zod'
import { refusalAnswer } from '../../api/describe.ts'
import type { World } from '../support/world.ts'

interface Described {
  route: string
  method: string
  pattern: RegExp
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
/** As `resolver` of hono-openapi keeps it, which makes the document of it. */
interface Schema {
  validate: z.ZodType['~standard']['validate']
}

export interface Watched {
  /** What was answered otherwise than it is described. */
  faults: string[]
  /** Routes of which an answer that is no refusal has been seen. */
  answered: Set<string>
}

/** Watches all answers from now on. */
export function watchAnswers({ app }: Pick<World, 'app'>): Watched {
  const described = describedRoutes(app)
  const watched: Watched = { faults: [], answered: new Set() }
  const request = app.request.bind(app) as (...asked: unknown[]) => Promise<Response>
  const watch = async (path: string, options: RequestInit = {}, ...more: unknown[]) => {
    const answer = await request(path, options, ...more)
    const method = options.method ?? 'GET'
    const { pathname } = new URL(path, 'http://localhost')
    const one = described.find((route) => route.method === method && route.pattern.test(pathname))
    if (!one) return answer
    if (answer.ok) watched.answered.add(one.route)
    const fault = await faultOf(one, answer.clone())
    if (fault) watched.faults.push(`${one.route} ${answer.status}: ${fault}`)
    return answer
  }
  Object.assign(app, { request: watch })
  return watched
}

/** Every route that is described, in the order in which they are tried. */
export function describedRoutes(app: World['app']): Described[] {
  return app.routes.flatMap(({ method, path, handler }) => {
    const said = (findTargetHandler(handler) as { [uniqueSymbol]?: { spec?: Partial<Described> } })[
      uniqueSymbol
    ]?.spec?.responses
    if (!said) return []
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`)
    return [{ route: `${method} ${path}`, method, pattern, responses: said }]
  })
}

async function faultOf({ responses }: Described, answer: Response): Promise<string | null> {
  const text = await answer.text()
  const said = responses[answer.status]
  if (!said && answer.ok) return 'this status is not described'
  if (said && !said.content) return text === '' ? null : 'an answer, where none is described'
  const body: unknown = JSON.parse(text)
  const schema = said?.content?.['application/json']?.schema ?? refusalAnswer['~standard']
  const read = await schema.validate(body)
  if (read.issues) return read.issues.map(({ path, message }) => `${path?.join('.')} ${message}`).join('; ')
  return isDeepStrictEqual(read.value, body) ? null : 'more than is described'
}
