// What the browser and the server say to each other about organisations, their members and invited colleagues.
import { z } from 'zod'
import { delivery } from './delivery.ts'
import { displayName, emailAddress, newPassword } from './fields.ts'
import { rightChange } from './rightChange.ts'
import { memberRole, withheldRights } from './roles.ts'

const moment = z.iso.datetime()

export const nameOrganisationRequest = z.object({ name: displayName })

export const inviteColleagueRequest = z.object({
  email: emailAddress,
  role: memberRole,
  withheld: withheldRights.default([]),
})
export type InviteColleagueRequest = z.infer<typeof inviteColleagueRequest>

export const changeMemberRequest = z
  .object({ role: memberRole, withheld: withheldRights })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'Say what changes.' })
export type ChangeMemberRequest = z.infer<typeof changeMemberRequest>

/** Empty from somebody signed in; a name and a password from somebody who has no account yet. */
export const joinOrganisationRequest = z.object({
  newAccount: z.object({ name: displayName, password: newPassword }).optional(),
})
export type JoinOrganisationRequest = z.infer<typeof joinOrganisationRequest>

export const organisationParameter = z.object({ organisationId: z.uuid() })
export const memberParameter = z.object({ organisationId: z.uuid(), personId: z.uuid() })
export const colleagueInvitationParameter = z.object({ organisationId: z.uuid(), invitationId: z.uuid() })
export const ownInvitationParameter = z.object({ invitationId: z.uuid() })

export const organisationAnswer = z.object({ id: z.uuid(), name: z.string(), role: memberRole })
export type OrganisationAnswer = z.infer<typeof organisationAnswer>

export const memberAnswer = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  withheld: withheldRights,
  since: moment,
})
export type MemberAnswer = z.infer<typeof memberAnswer>

/** Who belonged to the organisation and does not any more. */
export const formerMemberAnswer = z.object({ personId: z.uuid(), name: z.string() })
export type FormerMemberAnswer = z.infer<typeof formerMemberAnswer>

/** One change of what a member may do, as everybody of the organisation reads it. */
export const rightChangeAnswer = z.object({
  id: z.uuid(),
  at: moment,
  /** Names of whose rights changed, and of who changed them. */
  person: z.string(),
  by: z.string(),
  change: rightChange,
})
export type RightChangeAnswer = z.infer<typeof rightChangeAnswer>

/** A pending invitation as the organisation's admins see it. */
export const colleagueInvitationAnswer = z.object({
  id: z.uuid(),
  email: z.string(),
  role: memberRole,
  withheld: withheldRights,
  invitedBy: z.string(),
  mailed: z.boolean(),
  createdAt: moment,
  expiresAt: moment,
})
export type ColleagueInvitationAnswer = z.infer<typeof colleagueInvitationAnswer>

export const invitedColleagueAnswer = z.object({
  invitation: colleagueInvitationAnswer,
  delivery,
})
export type InvitedColleagueAnswer = z.infer<typeof invitedColleagueAnswer>

/** What the invited person sees before accepting. */
export const shownColleagueInvitationAnswer = z.object({
  id: z.uuid(),
  organisation: z.string(),
  role: memberRole,
  email: z.string(),
  invitedBy: z.string(),
  mailed: z.boolean(),
  expiresAt: moment,
})
export type ShownColleagueInvitationAnswer = z.infer<typeof shownColleagueInvitationAnswer>
