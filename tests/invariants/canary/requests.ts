// Every request there is, made from what the API says of itself: a new route is asked as soon as it is there.
import { z } from 'zod'
import { action } from '../../../shared/edits/actions/actions.ts'
import type { World } from '../../support/world.ts'
import { newId } from '../scene.ts'
import { type Known, type Schema, sampleOf } from './sample.ts'

interface Operation {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

export interface Route {
  method: string
  path: string
  operation: Operation
}

export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body?: unknown
}

/** All routes of the app, with what the document says each takes. Those that end a session come last. */
export async function everyRoute(world: World): Promise<Route[]> {
  const { body } = await world
    .visitor()
    .send<{ paths: Record<string, Record<string, Operation>> }>('GET', '/api/openapi.json')
  const named = world.app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*')
  const routes = new Map(named.map(({ method, path }) => [`${method} ${path}`, { method, path }]))
  const isLast = ({ path }: { path: string }) => Number(path === '/api/sessions/current')
  return [...routes.values()]
    .map(({ method, path }) => {
      const described = body.paths[path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')] ?? {}
      return { method, path, operation: described[method.toLowerCase()] ?? {} }
    })
    .toSorted((left, right) => isLast(left) - isLast(right))
}

/** One request to a route; an empty body instead of a fitting one is refused by whoever reads it. */
export function askingFor({ method, path, operation }: Route, known: Known, isEmpty = false): Asked {
  const { parameters = [], requestBody } = operation
  const textOf = (name: string, schema: Schema) => String(sampleOf(schema, known, name))
  const inPath = new Map(
    parameters.filter((one) => one.in === 'path').map(({ name, schema }) => [name, schema]),
  )
  const filled = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) =>
    textOf(name, inPath.get(name) ?? { type: 'string', format: 'uuid' }),
  )
  const query = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) => `${name}=${textOf(name, schema)}`)
  const headers = parameters
    .filter((one) => one.in === 'header' && !saidByAsker.has(one.name))
    .map(({ name, schema }) => [name, textOf(name, schema)])
  const schema = requestBody?.content['application/json']?.schema
  const body = isEmpty ? {} : schema && sampleOf(schema, known)
  return {
    method,
    path: query.length > 0 ? `${filled}?${query.join('&')}` : filled,
    headers: Object.fromEntries(headers),
    ...(method !== 'GET' && body !== undefined && { body }),
  }
}

/** Who asks, and for whom, is the asker's to say. */
const saidByAsker: ReadonlySet<string> = new Set(['Interlane-Organisation', 'Interlane-Person'])

const options = (action as unknown as { options: z.ZodObject[] }).options
export const actionSchemas = options.map(
  (option) => z.toJSONSchema(option, { io: 'input', unrepresentable: 'any' }) as Schema,
)

/** What makes a row, under the id it is given: a taken one is refused, whoever has taken it. */
const making = /\.(add|open|start|expect|reply|offer|propose|record)$|^(vote\.set|participant\.join)$/
/** Fields that give an id to a row the action makes besides. */
const newIds: Record<string, readonly string[]> = {
  'map.add': ['participantId'],
  'handoff.confirm': ['confirmationId'],
  'handoff.dispute': ['confirmationId'],
  'sticky.place': ['touchpointId'],
}

/** @param row the id of what is acted on, by the name of its kind; @param known ids of all it names besides */
export function actionOf(schema: Schema, row: Known, known: Known): { type: string } {
  const type = String(schema.properties!.type!.const)
  const noun = type.split('.')[0]!
  const kind = noun === 'handoff' ? 'confirmation' : noun
  const idOf: Known = (field) => {
    if (newIds[type]?.includes(field)) return newId()
    if (field !== 'id') return known(field)
    return making.test(type) ? newId() : row(`${kind}Id`)
  }
  return sampleOf(schema, idOf) as { type: string }
}
