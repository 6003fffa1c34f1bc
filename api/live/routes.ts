import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { ecosystemParameter } from '../../shared/ecosystems/requests.ts'
import {
  mostBytesFromBrowser,
  type PresenceAnswer,
  presenceAnswer,
  presenceRequest,
} from '../../shared/live/messages.ts'
import { id } from '../../shared/model/fields.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson, type ViewerEnvironment } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import { requirePlace } from '../ecosystems/queries.ts'
import { AppError } from '../errors.ts'
import { input } from '../input.ts'
import type { Live } from './live.ts'
import { socketEvents } from './socket.ts'

interface LiveServices {
  accounts: AccountServices
  door: Door
  live: Live
}

/** A browser sets no header when it opens a WebSocket. `person` is refused when somebody else is signed in by then. */
const nameInQuery = z.object({ organisation: id, person: id.optional() })

export function liveRoutes({ accounts, door, live }: LiveServices) {
  return new Hono<ViewerEnvironment>()
    .get(
      '/api/ecosystems/:ecosystemId/live',
      describe('Edits', 'A WebSocket that says when to pull, and who else is on the map', { 101: null }),
      requirePerson(accounts),
      actingOrganisation(accounts, (context) => context.req.query('organisation')),
      input('param', ecosystemParameter),
      input('query', nameInQuery),
      async (context, next) => {
        const { person } = context.req.valid('query')
        if (person !== undefined && person !== context.get('person').personId)
          throw new AppError('accounts.otherPerson')
        await requirePlace(door, context.get('viewer'), context.req.valid('param').ecosystemId)
        if (context.req.header('Upgrade')?.toLowerCase() !== 'websocket')
          throw new AppError('live.webSocketOnly')
        await next()
      },
      upgradeWebSocket((context) => {
        const { personId, organisationId } = context.get('viewer')
        const { sessionId, name } = context.get('person')
        const owner = { viewer: { personId, organisationId }, sessionId, name }
        return socketEvents(live, ecosystemParameter.parse(context.req.param()).ecosystemId, owner)
      }),
    )
    .post(
      '/api/ecosystems/:ecosystemId/presence',
      describe(
        'Edits',
        'Where no WebSocket gets through: says where a page is, and answers who else is on its map',
        {
          200: presenceAnswer,
        },
      ),
      requirePerson(accounts),
      actingOrganisation(accounts),
      bodyLimit({
        maxSize: mostBytesFromBrowser,
        onError: () => {
          throw new AppError('input.invalid')
        },
      }),
      input('param', ecosystemParameter),
      input('json', presenceRequest),
      async (context) => {
        const { personId, organisationId } = context.get('viewer')
        const { sessionId, name } = context.get('person')
        const owner = { viewer: { personId, organisationId }, sessionId, name }
        const { ecosystemId } = context.req.valid('param')
        const people = await live.ask(ecosystemId, owner, context.req.valid('json'))
        return context.json<PresenceAnswer>({ people })
      },
    )
}
