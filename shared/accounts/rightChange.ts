// That an admin gave somebody another role, or gave or took a right: what changed, and how it is said.
import { z } from 'zod'
import { type MemberRight, type MemberRole, memberRight, memberRole } from './roles.ts'

/** What somebody may do now and could not, or the other way round. */
export const rightChange = z.object({
  /** Null where the role stayed. */
  role: memberRole.nullable(),
  given: z.array(memberRight),
  withheld: z.array(memberRight),
})
export type RightChange = z.infer<typeof rightChange>

/** What somebody is in their organisation. */
export interface Standing {
  role: MemberRole
  withheld: readonly MemberRight[]
}

/** @returns null when nothing has changed */
export function changeOfRights(before: Standing, after: Standing): RightChange | null {
  const change = {
    role: before.role === after.role ? null : after.role,
    given: memberRight.options.filter(
      (one) => before.withheld.includes(one) && !after.withheld.includes(one),
    ),
    withheld: memberRight.options.filter(
      (one) => !before.withheld.includes(one) && after.withheld.includes(one),
    ),
  }
  return change.role || change.given.length + change.withheld.length > 0 ? change : null
}

/** @param whom such as `you`. @returns such as `Anna Berg lets you confirm handoffs now` */
export function sayRightChange(who: string, whom: string, { role, given, withheld }: RightChange): string {
  const does = [
    role && `made ${whom} ${asRole[role]}`,
    given.length > 0 && `lets ${whom} ${verbsOf(given)} now`,
    withheld.length > 0 && `no longer lets ${whom} ${verbsOf(withheld)}`,
  ]
  return `${who} ${does.filter(Boolean).join(', and ')}`
}

/** After "You may" and before "for Fernhill". */
export const rightVerbs: Record<MemberRight, string> = {
  share: 'show views and marks to partners',
  confirm: 'confirm handoffs',
}

const verbsOf = (rights: readonly MemberRight[]) => rights.map((right) => rightVerbs[right]).join(' or ')

const asRole: Record<MemberRole, string> = { admin: 'an admin', editor: 'an editor', viewer: 'a viewer' }
