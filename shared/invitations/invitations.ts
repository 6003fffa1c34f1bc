// What browser and server say to each other about inviting an organisation to hold a party on chosen maps.
import { z } from 'zod'
import { delivery } from '../accounts/delivery.ts'
import { displayName, emailAddress, newPassword } from '../accounts/fields.ts'
import { saidKinds } from '../analysis/openKinds.ts'
import { id } from '../model/fields.ts'
import { partyKinds } from '../model/party.ts'

const moment = z.iso.datetime()

/** POST /api/ecosystems/{id}/invitations */
export const inviteOrganisationRequest = z.object({
  email: emailAddress,
  partyId: id,
  mapIds: z.array(id).min(1, 'Choose at least one map.').max(50),
  message: z.string().trim().max(2_000).default(''),
})
export type InviteOrganisationRequest = z.infer<typeof inviteOrganisationRequest>

/** A pending invitation as those see it who may invite. */
export const invitationAnswer = z.object({
  id,
  email: z.string(),
  partyId: id,
  mapIds: z.array(id),
  invitedBy: z.string(),
  mailed: z.boolean(),
  createdAt: moment,
  expiresAt: moment,
})
export type InvitationAnswer = z.infer<typeof invitationAnswer>

export const invitedOrganisationAnswer = z.object({
  invitation: invitationAnswer,
  delivery,
})
export type InvitedOrganisationAnswer = z.infer<typeof invitedOrganisationAnswer>

/** What the invited person sees before accepting: who hosts, who is there, the lane as others described it. */
export const shownInvitationAnswer = z.object({
  id,
  email: z.string(),
  message: z.string(),
  invitedBy: z.string(),
  invitingOrganisation: z.string(),
  mailed: z.boolean(),
  expiresAt: moment,
  ecosystem: z.object({ name: z.string(), goal: z.string(), convener: z.string() }),
  party: z.object({ name: z.string(), kind: z.enum(partyKinds) }),
  /** Organisations that take part in these maps and will see what is shared with them. */
  participants: z.array(z.string()),
  maps: z.array(
    z.object({
      name: z.string(),
      objective: z.string(),
      /** Cards in the lanes of this party, described by others, in order. */
      cards: z.array(z.object({ name: z.string(), stage: z.string() })),
    }),
  ),
  /** What everybody on these maps sees now of what organisations there say in their own name, such as views and threads. */
  shared: z.array(
    z.object({
      organisation: z.string(),
      counts: z.array(z.object({ kind: z.enum(saidKinds), count: z.number().int() })),
    }),
  ),
})
export type ShownInvitationAnswer = z.infer<typeof shownInvitationAnswer>

/** GET /api/ecosystems/{id}/expected: who is invited to maps of one's own, by the party it would hold. */
export const expectedAnswer = z.object({
  /** Empty where one does not see the party yet. */
  party: z.string(),
  mapIds: z.array(id),
})
export type ExpectedAnswer = z.infer<typeof expectedAnswer>

/**
 * POST /api/invitations/accept. Signed in: the organisation one accepts for, as its admin. Without an account: who one is and
 * what one's organisation is called.
 */
export const acceptInvitationRequest = z.union([
  z.object({ organisationId: id }),
  z.object({ newAccount: z.object({ name: displayName, password: newPassword, organisation: displayName }) }),
])
export type AcceptInvitationRequest = z.infer<typeof acceptInvitationRequest>

export const acceptedInvitationAnswer = z.object({ ecosystemId: id, mapId: id, organisationId: id })
export type AcceptedInvitationAnswer = z.infer<typeof acceptedInvitationAnswer>
