import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { ecosystemParameter } from '../../shared/ecosystems/requests.ts'
import {
  type ChangesResponse,
  changesResponse,
  type EditsResponse,
  editsRequest,
  editsResponse,
  type FieldAuthor,
  fieldAuthor,
} from '../../shared/edits/exchange.ts'
import { id } from '../../shared/model/fields.ts'
import { rowKinds } from '../../shared/model/rows.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import { requirePlace } from '../ecosystems/queries.ts'
import { AppError } from '../errors.ts'
import { input } from '../input.ts'
import type { AcceptEdits } from './acceptEdits.ts'
import type { PullChanges } from './changes.ts'
import { readLastAuthor } from './lastAuthor.ts'
import { createPace } from './pace.ts'

interface EditServices {
  accounts: AccountServices
  door: Door
  acceptEdits: AcceptEdits
  pullChanges: PullChanges
}

const maximumBytes = 8 * 1024 * 1024
const since = z.object({ cursor: z.string().max(200).optional() })
const fieldParameter = z.object({
  ecosystemId: id,
  kind: z.enum(rowKinds),
  rowId: id,
  field: z.string().max(80),
})

export function editRoutes({ accounts, door, acceptEdits, pullChanges }: EditServices) {
  const signedIn = requirePerson(accounts)
  const acting = actingOrganisation(accounts)
  const pace = createPace(door)
  return new Hono()
    .post(
      '/api/ecosystems/:ecosystemId/edits',
      describe('Edits', 'The only way anything in an ecosystem changes', { 200: editsResponse }),
      signedIn,
      acting,
      bodyLimit({
        maxSize: maximumBytes,
        onError: () => {
          throw new AppError('input.invalid', {
            message: 'These edits are larger than 8 MB. Send fewer at once.',
          })
        },
      }),
      input('param', ecosystemParameter),
      input('json', editsRequest),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        const { edits } = context.req.valid('json')
        const viewer = context.get('viewer')
        await pace.take(viewer.personId, edits)
        await pace.requireRoom(ecosystemId, () => requirePlace(door, viewer, ecosystemId))
        const answers = await acceptEdits(viewer, ecosystemId, edits)
        await pace.count(ecosystemId, edits)
        return context.json<EditsResponse>({ answers })
      },
    )
    .get(
      '/api/ecosystems/:ecosystemId/changes',
      describe('Edits', 'Rows changed since a cursor, as one may see them now', { 200: changesResponse }),
      signedIn,
      acting,
      input('param', ecosystemParameter),
      input('query', since),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        const { cursor } = context.req.valid('query')
        return context.json<ChangesResponse>(await pullChanges(context.get('viewer'), ecosystemId, cursor))
      },
    )
    .get(
      '/api/ecosystems/:ecosystemId/rows/:kind/:rowId/fields/:field/author',
      describe('Edits', 'Who last changed a field of a row; null when that was not for the viewer', {
        200: fieldAuthor.nullable(),
      }),
      signedIn,
      acting,
      input('param', fieldParameter),
      async (context) => {
        const asked = context.req.valid('param')
        return context.json<FieldAuthor | null>(await readLastAuthor(door, context.get('viewer'), asked))
      },
    )
}
