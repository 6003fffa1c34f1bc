import type { Sharing } from '../../shared/edits/actions/sharing.ts'
import type { Comment } from '../../shared/model/rows.ts'

type NameOf = (organisationId: string) => string

export const wholeMapSees = 'Everyone on this map sees this, and whoever joins later.'

/** Who sees what is written with this choice. */
export function sayChoice(choice: Sharing, own: string, nameOf: NameOf): string {
  if (choice === 'map') return wholeMapSees
  if (choice === 'organisation') return `Only ${own} sees this.`
  return `Only ${inWords([own, ...choice.organisationIds.map(nameOf)])} see this.`
}

/** Who sees a thread, as far as the reader knows: all of it only for the organisation that began it. */
export function sayThread(root: Comment, ownOrganisationId: string, nameOf: NameOf): string {
  if (root.audience.some((key) => key.startsWith('map:'))) return 'Everyone on this map sees this.'
  const named = root.audience.flatMap((key) => (key.startsWith('org:') ? [key.slice('org:'.length)] : []))
  if (root.organisationId !== ownOrganisationId)
    return `${inWords([root.organisationId, ownOrganisationId].map(nameOf))} see this, and whom else ${nameOf(root.organisationId)} chose.`
  const names = named.map(nameOf)
  return `Only ${inWords(names)} ${names.length > 1 ? 'see' : 'sees'} this.`
}

/** The choice that a thread stands under now. */
export function choiceOf(root: Comment): Sharing {
  if (root.audience.some((key) => key.startsWith('map:'))) return 'map'
  const organisationIds = root.audience
    .flatMap((key) => (key.startsWith('org:') ? [key.slice('org:'.length)] : []))
    .filter((organisationId) => organisationId !== root.organisationId)
  return organisationIds.length > 0 ? { organisationIds } : 'organisation'
}

export function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
