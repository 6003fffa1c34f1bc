import { Hono } from 'hono'
import { z } from 'zod'
import { mapParameter } from '../../shared/ecosystems/requests.ts'
import { visibleRow } from '../../shared/edits/exchange.ts'
import { type MapDocument, mapDocument, writeMapDocument } from '../../shared/interchange/mapDocument.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import type { PullChanges } from '../edits/changes.ts'
import { input } from '../input.ts'
import { type MapAnswer, readMap } from './queries.ts'

interface MapServices {
  accounts: AccountServices
  door: Door
  pullChanges: PullChanges
}

const mapAnswer = z.object({
  rows: z.array(visibleRow),
  organisations: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

export function mapRoutes({ accounts, door, pullChanges }: MapServices) {
  const signedIn = requirePerson(accounts)
  const acting = actingOrganisation(accounts)
  return new Hono()
    .get(
      '/api/maps/:mapId',
      describe('Maps', 'Every row of a map one may see', { 200: mapAnswer }),
      signedIn,
      acting,
      input('param', mapParameter),
      async (context) => {
        const { mapId } = context.req.valid('param')
        return context.json<MapAnswer>(await readMap(door, pullChanges, context.get('viewer'), mapId))
      },
    )
    .get(
      '/api/maps/:mapId/export.json',
      describe('Maps', 'What one may see of a map as a file that can be imported again', {
        200: mapDocument,
      }),
      signedIn,
      acting,
      input('param', mapParameter),
      async (context) => {
        const { mapId } = context.req.valid('param')
        const { rows, organisations } = await readMap(door, pullChanges, context.get('viewer'), mapId)
        context.header('Content-Disposition', 'attachment; filename="journey-map.json"')
        return context.json<MapDocument>(writeMapDocument(rows, organisations))
      },
    )
}
