import { z } from 'zod'

/** What a person may do for an organisation: admins run it, editors change its content, viewers read and comment. */
export const memberRole = z.enum(['admin', 'editor', 'viewer'])
export type MemberRole = z.infer<typeof memberRole>

/** What an admin gives or keeps from a colleague apart from the role: showing to partners, and confirming handoffs. */
export const memberRight = z.enum(['share', 'confirm'])
export type MemberRight = z.infer<typeof memberRight>

/** The rights of their own that a member does not have; on an admin they have no effect. */
export const withheldRights = z.array(memberRight).max(memberRight.options.length)

/** Header of every answer to somebody who acts for an organisation: see {@link sayStanding}. */
export const standingHeader = 'Interlane-Standing'

/** A role with what is withheld, as one line: what an answer of the server was given under. */
export function sayStanding({
  role,
  withheld,
}: {
  role: MemberRole
  withheld: readonly MemberRight[]
}): string {
  return [role, ...[...withheld].sort().map((right) => `-${right}`)].join(' ')
}
