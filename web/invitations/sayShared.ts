import { sayCount } from '../../shared/analysis/openKinds.ts'
import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'
import { listNames } from '../rounds/roundWords.ts'

/** Such as: "Today: 2 shared views and 1 mark of Fernhill; 3 marks of Oakes & Vale." */
export function sayShared(shared: ShownInvitationAnswer['shared']): string {
  if (shared.length === 0) return 'Today nobody shares a view, mark or thread there.'
  const each = shared.map(({ organisation, counts }) => {
    const said = counts.map(({ kind, count }) => sayCount(kind, count))
    return `${listNames(said)} of ${organisation}`
  })
  return `Today: ${each.join('; ')}.`
}
