import type { ShownInvitationAnswer } from '../../shared/invitations/invitations.ts'

/** Such as: "Today: 2 views and 1 mark of Fernhill; 3 marks of Oakes & Vale." */
export function sayShared(shared: ShownInvitationAnswer['shared']): string {
  if (shared.length === 0) return 'Today nobody shares a view or mark there.'
  const each = shared.map(({ organisation, views, marks }) => {
    const counts = [count(views, 'view'), count(marks, 'mark')].filter(Boolean)
    return `${counts.join(' and ')} of ${organisation}`
  })
  return `Today: ${each.join('; ')}.`
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}
