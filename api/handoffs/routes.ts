import { Hono } from 'hono'
import { z } from 'zod'
import { type SignatureEvent, signaturesAnswer } from '../../shared/handoffs/signatures.ts'
import { id } from '../../shared/model/fields.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, requirePerson } from '../accounts/signedIn.ts'
import type { Door } from '../database/door.ts'
import { describe } from '../describe.ts'
import { input } from '../input.ts'
import { readSignatures } from './queries.ts'

const handoffParameter = z.object({ ecosystemId: id, linkId: id })

/** Handoffs change by edits alone; what is read here is their past. */
export function handoffRoutes({ accounts, door }: { accounts: AccountServices; door: Door }) {
  return new Hono().get(
    '/api/ecosystems/:ecosystemId/handoffs/:linkId/signatures',
    describe('Handoffs', 'Who confirmed, disputed or changed the terms of a handoff, and when', {
      200: signaturesAnswer,
    }),
    requirePerson(accounts),
    actingOrganisation(accounts),
    input('param', handoffParameter),
    async (context) => {
      const { ecosystemId, linkId } = context.req.valid('param')
      const events = await readSignatures(door, context.get('viewer'), ecosystemId, linkId)
      return context.json<SignatureEvent[]>(events)
    },
  )
}
