import { z } from 'zod'
import { memberRole, withheldRights } from './roles.ts'

const moment = z.iso.datetime()

export const personAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
})
export type PersonAnswer = z.infer<typeof personAnswer>

export const membershipAnswer = z.object({
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  role: memberRole,
  withheld: withheldRights,
  /** Names of its admins, to ask for what is withheld; empty while nothing is. */
  admins: z.array(z.string()),
})
export type MembershipAnswer = z.infer<typeof membershipAnswer>

/** Who is signed in, for which organisations this person may act, and whether this installation sends mail. */
export const accountAnswer = z.object({
  person: personAnswer,
  memberships: z.array(membershipAnswer),
  sendsMail: z.boolean(),
})
export type AccountAnswer = z.infer<typeof accountAnswer>

/** With mail the answer is the same whether or not the address had an account. */
export const signUpAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('signedIn'), account: accountAnswer }),
  z.object({ status: z.literal('checkMail') }),
])
export type SignUpAnswer = z.infer<typeof signUpAnswer>

/** `askOperator`: this installation sends no mail; whoever runs it can print a link. */
export const askPasswordResetAnswer = z.object({ status: z.enum(['checkMail', 'askOperator']) })
export type AskPasswordResetAnswer = z.infer<typeof askPasswordResetAnswer>

/** What asking for a link comes to here; says nothing of any account. */
export const passwordResetWayAnswer = z.object({ sendsMail: z.boolean() })
export type PasswordResetWayAnswer = z.infer<typeof passwordResetWayAnswer>

/** What a link from a mail is about, before anything is done with it. */
export const shownLinkAnswer = z.object({ email: z.string(), expiresAt: moment })
export type ShownLinkAnswer = z.infer<typeof shownLinkAnswer>

/** `needsPassword`: whoever asks is not signed in as the person the link was sent to. */
export const shownConfirmationAnswer = shownLinkAnswer.extend({ needsPassword: z.boolean() })
export type ShownConfirmationAnswer = z.infer<typeof shownConfirmationAnswer>

export const sessionAnswer = z.object({
  id: z.string(),
  device: z.string(),
  createdAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
  current: z.boolean(),
})
export type SessionAnswer = z.infer<typeof sessionAnswer>

export const demoAccountAnswer = z.object({
  email: z.string(),
  name: z.string(),
  organisation: z.string(),
  password: z.string(),
})
export type DemoAccountAnswer = z.infer<typeof demoAccountAnswer>
