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
