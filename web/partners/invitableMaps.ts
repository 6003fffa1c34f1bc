import type { JourneyMap } from '../../shared/model/rows.ts'
import { isEditor, mayInvite } from '../../shared/rules/standing.ts'
import type { Ecosystem } from '../sync/useEcosystem.ts'

/** The maps to which the acting person may invite others, in order. */
export function invitableMaps({
  rows,
  author,
  ecosystemId,
}: Pick<Ecosystem, 'rows' | 'author' | 'ecosystemId'>): JourneyMap[] {
  if (!isEditor(author)) return []
  return rows
    .all('map')
    .filter((map) => mayInvite(author, ecosystemId, map.id, rows))
    .sort((left, right) => (left.rank < right.rank ? -1 : 1))
}
