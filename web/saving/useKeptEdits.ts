import { useEffect } from 'react'
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { readKept } from '../sync/kept/entries.ts'
import { pageStores } from '../sync/pageStores.ts'

/** Goes on sending what this person had left unsent on this device, on whatever page they come back. */
export function useKeptEdits({ person, memberships }: AccountAnswer): void {
  useEffect(() => {
    const { id: personId, name } = person
    for (const { place } of readKept(localStorage, { personId })) {
      const membership = memberships.find(({ organisation }) => organisation.id === place.organisationId)
      if (!membership) continue
      const { organisation, ...standing } = membership
      const author = { personId, organisationId: organisation.id, name, ...standing }
      pageStores.storeOf(place.ecosystemId, author)
    }
  }, [person, memberships])
}
