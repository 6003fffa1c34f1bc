import { Hono } from 'hono'
import { z } from 'zod'
import { linkHeader } from '../../shared/accounts/requests.ts'
import { ecosystemParameter } from '../../shared/ecosystems/requests.ts'
import {
  acceptedInvitationAnswer,
  acceptInvitationRequest,
  expectedAnswer,
  invitationAnswer,
  invitedOrganisationAnswer,
  inviteOrganisationRequest,
  shownInvitationAnswer,
} from '../../shared/invitations/invitations.ts'
import { id } from '../../shared/model/fields.ts'
import { callerOf } from '../accounts/caller.ts'
import { setSessionCookie } from '../accounts/cookie.ts'
import type { AccountServices } from '../accounts/services.ts'
import { actingOrganisation, recognisePerson, requirePerson } from '../accounts/signedIn.ts'
import { describe } from '../describe.ts'
import type { AcceptEdits } from '../edits/acceptEdits.ts'
import { AppError } from '../errors.ts'
import { input } from '../input.ts'
import { smallBody } from '../smallBody.ts'
import { acceptOwn, acceptSignedIn, acceptWithNewAccount } from './accepting.ts'
import { listExpected } from './expected.ts'
import { inviteOrganisation, listInvitations, revokeInvitation } from './inviting.ts'
import { listOwnInvitations, showInvitation } from './showing.ts'

/** Inviting an organisation to hold a party. The secret of a link comes in a header, never in an address. */
export function invitationRoutes(services: { accounts: AccountServices; acceptEdits: AcceptEdits }) {
  const { accounts } = services
  const signedIn = requirePerson(accounts)
  const acting = actingOrganisation(accounts)
  const invitationOfEcosystem = z.object({ ecosystemId: id, invitationId: id })
  return new Hono()
    .post(
      '/api/ecosystems/:ecosystemId/invitations',
      describe('Invitations', 'Invite an organisation to hold a party', { 201: invitedOrganisationAnswer }),
      signedIn,
      acting,
      input('param', ecosystemParameter),
      smallBody,
      input('json', inviteOrganisationRequest),
      async (context) => {
        const who = { person: context.get('person'), viewer: context.get('viewer') }
        const { ecosystemId } = context.req.valid('param')
        return context.json(
          await inviteOrganisation(accounts, who, ecosystemId, context.req.valid('json')),
          201,
        )
      },
    )
    .get(
      '/api/ecosystems/:ecosystemId/invitations',
      describe('Invitations', 'Pending invitations', { 200: z.array(invitationAnswer) }),
      signedIn,
      acting,
      input('param', ecosystemParameter),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        return context.json(await listInvitations(accounts, context.get('viewer'), ecosystemId))
      },
    )
    .get(
      '/api/ecosystems/:ecosystemId/expected',
      describe('Invitations', 'Who is invited to maps of one’s own, and has not come yet', {
        200: z.array(expectedAnswer),
      }),
      signedIn,
      acting,
      input('param', ecosystemParameter),
      async (context) => {
        const { ecosystemId } = context.req.valid('param')
        return context.json(await listExpected(accounts, context.get('viewer'), ecosystemId))
      },
    )
    .delete(
      '/api/ecosystems/:ecosystemId/invitations/:invitationId',
      describe('Invitations', 'Withdraw a pending invitation', { 204: null }),
      signedIn,
      acting,
      input('param', invitationOfEcosystem),
      async (context) => {
        const { ecosystemId, invitationId } = context.req.valid('param')
        await revokeInvitation(accounts, context.get('viewer'), ecosystemId, invitationId)
        return context.body(null, 204)
      },
    )
    .get(
      '/api/invitations/shown',
      describe('Invitations', 'What an invitation is about; looking changes nothing', {
        200: shownInvitationAnswer,
      }),
      input('header', linkHeader),
      async (context) =>
        context.json(await showInvitation(accounts, context.req.valid('header')['interlane-token'])),
    )
    .post(
      '/api/invitations/accept',
      describe('Invitations', 'Accept an invitation by its link', { 200: acceptedInvitationAnswer }),
      input('header', linkHeader),
      smallBody,
      input('json', acceptInvitationRequest),
      async (context) => {
        const secret = context.req.valid('header')['interlane-token']
        const request = context.req.valid('json')
        if ('newAccount' in request) {
          const caller = callerOf(accounts, context)
          const { started, accepted } = await acceptWithNewAccount(
            services,
            secret,
            request.newAccount,
            caller,
          )
          setSessionCookie(accounts, context, started)
          return context.json(accepted)
        }
        const person = await recognisePerson(accounts, context)
        if (!person) throw new AppError('accounts.notSignedIn')
        return context.json(await acceptSignedIn(services, person, secret, request.organisationId))
      },
    )
    .get(
      '/api/invitations',
      describe('Invitations', 'Invitations to one’s own confirmed address', {
        200: z.array(shownInvitationAnswer),
      }),
      signedIn,
      async (context) => context.json(await listOwnInvitations(accounts, context.get('person'))),
    )
    .post(
      '/api/invitations/:invitationId/accept',
      describe('Invitations', 'Accept an invitation to one’s own confirmed address', {
        200: acceptedInvitationAnswer,
      }),
      signedIn,
      input('param', z.object({ invitationId: id })),
      smallBody,
      input('json', z.object({ organisationId: id })),
      async (context) => {
        const { invitationId } = context.req.valid('param')
        const { organisationId } = context.req.valid('json')
        return context.json(await acceptOwn(services, context.get('person'), invitationId, organisationId))
      },
    )
}
