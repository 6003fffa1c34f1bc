import type { MemberRight, MemberRole } from '../../shared/accounts/roles.ts'

export const roleNames: Record<MemberRole, string> = { admin: 'Admin', editor: 'Editor', viewer: 'Viewer' }

/** What the role lets one do, said to its holder. */
export const roleSentences: Record<MemberRole, string> = {
  admin: 'As an admin you run the organisation: its people, its partners, its confirmations.',
  editor: 'As an editor you change its journeys and answer its partners.',
  viewer: 'As a viewer you read and comment.',
}

export const rightNames: Record<MemberRight, string> = { share: 'May share', confirm: 'May confirm' }

/** "Editor", "Editor, may not confirm". */
export function sayRole(role: MemberRole, withheld: readonly MemberRight[]): string {
  const lacking = role === 'editor' ? [...withheld].sort().reverse() : []
  return lacking.length > 0 ? `${roleNames[role]}, may not ${lacking.join(' or ')}` : roleNames[role]
}

export const roleChoices = Object.entries(roleNames).map(([value, label]) => ({ value, label }))
