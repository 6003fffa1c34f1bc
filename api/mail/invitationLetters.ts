import type { MemberRole } from '../../shared/accounts/roles.ts'
import { setLetter } from './letter.ts'
import type { Mail } from './mailer.ts'

interface ColleagueInvitation {
  to: string
  organisation: string
  invitedBy: string
  role: MemberRole
  link: string
}

const roles: Record<MemberRole, string> = { admin: 'an admin', editor: 'an editor', viewer: 'a viewer' }

/** Invites somebody to work for the organisation that the inviter belongs to. */
export const colleagueInvitationLetter = ({
  to,
  organisation,
  invitedBy,
  role,
  link,
}: ColleagueInvitation): Mail =>
  setLetter({
    to,
    subject: `${invitedBy} invites you to ${organisation} on Interlane`,
    greeting: 'Hello,',
    paragraphs: [
      `${invitedBy} invites you to join ${organisation} as ${roles[role]}.`,
      'On Interlane the companies of a value chain model the journey of their customer together.',
    ],
    action: { label: 'See the invitation', link },
    closing:
      'The link works once, for seven days, and opening it changes nothing. If you know nothing of this, do nothing.',
  })

interface PartyInvitation {
  to: string
  organisation: string
  party: string
  invitedBy: string
  message: string
  link: string
}

/** Invites another organisation to take its place in a value chain. */
export const partyInvitationLetter = (invitation: PartyInvitation): Mail =>
  setLetter({
    to: invitation.to,
    subject: `${invitation.organisation} asks you to map a customer journey together`,
    greeting: 'Hello,',
    paragraphs: [
      `${invitation.invitedBy} of ${invitation.organisation} invites your organisation to hold the lane of ${invitation.party} on Interlane, where the companies of a value chain model the journey of their customer together.`,
      ...(invitation.message ? [`“${invitation.message}”`] : []),
      'Before you accept you see who is there and what each side will see. What you keep private stays with you.',
    ],
    action: { label: 'See the invitation', link: invitation.link },
    closing:
      'The link works once, for fourteen days, and opening it changes nothing. If you know nothing of this, do nothing.',
  })
