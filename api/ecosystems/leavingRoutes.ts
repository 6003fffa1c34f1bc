import { Hono } from 'hono'
import { z } from 'zod'
import { type DepartureAnswer, departureAnswer } from '../../shared/ecosystems/departures.ts'
import { type OwnRowsDocument, ownRowsDocument } from '../../shared/ecosystems/ownRows.ts'
import { ecosystemParameter } from '../../shared/ecosystems/requests.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import { describe } from '../describe.ts'
import type { PullChanges } from '../edits/changes.ts'
import { input } from '../input.ts'
import { answerDepartures, readDepartures } from './departures.ts'
import { writeOwnRows } from './takingAlong.ts'

/** What is left of an organisation's part after it ended: that it did, and its own rows as a file. */
export function leavingRoutes(services: { accounts: AccountServices; pullChanges: PullChanges }) {
  const { accounts } = services
  const signedIn = requirePerson(accounts)
  const acting = actingOrganisation(accounts)
  return new Hono()
    .get(
      '/api/departures',
      describe('Ecosystems', 'Maps one’s organisation has left, while its own rows can be fetched', {
        200: z.array(departureAnswer),
      }),
      signedIn,
      acting,
      async (context) => {
        const { organisationId } = context.get('viewer')
        const answer = await accounts.door.asSystem('list what an organisation left', async (tx) =>
          answerDepartures(tx, await readDepartures(tx, accounts.clock(), organisationId), organisationId),
        )
        return context.json<DepartureAnswer[]>(answer)
      },
    )
    .get(
      '/api/ecosystems/:ecosystemId/own-rows.json',
      describe('Ecosystems', 'What is one’s organisation’s own, to take along; for its admins', {
        200: ownRowsDocument,
      }),
      signedIn,
      acting,
      input('param', ecosystemParameter),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        const file = await writeOwnRows(services, context.get('viewer'), ecosystemId)
        context.header('Content-Disposition', 'attachment; filename="our-rows.json"')
        return context.json<OwnRowsDocument>(file)
      },
    )
}
