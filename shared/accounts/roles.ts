import { z } from 'zod'

/** What a person may do for an organisation: admins run it, editors change its content, viewers read and comment. */
export const memberRole = z.enum(['admin', 'editor', 'viewer'])
export type MemberRole = z.infer<typeof memberRole>
