import { Hono } from 'hono'
import { z } from 'zod'
import { mapParameter } from '../../shared/ecosystems/requests.ts'
import { type VisibleRow, visibleRow } from '../../shared/edits/exchange.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import type { PullChanges } from '../edits/changes.ts'
import { input } from '../input.ts'
import { readMap } from './queries.ts'

interface MapServices {
  accounts: AccountServices
  door: Door
  pullChanges: PullChanges
}

export function mapRoutes({ accounts, door, pullChanges }: MapServices) {
  return new Hono().get(
    '/api/maps/:mapId',
    describe('Maps', 'Every row of a map one may see', { 200: z.object({ rows: z.array(visibleRow) }) }),
    requirePerson(accounts),
    actingOrganisation(accounts),
    input('param', mapParameter),
    async (context) => {
      const { mapId } = context.req.valid('param')
      const rows = await readMap(door, pullChanges, context.get('viewer'), mapId)
      return context.json<{ rows: VisibleRow[] }>({ rows })
    },
  )
}
