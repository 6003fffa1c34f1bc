import { highestImportance } from '../../../shared/analysis/importance.ts'
import type { Perspective } from '../../../shared/model/rows.ts'
import type { Relation } from './journey.ts'
import { living, type Reading } from './readJourney.ts'

/** How one organisation sees a touchpoint, or its customers as that organisation tells. */
export interface Perception {
  id: string
  /** "Fernhill", "Customers (Oakes & Vale)". */
  name: string
  relation: Relation
  view: Perspective
}

/** Who rates or weighs it, as far as one may see: ourselves first, then partners, then customers. */
export function readPerceptions(
  targetId: string,
  { rows, organisationId, organisations }: Reading,
): Perception[] {
  return living(rows.list('perspective', 'targetId', targetId))
    .filter((view) => view.performance !== null || highestImportance(view) !== null)
    .map((view): Perception => {
      const name = organisations.get(view.organisationId) ?? 'a partner'
      const isCustomer = view.onBehalfOf === 'customer'
      return {
        id: view.id,
        name: isCustomer ? `Customers (${name})` : name,
        relation: view.organisationId === organisationId && !isCustomer ? 'yours' : 'others',
        view,
      }
    })
    .sort(
      (left, right) =>
        right.view.onBehalfOf.localeCompare(left.view.onBehalfOf) ||
        right.relation.localeCompare(left.relation) ||
        (left.id < right.id ? -1 : 1),
    )
}

/** "Fernhill 8, Customers (Oakes & Vale) 4": how well it works, by everybody whose score one may see. */
export function sayPerceptions(perceptions: readonly Perception[]): string {
  return perceptions
    .filter(({ view }) => view.performance !== null)
    .map(({ name, view }) => `${name} ${view.performance}`)
    .join(', ')
}
