import type { MemberRight, MemberRole } from '../accounts/roles.ts'
import type { Viewer } from '../audience/audience.ts'

/** Who makes an edit: a person in the role they have in the organisation they act for. */
export interface Author extends Viewer {
  role: MemberRole
  /** What the organisation's admins keep from this person apart from the role. */
  withheld?: readonly MemberRight[]
  /** Whom to ask for it: names of the organisation's admins. */
  admins?: readonly string[]
  /** What the server lets this one edit do beyond the author's rights, after checking it itself. Never from a client. */
  grant?: Grant
}

/** An author about to make an edit: what they say is signed with name and moment. */
export interface SigningAuthor extends Author {
  name: string
  /** ISO moment of acceptance; in the browser, of showing it. */
  at: string
}

/** The author as it signs an edit: its name and the moment, as an ISO string. */
export function signing(author: Author, name: string, at: Date): SigningAuthor {
  return { ...author, name, at: at.toISOString() }
}

export type Grant =
  | { kind: 'founding' }
  | { kind: 'invitation'; partyId: string; mapIds: readonly string[] }
  | { kind: 'removal'; organisationId: string }
