// What somebody did and can be sent no more: the organisation, or its place in the ecosystem, is theirs no longer.
import type { AccountAnswer } from '../../shared/accounts/answers.ts'
import { typedTexts } from '../../shared/edits/typedText.ts'
import { dropKept, type KeepingPlace, readKept } from '../sync/kept/entries.ts'
import type { KeptEdit } from '../sync/kept/keeping.ts'

export interface StrandedEdit {
  place: KeepingPlace
  kept: KeptEdit
}

interface Known {
  /** For whom one acts now, and the ecosystems it takes part in; undefined while these are not known. */
  actingId: string | undefined
  ecosystemIds: readonly string[] | undefined
}

/** As long as something may still be sent it is not stranded: of an ecosystem that is gone, only what the server has refused. */
export function strandedEdits(account: AccountAnswer, { actingId, ecosystemIds }: Known): StrandedEdit[] {
  const isMember = (id: string) => account.memberships.some(({ organisation }) => organisation.id === id)
  return readKept(localStorage, { personId: account.person.id }).filter(({ place, kept }) => {
    if (!isMember(place.organisationId)) return true
    const isGone = place.organisationId === actingId && ecosystemIds?.includes(place.ecosystemId) === false
    return isGone && kept.refusal !== undefined
  })
}

/** What they would have written, as a text to read. */
export function sayStranded(edits: readonly StrandedEdit[]): string {
  const parts = edits.map(({ kept: { edit, title } }) => [title, ...typedTexts(edit.actions)].join('\n'))
  return `${parts.join('\n\n')}\n`
}

export function forgetStranded(edits: readonly StrandedEdit[]): void {
  for (const { place, kept } of edits) dropKept(localStorage, place, kept.edit)
}
