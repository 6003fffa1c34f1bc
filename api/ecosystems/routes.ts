import { Hono } from 'hono'
import { z } from 'zod'
import {
  type EcosystemListItem,
  ecosystemListItem,
  ecosystemParameter,
  foundEcosystemRequest,
} from '../../shared/ecosystems/requests.ts'
import type { RowOf } from '../../shared/model/rows.ts'
import { rowSchema } from '../../shared/model/rows.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import type { AcceptEdits } from '../edits/acceptEdits.ts'
import type { PullChanges } from '../edits/changes.ts'
import { input } from '../input.ts'
import { smallBody } from '../smallBody.ts'
import { foundEcosystem } from './founding.ts'
import { listEcosystems } from './queries.ts'

export interface EcosystemServices {
  accounts: AccountServices
  door: Door
  acceptEdits: AcceptEdits
  pullChanges: PullChanges
}

/** An ecosystem as the viewer sees it, without the content of its maps. */
export interface EcosystemAnswer {
  ecosystem: RowOf<'ecosystem'>
  parties: RowOf<'party'>[]
  participants: RowOf<'participant'>[]
  maps: RowOf<'map'>[]
  organisations: { id: string; name: string }[]
}

const ecosystemAnswer = z.object({
  ecosystem: rowSchema('ecosystem'),
  parties: z.array(rowSchema('party')),
  participants: z.array(rowSchema('participant')),
  maps: z.array(rowSchema('map')),
  organisations: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

export function ecosystemRoutes({ accounts, door, acceptEdits, pullChanges }: EcosystemServices) {
  const signedIn = requirePerson(accounts)
  const acting = actingOrganisation(accounts)
  return new Hono()
    .get(
      '/api/ecosystems',
      describe('Ecosystems', 'The ecosystems one’s organisation takes part in', {
        200: z.array(ecosystemListItem),
      }),
      signedIn,
      acting,
      async (context) => context.json<EcosystemListItem[]>(await listEcosystems(door, context.get('viewer'))),
    )
    .post(
      '/api/ecosystems',
      describe('Ecosystems', 'Found an ecosystem and organise it', { 201: z.object({ id: z.uuid() }) }),
      signedIn,
      acting,
      smallBody,
      input('json', foundEcosystemRequest),
      async (context) => {
        const id = await foundEcosystem(acceptEdits, context.get('viewer'), context.req.valid('json'))
        return context.json({ id }, 201)
      },
    )
    .get(
      '/api/ecosystems/:ecosystemId',
      describe('Ecosystems', 'Parties, participants and maps of an ecosystem', { 200: ecosystemAnswer }),
      signedIn,
      acting,
      input('param', ecosystemParameter),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        const { rows, organisations } = await pullChanges(context.get('viewer'), ecosystemId)
        const ofKind = <K extends 'ecosystem' | 'party' | 'participant' | 'map'>(kind: K) =>
          rows.filter((one) => one.kind === kind).map((one) => one.row as unknown as RowOf<K>)
        return context.json<EcosystemAnswer>({
          ecosystem: ofKind('ecosystem')[0]!,
          parties: ofKind('party'),
          participants: ofKind('participant'),
          maps: ofKind('map'),
          organisations,
        })
      },
    )
}
