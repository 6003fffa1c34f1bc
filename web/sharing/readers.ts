import { whoSees } from '../../shared/analysis/sharedOutside.ts'
import { mapKey } from '../../shared/audience/audience.ts'
import type { AnyRow } from '../../shared/model/rows.ts'
import { listNames } from '../rounds/roundWords.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** Who sees a row of ours beside ourselves, and the sentence that says so. */
export function readersOf(row: AnyRow & { mapId: string }, ecosystem: Ecosystem) {
  const { rows, author, organisations } = ecosystem
  const nameOf = (id: string) => organisations.get(id) ?? 'a partner'
  const ids = whoSees(row, rows, author.organisationId)
  const names = ids.map(nameOf).sort()
  const isWholeMap = row.audience.includes(mapKey(row.mapId))
  // Shared with a map on which nobody else is yet: the next to join sees it.
  const isPrivate = ids.length === 0 && !isWholeMap
  const ours = nameOf(author.organisationId)
  const sentence = isPrivate
    ? `Only ${ours} sees this`
    : isWholeMap
      ? `${names.length > 0 ? listNames(names) : 'Nobody else yet'}, and whoever joins this map`
      : `Shared with ${listNames(names)}`
  return { ids, names, isPrivate, isWholeMap, sentence }
}
