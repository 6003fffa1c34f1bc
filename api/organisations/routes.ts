import { Hono } from 'hono'
import { z } from 'zod'
import {
  changeMemberRequest,
  colleagueInvitationAnswer,
  colleagueInvitationParameter,
  formerMemberAnswer,
  inviteColleagueRequest,
  invitedColleagueAnswer,
  memberAnswer,
  memberParameter,
  nameOrganisationRequest,
  organisationAnswer,
  organisationParameter,
  rightChangeAnswer,
} from '../../shared/accounts/organisations.ts'
import type { AccountServices } from '../accounts/services.ts'
import { requirePerson } from '../accounts/signedIn.ts'
import { describe } from '../describe.ts'
import { input } from '../input.ts'
import { smallBody } from '../smallBody.ts'
import { inviteColleague, revokeInvitation } from './colleagueInvitations.ts'
import { joiningRoutes } from './joiningRoutes.ts'
import {
  changeMember,
  createOrganisation,
  listFormerMembers,
  listInvitations,
  listMembers,
  listRightChanges,
  removeMember,
  renameOrganisation,
  showOrganisation,
} from './service.ts'

/** Organisations, their members and invited colleagues; for whoever is not a member an organisation is not there. */
export function organisationRoutes(services: AccountServices) {
  const signedIn = requirePerson(services)
  return new Hono()
    .use('/api/organisations/*', smallBody)
    .use('/api/colleague-invitations/*', smallBody)
    .post(
      '/api/organisations',
      describe('Organisations', 'Found a further organisation', { 201: organisationAnswer }),
      signedIn,
      input('json', nameOrganisationRequest),
      async (context) => {
        const { name } = context.req.valid('json')
        return context.json(await createOrganisation(services, context.get('person'), name), 201)
      },
    )
    .get(
      '/api/organisations/:organisationId',
      describe('Organisations', 'One of one’s own organisations', { 200: organisationAnswer }),
      signedIn,
      input('param', organisationParameter),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        return context.json(await showOrganisation(services, context.get('person'), organisationId))
      },
    )
    .patch(
      '/api/organisations/:organisationId',
      describe('Organisations', 'Rename an organisation (admins)', { 200: organisationAnswer }),
      signedIn,
      input('param', organisationParameter),
      input('json', nameOrganisationRequest),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        const { name } = context.req.valid('json')
        return context.json(await renameOrganisation(services, context.get('person'), organisationId, name))
      },
    )
    .get(
      '/api/organisations/:organisationId/members',
      describe('Organisations', 'Who belongs to an organisation', { 200: z.array(memberAnswer) }),
      signedIn,
      input('param', organisationParameter),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        return context.json(await listMembers(services, context.get('person'), organisationId))
      },
    )
    .get(
      '/api/organisations/:organisationId/former-members',
      describe('Organisations', 'Who belonged to an organisation', { 200: z.array(formerMemberAnswer) }),
      signedIn,
      input('param', organisationParameter),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        return context.json(await listFormerMembers(services, context.get('person'), organisationId))
      },
    )
    .get(
      '/api/organisations/:organisationId/right-changes',
      describe('Organisations', 'Who let whom do what in an organisation, the latest first', {
        200: z.array(rightChangeAnswer),
      }),
      signedIn,
      input('param', organisationParameter),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        return context.json(await listRightChanges(services, context.get('person'), organisationId))
      },
    )
    .patch(
      '/api/organisations/:organisationId/members/:personId',
      describe('Organisations', 'Change a member’s role, or whether they may share and confirm (admins)', {
        204: null,
      }),
      signedIn,
      input('param', memberParameter),
      input('json', changeMemberRequest),
      async (context) => {
        const change = context.req.valid('json')
        await changeMember(services, context.get('person'), context.req.valid('param'), change)
        return context.body(null, 204)
      },
    )
    .delete(
      '/api/organisations/:organisationId/members/:personId',
      describe('Organisations', 'Remove a member (admins), or leave', { 204: null }),
      signedIn,
      input('param', memberParameter),
      async (context) => {
        await removeMember(services, context.get('person'), context.req.valid('param'))
        return context.body(null, 204)
      },
    )
    .get(
      '/api/organisations/:organisationId/invitations',
      describe('Organisations', 'Pending invitations of colleagues (admins)', {
        200: z.array(colleagueInvitationAnswer),
      }),
      signedIn,
      input('param', organisationParameter),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        return context.json(await listInvitations(services, context.get('person'), organisationId))
      },
    )
    .post(
      '/api/organisations/:organisationId/invitations',
      describe('Organisations', 'Invite a colleague (admins)', { 201: invitedColleagueAnswer }),
      signedIn,
      input('param', organisationParameter),
      input('json', inviteColleagueRequest),
      async (context) => {
        const { organisationId } = context.req.valid('param')
        const invited = inviteColleague(
          services,
          context.get('person'),
          organisationId,
          context.req.valid('json'),
        )
        return context.json(await invited, 201)
      },
    )
    .delete(
      '/api/organisations/:organisationId/invitations/:invitationId',
      describe('Organisations', 'Withdraw an invitation (admins)', { 204: null }),
      signedIn,
      input('param', colleagueInvitationParameter),
      async (context) => {
        const { organisationId, invitationId } = context.req.valid('param')
        await revokeInvitation(services, context.get('person'), organisationId, invitationId)
        return context.body(null, 204)
      },
    )
    .route('/', joiningRoutes(services))
}
